using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Risks;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.RiskDecisions;

/// <summary>Says that an accepted risk is to be looked at again. Fired by a timer, once.</summary>
public sealed record ReviewRisk(int Assessment, string Risk) : Command
{
    private const string Prefix = "risk review ";

    internal static TimerEntry At(Assessment assessment, RiskScenario risk, Instant due, Turn turn) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{assessment.Number} {risk.Id}"), due, turn.Conversation);

    /// <summary>The command of such a timer; null for another.</summary>
    public static Command? Read(string timer) =>
        timer.StartsWith(Prefix, StringComparison.Ordinal) && timer[Prefix.Length..].Split(' ') is [var number, var risk]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var assessment)
            ? new ReviewRisk(assessment, risk)
            : null;

    public override Reads Reads(Turn turn) =>
        Tables.Reads.OfKeys(RiskRows.Key(Assessment)).And(Tables.Reads.Of(RiskRows.RiskOf(Assessment, Risk)));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (rows[RiskRows.Key(Assessment)] is not { } row) return Decision.Nothing;
        var assessment = RiskRows.ReadAssessment(row);
        var risk = RiskRows.RisksIn(rows, Assessment, assessment.Generation).FirstOrDefault(one => one.Id == Risk);
        return risk is { Active: true, Treatment: { Kind: TreatmentKind.Accept, ReviewOn: { } day } } && day <= turn.Today
            ? new Decision
            {
                Messages = [turn.Say(
                    $"{risk.Id}, {risk.Title}, was accepted and is to be looked at again today. Score it anew: /risk open {risk.Id} "
                        + $"until Friday 18:00. Or accept it for longer: /risk treat {risk.Id} accept | review: in a year")],
            }
            : Decision.Nothing;
    }
}
