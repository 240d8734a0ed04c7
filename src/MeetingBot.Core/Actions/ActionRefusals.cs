using MeetingBot.Conversations;

namespace MeetingBot.Actions;

/// <summary>The "no"s of action items.</summary>
public static class ActionRefusals
{
    public static Refusal NoSuchAction(int number) =>
        new($"There is no action {number}. To see the open ones: /actions");

    public static Refusal AlreadyDone(ActionItem action) =>
        new(
            $"Action {action.Number} was done already{(action.DoneBy is { } who ? $" ({who})" : "")}. To open it "
                + $"again: /reopen {action.Number}");

    public static Refusal AlreadyOpen(ActionItem action) => new($"Action {action.Number} is open.");

    public static Refusal NoneOpen { get; } = new(
        "No action is open. Give one: ACTION: Luna to share the document by Friday");
}
