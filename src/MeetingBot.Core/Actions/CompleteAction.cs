using MeetingBot.Conversations;

namespace MeetingBot.Actions;

/// <summary>Closes action items, and tells of each that is named. Anyone may.</summary>
public sealed record CompleteAction(NumberList Numbers) : Command<ActionState>
{
    public static CommandForm Form { get; } = new(
        "done", "<number>, 3-5", "/done 12", "closes an action, or several",
        input => Read(input) is { } numbers
            ? new CompleteAction(numbers)
            : ParsedCommand.Wrong("Which action is done? I need its number, or several: 3 4 5, or 3-5."))
    {
        Aliases =
        [
            "action done", "actions done", "close action", "close actions", "complete action", "complete actions",
        ],
        MembersFromAfar = true,
        TellsFromAfar = true,
    };

    public override Decision Decide(ActionState state, Turn turn) => ActionMarks.Change(
        Numbers, state, turn, "Done: ",
        action => action.Open ? action with { DoneAt = turn.Now, DoneBy = turn.Actor.Name } : null,
        ActionRefusals.AlreadyDone);

    /// <summary>The numbers that are typed, or pressed on a card.</summary>
    internal static NumberList? Read(CommandInput input) =>
        input.NumberField("number") is { } pressed ? NumberList.Of(pressed) : NumberList.Parse(input.Text);
}
