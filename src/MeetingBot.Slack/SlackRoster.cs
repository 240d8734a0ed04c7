using System.Collections.Immutable;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.Payloads;
using MeetingBot.Slack.WebApi;
using NodaTime;

namespace MeetingBot.Slack;

/// <summary>
/// Reads who is in a channel of Slack: their ids page by page (<c>conversations.members</c>), then the names that are
/// not known yet, as many as fit into the time; the others with the next reading.
/// </summary>
internal sealed class SlackRoster(Func<SlackServer> server, TimeProvider time, TimeSpan limit) : IRoster
{
    private const int NamesAtOnce = 20;

    // Slack counts names by the minute.
    private static readonly Duration ForNames = Duration.FromSeconds(5);

    private readonly Lazy<SlackServer> _server = new(server);

    public string Platform => SlackChannel.Name;

    public async ValueTask<RosterReading> ReadAsync(
        ConversationReference conversation, int most, CancellationToken cancel)
    {
        using var inTime = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, cancel);
        try
        {
            var (users, problem) = await UsersAsync(conversation, most, either.Token).ConfigureAwait(false);
            if (problem is not null) return new RosterReading([], problem);
            // Of an audience nobody's name is asked after.
            return users.Count > most
                ? new RosterReading([.. users.Select(user => Profiles.None(conversation.Tenant).Of(user))])
                : await NamedAsync(conversation.Tenant, users, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return new RosterReading([], new Delivery.Later(null, "no answer in time"));
        }
    }

    private async ValueTask<(List<string> Users, Delivery? Problem)> UsersAsync(
        ConversationReference conversation, int most, CancellationToken cancel)
    {
        var slack = _server.Value;
        var users = new List<string>();
        var (token, missing) = await slack.Workspaces.TokenAsync(conversation.Tenant, cancel).ConfigureAwait(false);
        if (token is null) return (users, missing ?? new Delivery.Refused("no token"));
        var bot = conversation.Bot ?? slack.Workspaces.BotOf(conversation.Tenant);
        string? cursor = null;
        do
        {
            var response = await slack.Api.MembersAsync(token, conversation.Id, cursor, cancel).ConfigureAwait(false);
            if (!response.Ok) return (users, SlackErrors.Delivery(response, null));
            if (response.Member("members") is { ValueKind: JsonValueKind.Array } members)
                users.AddRange(members.EnumerateArray().Select(user => JsonMembers.Text(user)).OfType<string>()
                    .Where(user => Place.IsId(user) && user != bot));
            var next = response.Text("response_metadata", "next_cursor");
            if (next == cursor) break;
            cursor = next;
        }
        while (!string.IsNullOrEmpty(cursor) && users.Count <= most);
        return ([.. users.Distinct()], null);
    }

    private async ValueTask<RosterReading> NamedAsync(string tenant, List<string> users, CancellationToken cancel)
    {
        var people = ImmutableArray.CreateBuilder<Person>();
        var all = true;
        foreach (var some in users.Chunk(NamesAtOnce))
        {
            var profiles = await _server.Value.Users.FindAsync(tenant, [.. some], cancel).ConfigureAwait(false);
            people.AddRange(some.Where(user => profiles.Known.ContainsKey(user) && !profiles.IsBot(user))
                .Select(user => profiles.Of(user)));
            // One who is never told of hides nobody behind them; once Slack wants quiet the rest is asked of no more.
            all &= some.All(profiles.Known.ContainsKey);
        }
        return new RosterReading(
            people.ToImmutable(),
            all ? null : new Delivery.Later(ForNames, "not all of their names are known yet"));
    }
}
