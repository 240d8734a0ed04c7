using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>Says where the meeting stands.</summary>
public sealed record MeetingStatus : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "meeting status", "", "/meeting status", "says where the meeting stands", Read)
    {
        Aliases =
        [
            "meeting", "status", "status?", "what's next", "what's next?", "what’s next", "what’s next?", "whats next",
            "whats next?", "what is next", "what is next?", "time left", "time left?", "where are we", "where are we?",
        ],
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        var meeting = agenda.Meeting;
        var waiting = Phrases.Count(agenda.Items.Count(item => item.Waits), "item");
        var date = meeting.Coming(turn.Now) is { } coming ? coming.Said(turn.Today) : null;
        if (meeting.StartedAt is not { } started)
            return Decision.Says(
                $"No meeting is running. The next one, {meeting.Name}, {(date is null ? "" : $"is on {date} and ")}has "
                    + $"{waiting} on its agenda{Next(agenda, "first")}. Start it with /meeting start.");

        var chair = meeting.Chair switch
        {
            null => "Nobody chairs yet (take it: /meeting chair me)",
            var absent when meeting.Vacant =>
                $"{absent.Name} chairs, but has left the call (take it: /meeting chair me)",
            var person => $"{person.Name} chairs",
        };
        var scribe = meeting.Scribe is { } writer ? $" {writer.Name} is the scribe." : "";
        var now = agenda.Current is { } current
            ? $" Now {current.Line}, for {Phrases.Length(current.SpentBy(turn.Now))}{Left(current, turn)}."
            : " No item is being discussed (/agenda next).";
        return Decision.Says(
            $"{meeting.Name} runs since {Phrases.Time(started, turn.Group.TimeZone)} "
                + $"({Phrases.Length(turn.Now - started)}). {chair}.{scribe}{now} {waiting} to come"
                + $"{Next(agenda, "next")}."
                + (date is null ? "" : $" The next meeting is on {date}."));
    }

    // "/meeting next Friday at 10" sets the date.
    private static ParsedCommand Read(CommandInput input) =>
        input.Text.Length == 0 || input.Text.TrimEnd('?').Equals("next", StringComparison.OrdinalIgnoreCase)
            ? new MeetingStatus()
            : input.Asked && SetMeetingDate.MayBeTime(input.Text) ? SetMeetingDate.Form.Read(input)
            : ParsedCommand.Wrong("\"meeting status\" stands alone; what follows it I do not understand.");

    private static string Next(AgendaState agenda, string which) =>
        agenda.Upcoming is { } item ? $", {which} {item.Line}" : "";

    private static string Left(AgendaItem current, Turn turn)
    {
        if (current.Timebox is not { } box) return "";
        var left = box - current.SpentBy(turn.Now);
        return left > Duration.Zero ? $", {Phrases.Length(left)} left" : $", {Phrases.Length(-left)} over";
    }
}
