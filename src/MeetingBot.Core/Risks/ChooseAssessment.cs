using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>Lists the group's assessments, or goes on with another of them.</summary>
/// <param name="Number">Null to list them.</param>
public sealed record ChooseAssessment(int? Number) : Command
{
    public static CommandForm Form { get; } = new(
        "risk assessments", "[number]", "/risk assessments 2", "lists the assessments, or goes on with another",
        input => input.Number("assessment") is { } number ? new ChooseAssessment(number)
            : input.Text.Length == 0 ? new ChooseAssessment((int?)null)
            : ParsedCommand.Wrong("Which assessment? Its number, or nothing to list them."))
    {
        Aliases = ["risk assessment", "assessments"],
    };

    public override Reads Reads(Turn turn) => Tables.Reads.Of(RiskRows.Assessments);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var all = rows.In(RiskRows.Assessments).Select(RiskRows.ReadAssessment).ToList();
        if (all.Count == 0) return RiskRefusals.NoAssessment;
        var open = turn.OpenRounds();
        if (Number is not { } number)
            return Decision.Says(string.Join('\n', all.Select(one =>
                $"{one.Number}. {one.Name}{(one.Number == open.Current ? " – the one that is worked on" : "")}")));
        if (all.FirstOrDefault(one => one.Number == number) is not { } chosen)
            return RiskRefusals.NoSuchAssessment(number);
        if (!turn.MayRun(chosen)) return RiskRefusals.RunnersOnly(chosen, turn);
        return new Decision
        {
            Changes = [RiskRows.PutOpen(open with { Current = number }, turn)],
            Tell = $"The group now works on {chosen.Name}.",
        };
    }
}
