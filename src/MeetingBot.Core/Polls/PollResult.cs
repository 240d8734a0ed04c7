using NodaTime;

namespace MeetingBot.Polls;

/// <summary>How a poll stood when it was closed; later ballots there are none.</summary>
/// <param name="Why">Why it was closed, in words: <c>its deadline has come</c>.</param>
/// <param name="Tally">The counts then.</param>
/// <param name="Winner">Id of the option that the rule or the chair has chosen; null while none is.</param>
/// <param name="PickedBy">The chair who has picked it against or without the rule.</param>
/// <param name="Line">Id of its line in the minutes; null where it has none.</param>
public sealed record PollResult(
    Instant At, string Why, PollTally Tally, int? Winner = null, string? PickedBy = null,
    string? Line = null);
