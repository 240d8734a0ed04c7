using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Feeds;

/// <summary>
/// Ends the address of the group's calendar, one's own, or every one: it leads nowhere from then on.
/// </summary>
public sealed record RevokeCalendar(CalendarOwner Whose) : Command
{
    private const int MostAtOnce = 80;

    public static CommandForm Form { get; } = new(
        "calendar revoke", "[mine | all]", "/calendar revoke",
        "ends the calendar's address; /calendar gives a new one", Read)
    {
        Aliases = ["revoke calendar"],
    };

    public override Reads Reads(Turn turn) => Whose switch
    {
        CalendarOwner.Me => Tables.Reads.OfKeys(CalendarFeeds.KeyOf(turn.Actor.Key)),
        CalendarOwner.Group => Tables.Reads.OfKeys(CalendarFeeds.GroupKey),
        _ => Tables.Reads.Of(CalendarFeeds.All),
    };

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (Whose is not CalendarOwner.Me && !turn.IsChair()) return MeetingRefusals.ChairsOnly(turn);
        var feeds = rows.In(CalendarFeeds.All).ToList();
        if (feeds.Count == 0) return DateRefusals.NoLink;
        var tell = Whose switch
        {
            CalendarOwner.Me => "The address of your calendar has ended; who has subscribed to it gets nothing any "
                + "more. A new one: /calendar mine",
            CalendarOwner.Group => "The address of the group's calendar has ended; who has subscribed to it gets "
                + "nothing any more. A new one: /calendar",
            _ when feeds.Count > MostAtOnce => $"{MostAtOnce} addresses have ended. There are more: /calendar revoke "
                + "all",
            _ => "Every address of a calendar of this group has ended, people's own among them. New ones: /calendar, "
                + "/calendar mine",
        };
        return new Decision
        {
            Changes = [.. feeds.Take(MostAtOnce).Select(row => new RowChange.Delete(row.RowKey, row.ETag))],
            Tell = tell,
            Messages = [.. Whose is CalendarOwner.Me ? [] : turn.ToTheOthers(tell)],
        };
    }

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "" => new RevokeCalendar(CalendarOwner.Group),
        "mine" or "my own" or "me" => new RevokeCalendar(CalendarOwner.Me),
        "all" or "everything" or "all of them" => new RevokeCalendar(CalendarOwner.All),
        _ => ParsedCommand.Wrong("\"calendar revoke\" stands alone, or with \"mine\" or \"all\"."),
    };
}

/// <summary>Whose calendar is meant.</summary>
public enum CalendarOwner
{
    Group,
    Me,

    /// <summary>The group's and everybody's own of it.</summary>
    All,
}
