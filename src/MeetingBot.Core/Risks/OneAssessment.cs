using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>A command about the assessment that the group works on.</summary>
public abstract record OneAssessment : Command
{
    /// <summary>What it needs beside the assessment itself.</summary>
    protected virtual Reads Beside(int assessment, Turn turn) => Tables.Reads.None;

    public sealed override Reads Reads(Turn turn) => turn.OpenRounds().Current is > 0 and var current
        ? Tables.Reads.OfKeys(RiskRows.Key(current)).And(Beside(current, turn))
        : Tables.Reads.None;

    public sealed override Decision Decide(Turn turn, RowSet rows) =>
        turn.OpenRounds().Current is > 0 and var current && rows[RiskRows.Key(current)] is { } row
            ? Decide(new AssessmentState(RiskRows.ReadAssessment(row), row, rows), turn)
            : RiskRefusals.NoAssessment;

    /// <summary>The rule.</summary>
    public abstract Decision Decide(AssessmentState state, Turn turn);

    /// <summary>Every scenario.</summary>
    protected static Reads AllRisks(int assessment) => Tables.Reads.Of(RiskRows.RisksOf(assessment));
}
