using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Teams.Activities;
using MeetingBot.Teams.Connector;

namespace MeetingBot.Teams;

/// <summary>Reads who is in a conversation of Teams, page by page.</summary>
/// <remarks>
/// <see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context">Get Teams
/// context</see>: <c>pagedmembers</c>, up to 500 a page.
/// </remarks>
internal sealed class TeamsRoster(ConnectorClient client, TimeProvider time, TimeSpan limit) : IRoster
{
    private const string Anonymous = "anonymous";

    public string Platform => TeamsChannel.Name;

    public async ValueTask<RosterReading> ReadAsync(
        ConversationReference conversation, int most, CancellationToken cancel)
    {
        using var inTime = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, cancel);
        try
        {
            return await PagesAsync(conversation, most, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return new RosterReading([], new Delivery.Later(null, "no answer in time"));
        }
    }

    private async ValueTask<RosterReading> PagesAsync(
        ConversationReference conversation, int most, CancellationToken cancel)
    {
        var people = ImmutableArray.CreateBuilder<Person>();
        string? continuation = null;
        do
        {
            var path = ConnectorPaths.PagedMembers(conversation.Id, continuation);
            var response = await client
                .SendAsync(HttpMethod.Get, conversation.ServiceUrl, path, null, cancel).ConfigureAwait(false);
            if (!response.Succeeded)
                return new RosterReading([], Deliveries.Of(response, null));
            if (MemberPageJson.Parse(response.Body.Span) is not { } page)
                return new RosterReading([], new Delivery.Refused("what it answers is no page of members"));
            people.AddRange((page.Members ?? []).Where(IsMember)
                .Select(account => People.Of(account!, conversation.Tenant)));
            if (page.ContinuationToken == continuation) break;
            continuation = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuation) && people.Count <= most);
        return new RosterReading([.. people.DistinctBy(person => person.Key)]);
    }

    private static bool IsMember(ChannelAccount? account) =>
        People.IsKnown(account) && !People.IsBot(account!)
        && !string.Equals(account!.UserRole, Anonymous, StringComparison.OrdinalIgnoreCase);
}
