using System.Collections.Immutable;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Slack.Payloads;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.WebApi;

/// <summary>
/// Names and zones of people, asked of Slack at most once a day each, and anew when it tells that somebody has changed
/// them.
/// </summary>
internal sealed class UserProfiles(Workspaces workspaces, SlackApi api, TimeProvider time, TimeSpan limit)
{
    private const int Most = 20_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly RecentMap<(string Tenant, string User), (Profile Profile, DateTimeOffset At)> _known = new(Most);
    private readonly RecentMap<string, DateTimeOffset> _quietUntil = new(Most);

    /// <summary>What can be known of them within the time that names may take; an old name rather than none.</summary>
    public async ValueTask<Profiles> FindAsync(string tenant, ImmutableArray<string> users, CancellationToken cancel)
    {
        var missing = users.Where(user => !IsFresh(tenant, user)).Distinct().ToList();
        if (missing.Count > 0 && !IsQuiet(tenant))
        {
            using var inTime = new CancellationTokenSource(limit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, cancel);
            await Task.WhenAll(missing.Select(user => AskAsync(tenant, user, either.Token))).ConfigureAwait(false);
        }
        var known = ImmutableDictionary.CreateBuilder<string, Profile>(StringComparer.Ordinal);
        foreach (var user in users)
            if (_known.TryGet((tenant, user), out var found)) known[user] = found.Profile;
        return new Profiles(tenant, known.ToImmutable());
    }

    /// <summary>Slack tells of somebody (<c>user_change</c>, <c>team_join</c>) with their whole <c>user</c>.</summary>
    public void Tell(string tenant, JsonElement? user)
    {
        if (Text(user, "id") is { } id && Place.IsId(id)) Keep(tenant, id, Profiles.Read(user));
    }

    // Slack counts the calls of each workspace by themselves.
    private bool IsQuiet(string tenant) =>
        _quietUntil.TryGet(tenant, out var until) && time.GetUtcNow() < until;

    private void Quiet(string tenant, TimeSpan length) => _quietUntil.Set(tenant, time.GetUtcNow() + length);

    private bool IsFresh(string tenant, string user) =>
        _known.TryGet((tenant, user), out var known) && time.GetUtcNow() - known.At < Kept;

    private async Task AskAsync(string tenant, string user, CancellationToken cancel)
    {
        try
        {
            var (token, _) = await workspaces.TokenAsync(tenant, cancel).ConfigureAwait(false);
            if (token is null) return;
            var response = await api.UserAsync(token, user, cancel).ConfigureAwait(false);
            if (response.Ok) Keep(tenant, user, Profiles.Read(Member(response.Body, "user")));
            // Of very many people at once not all can be asked after: they are called as the payload calls them.
            else if (response.Status == 429)
                Quiet(tenant, response.RetryAfter?.ToTimeSpan() ?? TimeSpan.FromSeconds(10));
        }
        catch (OperationCanceledException)
        {
            // It took too long: the turn goes on without.
        }
    }

    private void Keep(string tenant, string user, Profile profile) =>
        _known.Set((tenant, user), (profile, time.GetUtcNow()));
}
