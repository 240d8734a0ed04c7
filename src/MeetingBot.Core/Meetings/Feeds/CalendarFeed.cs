using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Feeds;

/// <summary>
/// The address under which a calendar is read: the group's, or a person's own. A new one ends the old.
/// </summary>
public sealed record CalendarFeed(string Token);

/// <summary>Where the addresses of calendars are, and how one is made.</summary>
public static class CalendarFeeds
{
    /// <summary>The kind of these addresses.</summary>
    public const string Kind = "calendar";

    /// <summary>The row with the group's address.</summary>
    public static readonly string GroupKey = TableKey.Join("feed", "group");

    /// <summary>The rows with all of them.</summary>
    public static readonly KeyRange All = KeyRange.Under("feed");

    /// <summary>The row with the address of a person.</summary>
    public static string KeyOf(PersonKey? owner) =>
        owner is null ? GroupKey : TableKey.Join("feed", "person", owner.Value);

    /// <summary>The address that there is, or null.</summary>
    public static CalendarFeed? Read(Row? row) => row?.Read(MeetingJson.Default.CalendarFeed);

    /// <summary>
    /// The address, with what makes it where there is none yet; without a public address there can't be any.
    /// </summary>
    /// <param name="rows">With the row of <see cref="KeyOf"/>.</param>
    public static (CalendarFeed? Feed, Decision Making) Of(PersonKey? owner, Turn turn, RowSet rows)
    {
        if (turn.Options.PublicUrl is null) return (null, Decision.Nothing);
        var key = KeyOf(owner);
        if (Read(rows[key]) is { } known) return (known, Decision.Nothing);
        var feed = new CalendarFeed(turn.NewToken());
        var link = new PageLink(
            feed.Token, Kind, turn.Conversation.Group, null, turn.Group.Epoch, owner?.Value);
        return (feed, new Decision
        {
            Changes = [Rows.Put(key, feed, MeetingJson.Default.CalendarFeed, rows[key])],
            Links = [link],
        });
    }

    /// <summary>Where the calendar is subscribed to.</summary>
    public static Uri? Address(this CalendarFeed feed, Turn turn) => turn.Options.Page("calendar", feed.Token + ".ics");

    /// <summary>Where one meeting is fetched.</summary>
    public static Uri? Address(this CalendarFeed feed, Turn turn, int meeting) =>
        turn.Options.Page("calendar", feed.Token, FormattableString.Invariant($"{meeting}.ics"));
}
