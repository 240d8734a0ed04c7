using MeetingBot.Conversations;

namespace MeetingBot.Actions;

/// <summary>Opens action items again, and tells of each that is named. Anyone may.</summary>
public sealed record ReopenAction(NumberList Numbers) : Command<ActionState>
{
    public static CommandForm Form { get; } = new(
        "reopen", "<number>, 3-5", "/reopen 12", "opens an action again, or several",
        input => CompleteAction.Read(input) is { } numbers
            ? new ReopenAction(numbers)
            : ParsedCommand.Wrong("Which action? I need its number, or several: 3 4 5, or 3-5."))
    {
        Aliases = ["action reopen", "actions reopen", "reopen action", "reopen actions"],
    };

    public override Decision Decide(ActionState state, Turn turn) => ActionMarks.Change(
        Numbers, state, turn, "Open again: ",
        action => action.Open ? null : action with { DoneAt = null, DoneBy = null },
        ActionRefusals.AlreadyOpen);
}
