using MeetingBot.Meetings.Homes;

namespace MeetingBot.Slack.Homes;

/// <summary>
/// What a view keeps of being somebody's Home tab, or of having been opened from there: <c>home 2.10</c>, with where
/// the tab's page begins. No channel's id has a blank.
/// </summary>
internal static class HomeOrigin
{
    private const string Mark = "home ";

    public static string Write(string from) => Mark + HomePlace.Read(from);

    /// <summary>Where the page begins; null for a view of another origin.</summary>
    public static string? Read(string origin) => origin.StartsWith(Mark, StringComparison.Ordinal)
        ? HomePlace.Read(origin[Mark.Length..]).ToString()
        : null;
}
