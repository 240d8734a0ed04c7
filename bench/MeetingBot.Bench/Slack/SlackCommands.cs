using System.Text.Unicode;
using MeetingBot.Bench.Load;

namespace MeetingBot.Bench.Slack;

/// <summary>Writes slash commands as Slack sends them: a form of about 500 bytes, each with a trigger of its own.</summary>
/// <param name="service">Where their <c>response_url</c> is.</param>
/// <param name="proved">The reply is in the answer.</param>
internal sealed class SlackCommands(Uri service, bool proved) : ILines
{
    private readonly SignedRequests _requests = new();
    private readonly byte[] _form = new byte[2048];
    private readonly byte[] _proof = new byte[32];

    public Sent Line(byte[] buffer, int line, int conversation, string? token)
    {
        Span<char> text = stackalloc char[32];
        text.TryWrite($"hello%20{line}", out var length);
        var request = Write(buffer, "note", text[..length], 17_000_000_000 + line, conversation, conversation % SlackPeople.Members);
        if (!proved) return new Sent(request, line);
        Utf8.TryWrite(_proof, $"hello {line}", out var words);
        return new Sent(request, line, _proof.AsMemory(0, words));
    }

    public Sent Start(byte[] buffer, int conversation, string? token) =>
        new(Write(buffer, "meeting", "start", 16_000_000_000 + conversation, conversation, conversation % SlackPeople.Members), null);

    /// <summary>Any command by its name without the slash.</summary>
    /// <param name="text">Encoded as in a form.</param>
    public ReadOnlyMemory<byte> Write(byte[] buffer, string command, ReadOnlySpan<char> text, long trigger, int channel, int member)
    {
        Utf8.TryWrite(_form,
            $"token=gIkuvaNzQIHg97ATvDxqgjtO&team_id={SlackPeople.Team}&team_domain=example&enterprise_id=E0001&enterprise_name=Globular%20Construct%20Inc&channel_id=C{channel:D9}&channel_name=test&user_id=U{member:D9}&user_name=member{member}&command=%2F{command}&text={text}&response_url=http%3A%2F%2F127.0.0.1%3A{service.Port}%2Fslack%2Fresponse%2FC{channel:D9}&trigger_id=13345224609.{trigger}.8088930838d88f008e0&api_app_id=A123456",
            out var length);
        return _requests.Post(buffer, "/slack/commands", _form.AsSpan(0, length));
    }
}
