using System.Text;
using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Busy;

/// <summary>Tells somebody what is kept of their calendar, with a form to give another; they alone see it.</summary>
public sealed record ShowBusyTimes : Command
{
    public static CommandForm Form { get; } = new(
        "busy", "", "/busy", "your busy times, so that who sets a date learns how many can't; alone it shows a form",
        Read)
    {
        Aliases = ["my busy times", "busy times"],
    };

    public override Reads Reads(Turn turn) => BusyMembers.ReadsOf(turn.Actor);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var kept = BusyMembers.Of(turn.Actor, rows) is var (known, own)
            ? BusyAnswers.Kept(known, own || turn.Conversation.Kind is ConversationKind.Personal, turn)
            : "I keep no busy times of yours.";
        var how = turn.Conversation.Platform == "teams"
            ? " Send me your calendar as a file (.ics) in our own chat, or paste it."
            : " Paste your calendar as its file (.ics) has it.";
        return BusyAnswers.Alone(kept, turn, BusyAnswers.Form(kept + how, turn));
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.Field("calendar") is { } pasted)
            return new GiveBusyTimes(CalendarReader.Read(Encoding.UTF8.GetBytes(pasted)));
        return input.IsCard || input.Text.Length == 0
            ? new ShowBusyTimes()
            : ParsedCommand.Wrong(
                "I take busy times as a calendar file (.ics), sent or pasted; \"busy\" alone shows what I keep, \"busy "
                    + "forget\" removes it.");
    }
}
