using MeetingBot.Conversations;

namespace MeetingBot.Actions;

/// <summary>The "no"s of action items.</summary>
public static class ActionRefusals
{
    public static Refusal NoSuchAction(int number) =>
        new($"There is no action {number}. To see the open ones: /actions");

    /// <summary>To who wanted to change it, and may have meant a new one that begins with a number.</summary>
    public static Refusal NoneToChange(int number) =>
        new(
            $"{NoSuchAction(number).Text}. A new one that begins with a number has a colon before it: ACTION: "
                + $"{number} …");

    public static Refusal IsSoAlready(ActionItem action, NodaTime.LocalDate today) =>
        new($"Action {action.Number} is so already: {action.SaidOn(today)}");

    public static Refusal AlreadyDone(ActionItem action) =>
        new(
            $"Action {action.Number} was done already{(action.DoneBy is { } who ? $" ({who})" : "")}. To open it "
                + $"again: /reopen {action.Number}");

    public static Refusal AlreadyOpen(ActionItem action) => new($"Action {action.Number} is open.");

    /// <param name="owner">Whose were asked for, as typed; null for everybody's.</param>
    /// <param name="others">How many of other people's are open.</param>
    public static Refusal NoneOpenOf(string? owner, int others) => (owner, others) switch
    {
        (null, _) or (_, 0) => NoneOpen,
        ("unassigned", _) => new(
            $"No action is unassigned; {(others == 1 ? "1 that is open is" : $"{others} that are open are")} "
                + "somebody's: /actions"),
        _ => new(
            $"No action of {(owner is "mine" or "me" ? "yours" : Phrases.Shorten(owner, 60))} is open; "
                + $"{(others == 1 ? "1 other is" : $"{others} others are")}: /actions"),
    };

    private static Refusal NoneOpen { get; } = new(
        "No action is open. Give one: ACTION: Luna to share the document by Friday");
}
