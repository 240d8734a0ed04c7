using MeetingBot.Conversations;
using MeetingBot.Teams.Authentication;
using Refusal = MeetingBot.Teams.Authentication.Refusal;

namespace MeetingBot.Teams;

/// <summary>What came of a turn, as the door answers it.</summary>
internal readonly record struct TurnResult(Answer? Answer, TurnFailure? Failure);

/// <summary>Why a turn came to nothing, for a message as a status, for a card in words.</summary>
internal sealed record TurnFailure(Refusal Refusal, string Words)
{
    public static readonly TurnFailure NotSaved = new(
        Refusal.Unavailable, "I could not save that; nothing was recorded. Please try again.");

    public static readonly TurnFailure TooLong = new(
        Refusal.Unavailable,
        "That took too long, and I can't tell whether it was saved. Please look before you try again.");

    public static readonly TurnFailure Broken = new(
        Refusal.Failed, "Something went wrong on our side. Please try again.");
}
