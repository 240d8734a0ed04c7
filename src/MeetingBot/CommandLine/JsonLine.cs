using System.Text.Encodings.Web;
using System.Text.Json;

namespace MeetingBot.Program.CommandLine;

/// <summary>A value as one line of JSON.</summary>
internal static class JsonLine
{
    // It goes to a program, not into a page.
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Readable);
}
