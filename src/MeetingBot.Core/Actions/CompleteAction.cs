using MeetingBot.Conversations;

namespace MeetingBot.Actions;

/// <summary>Closes an action item. Anyone may.</summary>
public sealed record CompleteAction(int Number) : Command<ActionState>
{
    public static CommandForm Form { get; } = new(
        "done", "<number>", "/done 12", "closes an action",
        input => input.Number("number") is { } number
            ? new CompleteAction(number)
            : ParsedCommand.Wrong("Which action is done? I need its number."))
    {
        Aliases = ["action done", "actions done", "close action", "complete action"],
    };

    public override Decision Decide(ActionState state, Turn turn)
    {
        if (!state.Items.TryGetValue(Number, out var action)) return ActionRefusals.NoSuchAction(Number);
        if (!action.Open) return ActionRefusals.AlreadyDone(action);
        return new Decision
        {
            Changes = [state.Change(action with { DoneAt = turn.Now, DoneBy = turn.Actor.Name })],
            Tell = $"Done: {action.LineOn(turn.Today)}",
        };
    }
}
