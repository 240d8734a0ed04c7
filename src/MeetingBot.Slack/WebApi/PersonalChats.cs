using MeetingBot.Conversations;
using MeetingBot.Slack.Payloads;

namespace MeetingBot.Slack.WebApi;

/// <summary>
/// Finds the bot's own chat with somebody. Slack answers the same id each time, so it is asked once a process.
/// </summary>
internal sealed class PersonalChats(SlackApi api)
{
    private const int Most = 10_000;

    private readonly RecentMap<(string Tenant, string User), string> _channels = new(Most);

    /// <summary>The id, or the answer that says why there is none.</summary>
    public async ValueTask<(string? Channel, SlackResponse Response)> FindAsync(
        string token, string tenant, string user, CancellationToken cancel)
    {
        if (_channels.TryGet((tenant, user), out var known)) return (known, default);
        var response = await api.OpenConversationAsync(token, user, cancel).ConfigureAwait(false);
        if (!response.Ok || response.Text("channel", "id") is not { } channel || !Place.IsId(channel))
            return (null, response);
        _channels.Set((tenant, user), channel);
        return (channel, response);
    }
}
