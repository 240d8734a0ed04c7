using System.Text.Unicode;

namespace MeetingBot.Bench.Load;

/// <summary>Writes requests as Teams sends them: a message activity of about 800 bytes, each with an id of its own.</summary>
/// <param name="service">The serviceUrl.</param>
/// <param name="lineText">What stands before <c>hello N</c>.</param>
/// <param name="inGroup">Everything is said in a group chat by twenty people; otherwise each conversation is one person's.</param>
internal sealed class Activities(Uri service, string lineText, bool inGroup) : ILines
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    private const int People = 20;

    private readonly byte[] _body = new byte[4096];

    public Sent Line(byte[] buffer, int line, int conversation, string? token)
    {
        Span<char> text = stackalloc char[64];
        text.TryWrite($"{lineText}hello {line}", out var length);
        return new Sent(Write(buffer, text[..length], 17_000_000_000 + line, conversation, inGroup ? line % People : conversation, token), line);
    }

    public Sent Start(byte[] buffer, int conversation, string? token) =>
        new(Write(buffer, "/meeting start", 16_000_000_000 + conversation, conversation, inGroup ? 0 : conversation, token), null);

    private ReadOnlyMemory<byte> Write(byte[] buffer, ReadOnlySpan<char> text, long id, int conversation, int person, string? token)
    {
        var (before, after, kind) = inGroup ? ("19:", "@thread.v2", "groupChat") : ("a:", "", "personal");
        Utf8.TryWrite(_body, $$$$"""
            {"text":"{{{{text}}}}","textFormat":"plain","attachments":[{"contentType":"text/html","content":"<p>{{{{text}}}}</p>"}],"type":"message","timestamp":"2026-11-22T01:00:00.1234567Z","localTimestamp":"2026-11-22T02:00:00.1234567+01:00","id":"{{{{id}}}}","channelId":"msteams","serviceUrl":"{{{{service.AbsoluteUri}}}}","from":{"id":"29:1user{{{{person}}}}","name":"Member {{{{person}}}}","aadObjectId":"00000000-0000-0000-0000-{{{{person:D12}}}}"},"conversation":{"conversationType":"{{{{kind}}}}","tenantId":"{{{{Tenant}}}}","id":"{{{{before}}}}conv{{{{conversation}}}}{{{{after}}}}"},"recipient":{"id":"28:bot-0001","name":"MeetingBot"},"entities":[{"locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/Berlin","type":"clientInfo"}],"channelData":{"tenant":{"id":"{{{{Tenant}}}}"}},"locale":"en-GB","localTimezone":"Europe/Berlin"}
            """, out var length);
        return Requests.Post(buffer, _body.AsSpan(0, length), token);
    }
}
