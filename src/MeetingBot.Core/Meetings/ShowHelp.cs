using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>Lists what this person may do now, with examples that work.</summary>
public sealed record ShowHelp(Func<IEnumerable<CommandForm>> Forms) : Command<MeetingState>
{
    public static CommandForm Form(Func<IEnumerable<CommandForm>> forms) => new(
        "help", "", "/help", "lists what you can do now", input => input.Asked || input.Text.Length == 0
            ? new ShowHelp(forms)
            : ParsedCommand.Wrong("\"help\" stands alone."))
    {
        Aliases = ["?", "help?", "commands", "what can you do"],
    };

    public override Decision Decide(MeetingState state, Turn turn)
    {
        var meeting = state.Meeting;
        var possible = Forms().Where(form => !form.Hidden && meeting.Fits(form.Moment) && turn.May(form.Audience))
            .ToList();
        var text = new StringBuilder(meeting.Running
            ? $"{meeting.Name} is running{(turn.MayRun(meeting) ? " and you may run it" : "")}. You can:"
            : "No meeting is running. You can:");
        foreach (var form in possible)
            text.Append('\n').Append("• ").Append(form.Example).Append(" – ").Append(form.Purpose);

        var others = Forms().Where(form => !form.Hidden && meeting.Fits(form.Moment) && !turn.May(form.Audience))
            .Select(form => form.Words)
            .ToList();
        if (others.Count > 0)
            text.Append($"\nFor who chairs ({turn.Runners(meeting)}): ").Append(string.Join(", ", others));
        if (!meeting.Running)
            text.Append(
                "\nWhile a meeting runs I take minutes: \"note: …\", \"ML - …\", \"RESOLVED: …\", \"ACTION: Luna to … "
                    + "by Friday\".");
        return Decision.Says(text.ToString());
    }
}
