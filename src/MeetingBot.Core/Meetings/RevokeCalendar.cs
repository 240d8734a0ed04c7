using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>Ends the address of the group's calendar, or of one's own: it leads nowhere from then on.</summary>
public sealed record RevokeCalendar(bool Mine) : Command
{
    public static CommandForm Form { get; } = new(
        "calendar revoke", "[mine]", "/calendar revoke", "ends the calendar's address; /calendar gives a new one", Read)
    {
        Aliases = ["revoke calendar"],
    };

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(CalendarFeeds.KeyOf(Owner(turn)));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (!Mine && !turn.IsChair()) return MeetingRefusals.ChairsOnly(turn);
        if (rows[CalendarFeeds.KeyOf(Owner(turn))] is not { } row) return DateRefusals.NoLink;
        var whose = Mine ? "your calendar" : "the group's calendar";
        var tell = $"The address of {whose} has ended; who has subscribed to it gets nothing any more. A new one: "
            + (Mine ? "/calendar mine" : "/calendar");
        return new Decision
        {
            Changes = [new RowChange.Delete(row.RowKey, row.ETag)],
            Tell = tell,
            Messages = [.. Mine ? [] : turn.ToTheOthers(tell)],
        };
    }

    private PersonKey? Owner(Turn turn) => Mine ? turn.Actor.Key : null;

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "" => new RevokeCalendar(false),
        "mine" or "my own" => new RevokeCalendar(true),
        _ => ParsedCommand.Wrong("\"calendar revoke\" stands alone, or \"calendar revoke mine\"."),
    };
}
