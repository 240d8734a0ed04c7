using System.Collections.Immutable;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// What every turn knows of the group's assessments: which is worked on, and which rounds are open.
/// </summary>
/// <param name="Current">The assessment that is meant where none is named; 0 for none.</param>
public sealed record OpenRounds(ImmutableArray<OpenRound> Rounds, int Current = 0)
{
    public const int Most = 5;

    public static OpenRounds None { get; } = new([]);

    /// <summary>The only one; null where there is none or several.</summary>
    public OpenRound? Only => Rounds.Length == 1 ? Rounds[0] : null;

    public OpenRounds With(ScoringRound round) => this with
    {
        Rounds = round.Open
            ? [.. Without(round), new OpenRound(round.Assessment, round.Number)]
            : [.. Without(round)],
    };

    private IEnumerable<OpenRound> Without(ScoringRound round) =>
        Rounds.Where(open => (open.Assessment, open.Number) != (round.Assessment, round.Number));
}

/// <summary>An open round of an assessment.</summary>
public sealed record OpenRound(int Assessment, int Number);
