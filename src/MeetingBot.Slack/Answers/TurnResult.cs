using MeetingBot.Conversations;

namespace MeetingBot.Slack.Answers;

/// <summary>What came of a turn, as the door answers it.</summary>
internal readonly record struct TurnResult(Answer? Answer, TurnFailure? Failure = null);

/// <summary>Why a turn came to nothing: for an event as a status, for a person in words.</summary>
internal sealed record TurnFailure(Denial Denial, string Words)
{
    public static readonly TurnFailure NotSaved = new(
        Denial.Unavailable, "I could not save that; nothing was recorded. Please try again.");

    public static readonly TurnFailure PerhapsSaved = new(
        Denial.Unavailable, "I can't tell whether that was saved. Please look before you try again.");

    public static readonly TurnFailure TooLong = new(
        Denial.Unavailable,
        "That took too long, and I can't tell whether it was saved. Please look before you try again.");

    public static readonly TurnFailure Broken = new(
        Denial.Failed, "Something went wrong on our side. Please try again.");
}
