using System.Buffers.Text;
using System.Globalization;

namespace MeetingBot.Bench.Connector;

/// <summary>Counts what the bot sends: replies to lines, each once and to the line's conversation, and anything else.</summary>
internal sealed class ReplyCheck(int conversations)
{
    private long _replies;
    private long _repeated;
    private long _strayed;
    private long _other;

    public LineLedger Seen { get; } = new();

    /// <summary>Takes one message that the bot has sent to a conversation.</summary>
    public void Take(int? conversation, ReadOnlySpan<byte> body)
    {
        if (NumberAfter(body, "hello "u8) is not { } line)
        {
            Interlocked.Increment(ref _other);
            return;
        }
        if (conversation != line % conversations) Interlocked.Increment(ref _strayed);
        else if (Seen.Add(line)) Interlocked.Increment(ref _replies);
        else Interlocked.Increment(ref _repeated);
    }

    /// <summary>Replies, repeated ones, ones to a wrong conversation, and other messages; in this order.</summary>
    public string Counts() => string.Create(CultureInfo.InvariantCulture,
        $"{Interlocked.Read(ref _replies)} {Interlocked.Read(ref _repeated)} {Interlocked.Read(ref _strayed)} {Interlocked.Read(ref _other)}");

    /// <summary>The number that follows the first such word; null where there is none.</summary>
    public static int? NumberAfter(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        var at = text.IndexOf(word);
        return at >= 0 && Utf8Parser.TryParse(text[(at + word.Length)..], out int number, out _)
            && number is >= 0 and < LineLedger.Most ? number : null;
    }
}
