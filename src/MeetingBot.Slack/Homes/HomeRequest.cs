using System.Text.Json;
using MeetingBot.Cards;
using MeetingBot.Meetings.Homes;
using MeetingBot.Slack.Payloads;
using static MeetingBot.Slack.Payloads.JsonMembers;

namespace MeetingBot.Slack.Homes;

/// <summary>Somebody's home is to be shown.</summary>
/// <param name="From">Where the page begins (<see cref="HomePlace"/>).</param>
/// <param name="Hash">
/// Of the view that stands there, as Slack told it: one that was shown since is not overwritten unseen. Null where none
/// is known.
/// </param>
/// <param name="Notice">What came of what they pressed; null for nothing.</param>
internal sealed record HomeRequest(string Tenant, string User, string From, string? Hash, CardText? Notice = null)
{
    private const int MostHash = 100;

    /// <summary>What an event asks for, <c>app_home_opened</c> of the tab <c>home</c>; null for any other.</summary>
    /// <param name="tenant">Of the envelope.</param>
    public static HomeRequest? OfEvent(string tenant, JsonElement? told) =>
        Text(told, "type") == "app_home_opened" && Text(told, "tab") == "home"
        && Text(told, "user") is { } user && Place.IsId(user)
            ? new HomeRequest(tenant, user, "", HashOf(Member(told, "view")))
            : null;

    /// <summary>The hash of a view as Slack tells it.</summary>
    public static string? HashOf(JsonElement? view) =>
        Text(view, "hash") is { Length: > 0 and <= MostHash } hash ? hash : null;
}
