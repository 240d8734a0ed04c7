namespace MeetingBot.Slack.Homes;

/// <summary>Where in somebody's Home tab, or above it, something was pressed.</summary>
/// <param name="Home">The tab as it is to be shown then.</param>
/// <param name="Trigger">Opens a view for three seconds.</param>
/// <param name="ViewId">The view above the tab in which it was; null for the tab itself.</param>
/// <param name="Submitted">That view was sent, and is not there any more unless the response says so.</param>
internal sealed record HomeView(HomeRequest Home, string Trigger, string? ViewId, bool Submitted);
