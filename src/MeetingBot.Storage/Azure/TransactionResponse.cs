using System.Globalization;

namespace MeetingBot.Storage.Azure;

/// <summary>
/// Reads the multipart answer to an entity group transaction. The outer status is 202 whatever happened: either
/// each change has its own 2xx inside, or one error stands for all.
/// </summary>
internal static class TransactionResponse
{
    /// <summary>The error, or null when all changes are stored.</summary>
    /// <exception cref="FormatException">The answer proves neither.</exception>
    public static TableError? Read(ReadOnlyMemory<byte> body, int changes)
    {
        var done = 0;
        for (var rest = body; rest.Span.IndexOf("HTTP/1.1 "u8) is var at and >= 0;)
        {
            rest = rest[(at + "HTTP/1.1 ".Length)..];
            var status = Status(rest.Span);
            if (status is < 200 or > 299) return TableError.Read(status, Json(rest));
            done++;
        }
        return done == changes
            ? null
            : throw new FormatException($"The answer to a batch of {changes} tells of {done}.");
    }

    private static int Status(ReadOnlySpan<byte> line) =>
        line.Length >= 3 && int.TryParse(line[..3], CultureInfo.InvariantCulture, out var status)
            ? status
            : throw new FormatException("The answer to a batch has no status.");

    private static ReadOnlyMemory<byte> Json(ReadOnlyMemory<byte> part)
    {
        var first = part.Span.IndexOf((byte)'{');
        var last = part.Span.LastIndexOf((byte)'}');
        return first < 0 || last < first ? default : part[first..(last + 1)];
    }
}
