using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Documents;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Feeds;

/// <summary>
/// Sends the coming meeting as a file for a calendar to who asks, for them alone: as a file where the platform hands
/// files over, and else the address of it.
/// </summary>
public sealed record SendCalendarFile : Command
{
    public static CommandForm Form { get; } = CommandForm.Plain(
        "calendar file", "sends you the coming meeting as a file for your calendar", () => new SendCalendarFile()) with
    {
        Example = "/calendar file",
        Aliases = ["meeting file", "file for my calendar"],
    };

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(CalendarFeeds.GroupKey);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (meeting.Coming(turn.Now) is not { } start) return DateRefusals.NoDate;
        var (feed, making) = CalendarFeeds.Of(null, turn, rows);
        if (feed?.Address(turn, meeting.ComingNumber()) is not { } address) return DateRefusals.NoPublicAddress;
        var message = Message(feed, meeting, start, address, turn);
        var sent = OwnFile.Sent(message, turn);
        return making with { Tell = sent.Tell, Messages = sent.Messages };
    }

    /// <summary>The message with the file of a meeting, whose text has its address.</summary>
    internal static Outgoing Message(
        CalendarFeed feed, Meeting meeting, PlannedStart start, Uri address, Turn turn)
    {
        var what = $"{Phrases.Shorten(meeting.Name, 100)}, {start.Said(turn.Today)}";
        return turn.Say($"{what}. For your calendar: {address.AbsoluteUri}") with
        {
            File = CalendarFiles.Of(feed, meeting.ComingNumber(), what),
        };
    }
}
