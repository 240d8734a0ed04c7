using MeetingBot.Conversations;

namespace MeetingBot.Actions;

/// <summary>Opens an action item again. Anyone may.</summary>
public sealed record ReopenAction(int Number) : Command<ActionState>
{
    public static CommandForm Form { get; } = new(
        "reopen", "<number>", "/reopen 12", "opens an action again",
        input => input.Number("number") is { } number
            ? new ReopenAction(number)
            : ParsedCommand.Wrong("Which action? I need its number."))
    {
        Aliases = ["action reopen", "actions reopen", "reopen action"],
    };

    public override Decision Decide(ActionState state, Turn turn)
    {
        if (!state.Items.TryGetValue(Number, out var action)) return ActionRefusals.NoSuchAction(Number);
        if (action.Open) return ActionRefusals.AlreadyOpen(action);
        return new Decision
        {
            Changes = [state.Change(action with { DoneAt = null, DoneBy = null })],
            Tell = $"Open again: {action.LineOn(turn.Today)}",
        };
    }
}
