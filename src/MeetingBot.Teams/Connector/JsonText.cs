using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MeetingBot.Teams.Connector;

/// <summary>How JSON is written: letters of every script as they are, what means something in HTML escaped.</summary>
internal static class JsonText
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
