namespace MeetingBot.Bench.Connector;

/// <summary>A Bot Connector: messages are posted to it, and put when they are edited.</summary>
internal sealed class TeamsConnector(int conversations) : IPlatform
{
    private long _number;

    public ReplyCheck Replies { get; } = new(conversations);

    public EditCheck Edits { get; } = new(conversations);

    public int Take(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, Span<byte> answer)
    {
        // The path has the word itself before the id: "/v3/conversations/a%3Aconv12/activities".
        var path = head.IndexOf("/conversations/"u8);
        var conversation = path < 0 ? null : ReplyCheck.NumberAfter(head[(path + "/conversations/"u8.Length)..], "conv"u8);
        if (head.StartsWith("PUT "u8)) Edits.Take(conversation, body);
        else Replies.Take(conversation, body);
        System.Text.Unicode.Utf8.TryWrite(answer, $"{{\"id\":\"r{Interlocked.Increment(ref _number):D12}\"}}", out var length);
        return length;
    }

    public string Counts() => Replies.Counts();
}
