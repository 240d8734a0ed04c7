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

    /// <summary>Takes one message that the bot has sent.</summary>
    public void Take(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        if (NumberAfter(body, "hello "u8) is not { } line)
        {
            Interlocked.Increment(ref _other);
            return;
        }
        if (ConversationOf(head) != line % conversations) Interlocked.Increment(ref _strayed);
        else if (Seen.Add(line)) Interlocked.Increment(ref _replies);
        else Interlocked.Increment(ref _repeated);
    }

    /// <summary>Replies, repeated ones, ones to a wrong conversation, and other messages; in this order.</summary>
    public string Counts() => string.Create(CultureInfo.InvariantCulture,
        $"{Interlocked.Read(ref _replies)} {Interlocked.Read(ref _repeated)} {Interlocked.Read(ref _strayed)} {Interlocked.Read(ref _other)}");

    /// <summary>The number of the conversation that a request is about.</summary>
    public static int? ConversationOf(ReadOnlySpan<byte> head) => NumberAfter(head, "conv"u8, "conversations"u8.Length);

    // The path has the word itself before the id: "/v3/conversations/a%3Aconv12/activities".
    private static int? NumberAfter(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, int skip = 0)
    {
        var from = skip == 0 ? 0 : text.IndexOf("/conversations/"u8) + skip;
        if (from < 0) return null;
        var at = text[from..].IndexOf(word);
        return at >= 0 && Utf8Parser.TryParse(text[(from + at + word.Length)..], out int number, out _)
            && number is >= 0 and < LineLedger.Most ? number : null;
    }
}
