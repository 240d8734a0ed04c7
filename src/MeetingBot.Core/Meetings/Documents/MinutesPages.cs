using System.Globalization;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Documents;

/// <summary>Addresses of a group's pages.</summary>
public static class MinutesPages
{
    /// <summary>The page of a meeting's minutes, or null without a public address.</summary>
    public static Uri? Address(Turn turn, int meeting) => turn.Group.Link.Length == 0
        ? null
        : turn.Options.Page("minutes", turn.Group.Link, meeting.ToString(CultureInfo.InvariantCulture));
}
