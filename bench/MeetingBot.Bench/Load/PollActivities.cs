using System.Text.Unicode;

namespace MeetingBot.Bench.Load;

/// <summary>
/// Writes what a group's people do with its one poll as Teams sends it: the message that opens it, and the invoke of
/// about 1,000 bytes when somebody presses "Record my answer" on its card.
/// </summary>
/// <param name="service">The serviceUrl.</param>
internal sealed class PollActivities(Uri service, int conversation)
{
    /// <summary>What is asked has these answers, of which one is given.</summary>
    public static readonly string[] Options = ["tokens", "scopes", "proxies", "delegation"];

    private readonly byte[] _body = new byte[4096];

    /// <summary>What opens the poll.</summary>
    public ReadOnlyMemory<byte> Open(byte[] buffer) => Write(
        buffer, $"16{conversation:D9}", 0, $$"""
            "text":"/poll Which is first? | {{string.Join(" | ", Options)}}","textFormat":"plain","type":"message"
            """);

    /// <summary>Somebody's ballot.</summary>
    /// <param name="number">Which ballot on this poll it is: the delivery's own.</param>
    /// <param name="voter">Who casts it, from 0.</param>
    /// <param name="choice">From 0.</param>
    public ReadOnlyMemory<byte> Cast(byte[] buffer, long number, int voter, int choice) => Write(
        buffer, $"f:{conversation:D3}{number:D9}", voter, $$$$"""
            "name":"adaptiveCard/action","type":"invoke","replyToId":"r000000000000","value":{"action":{"type":"Action.Execute","title":"Record my answer","id":"a1","verb":"poll vote","data":{"poll":"1","seen":"1.1 2.1 3.1 4.1","choice":"{{{{choice + 1}}}}","comment":""}},"trigger":"manual"}
            """);

    private ReadOnlyMemory<byte> Write(byte[] buffer, string id, int person, string what)
    {
        Utf8.TryWrite(_body, $$$$"""
            {{{{{what}}}},"timestamp":"2026-11-22T01:00:00.1234567Z","localTimestamp":"2026-11-22T02:00:00.1234567+01:00","id":"{{{{id}}}}","channelId":"msteams","serviceUrl":"{{{{service.AbsoluteUri}}}}","from":{"id":"29:1user{{{{person}}}}","name":"Member {{{{person}}}}","aadObjectId":"00000000-0000-0000-0000-{{{{person:D12}}}}"},"conversation":{"conversationType":"groupChat","isGroup":true,"tenantId":"{{{{Activities.Tenant}}}}","id":"19:conv{{{{conversation}}}}@thread.v2"},"recipient":{"id":"28:bot-0001","name":"MeetingBot"},"entities":[{"locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/Berlin","type":"clientInfo"}],"channelData":{"tenant":{"id":"{{{{Activities.Tenant}}}}"},"source":{"name":"message"}},"locale":"en-GB","localTimezone":"Europe/Berlin"}
            """, out var length);
        return Requests.Post(buffer, _body.AsSpan(0, length), null);
    }
}
