using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;
using NodaTime;

namespace MeetingBot.Risks;

/// <summary>
/// What one member has said of one risk in one round; the last one counts. It is theirs alone until the round is
/// revealed.
/// </summary>
/// <param name="Community">Theirs when it was given; empty for none.</param>
/// <param name="Scores">By dimension; what is missing was not answered.</param>
/// <param name="Confidence">1 low, 2 medium, 3 high; 0 where they did not say.</param>
public sealed record RiskScore(
    Person Member, Instant At, ImmutableSortedDictionary<RiskDimension, Score> Scores, string Community = "",
    int Confidence = 0, string Rationale = "")
{
    public const int MostRationale = 500;

    /// <summary>Whether nothing of it is open.</summary>
    public bool IsComplete(RiskCriteria criteria) => criteria.Dimensions.All(Scores.ContainsKey);
}

/// <summary>
/// How far one member has got in a round. It is read in place of their scores, of which there may be many.
/// </summary>
/// <param name="Marks">
/// A character for each risk of the round: <c>1</c> once it is answered, <c>0</c> before.
/// </param>
public sealed record RoundProgress(Person Member, string Marks)
{
    public int Done => Marks.Count(mark => mark == '1');

    public bool IsDone(int place) => place < Marks.Length && Marks[place] == '1';

    /// <summary>The first risk from a place on that is not answered, going round; null where all are.</summary>
    public int? NextOpen(int from, int risks)
    {
        for (var step = 0; step < risks; step++)
            if (!IsDone((from + step) % risks)) return (from + step) % risks;
        return null;
    }

    public RoundProgress With(int place, int risks)
    {
        var marks = Marks.PadRight(risks, '0').ToCharArray();
        marks[place] = '1';
        return this with { Marks = new string(marks) };
    }
}
