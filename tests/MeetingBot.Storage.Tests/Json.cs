using System.Text;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Tests;

/// <summary>Row data in a test's own words.</summary>
internal static class Json
{
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes($"\"{text}\"");

    public static byte[] Raw(string json) => Encoding.UTF8.GetBytes(json);

    public static string Of(Row? row) => row is null ? "nothing" : Encoding.UTF8.GetString(row.Data.Span);
}
