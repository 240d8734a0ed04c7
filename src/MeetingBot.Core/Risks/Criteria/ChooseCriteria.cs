using MeetingBot.Conversations;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Criteria;

/// <summary>
/// Shows by what risks are judged, or takes another set, while nothing has been scored in it. Who runs the assessment
/// may.
/// </summary>
/// <param name="Set">Name of a shipped set; null to keep it.</param>
/// <param name="ByNeed">Impact for confidentiality, integrity and availability each; null to leave it.</param>
/// <param name="Named">Who scored what is named to who runs it after the reveal; null to leave it.</param>
public sealed record ChooseCriteria(string? Set, bool? ByNeed, bool? Named, Tlp? Tlp) : OneAssessment
{
    public static CommandForm Form { get; } = new(
        "risk criteria", "[wlcg|nist|iso|egi|eosc|lcg] [cia|one impact] [named|nameless] [tlp:…]",
        "/risk criteria nist", "shows or sets scales, matrix, names and TLP", Read)
    {
        Aliases = ["risk scale", "risk scales", "risk matrix"],
    };

    protected override Reads Beside(int assessment, Turn turn) => Tables.Reads.Of(RiskRows.RoundsOf(assessment));

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (Set is null && ByNeed is null && Named is null && Tlp is null) return Decision.Says(Words(assessment));
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        if (IsScored(state) && (Set is not null || ByNeed is not null || Named is not null))
            return RiskRefusals.CriteriaStay(assessment);
        var criteria = Set is null ? assessment.Criteria : ShippedCriteria.Find(Set)!;
        if (criteria.HasScalesOf(assessment.Criteria))
            criteria = criteria with { Mappings = assessment.Criteria.AllMappings };
        criteria = criteria with { ByNeed = ByNeed ?? assessment.Criteria.ByNeed };
        var changed = assessment with
        {
            Criteria = criteria,
            ScaledFrom = criteria.HasScalesOf(assessment.Criteria) ? assessment.ScaledFrom : assessment.NextRound,
            Named = Named ?? assessment.Named, Tlp = Tlp ?? assessment.Tlp,
        };
        return new Decision { Changes = state.Change(changed), Tell = Words(changed) + Lost(assessment, changed) };
    }

    /// <summary>Whether something was scored, or is being scored, by the criteria of this version.</summary>
    internal static bool IsScored(AssessmentState state) => state.Rounds.Any(round =>
        round.Generation == state.Assessment.Generation && round.Status is not RoundStatus.Cancelled);

    internal static string Words(Assessment assessment)
    {
        var criteria = assessment.Criteria;
        var names = assessment.Named
            ? "Once a round is revealed, who runs the assessment sees who scored what."
            : "Nobody ever sees who scored what.";
        return $"{assessment.Name} is {assessment.Tlp.Label()} and judged by {criteria.Name} "
            + $"({criteria.Matrix.Name}). {names}\nLikelihood: {Levels(criteria.Likelihood)}\n"
            + $"Impact{(criteria.ByNeed ? " (confidentiality, integrity and availability each)" : "")}: "
            + Levels(criteria.Impact) + "\nOther sets: "
            + string.Join(", ", ShippedCriteria.All.Where(set => set.Id != criteria.Id)
                .Select(set => $"{set.Id} ({set.Name})"));
    }

    /// <summary>What other scales leave behind: a table is between the scales that it was agreed on for.</summary>
    internal static string Lost(Assessment before, Assessment after) =>
        before.Criteria.AllMappings.IsEmpty || !after.Criteria.AllMappings.IsEmpty ? ""
            : "\nIts mapping onto other scales is gone with the scales it was made for: /risk mapping import";

    private static string Levels(Scale scale) => string.Join("; ", scale.Values.Select(scale.Say));

    private static ParsedCommand Read(CommandInput input)
    {
        string? set = null;
        bool? byNeed = null, named = null;
        Tlp? tlp = null;
        var text = (input.Field("set") ?? input.Text).ToLowerInvariant()
            .Replace("one impact", "one", StringComparison.Ordinal);
        foreach (var word in text.Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ShippedCriteria.Find(word) is { } found) set = found.Id;
            else if (word is "cia" or "c/i/a") byNeed = true;
            else if (word is "one" or "single") byNeed = false;
            else if (word is "named" or "names") named = true;
            else if (word is "nameless" or "anonymous") named = false;
            else if (TlpLabels.Read(word) is { } label) tlp = label;
            else
                return ParsedCommand.Wrong(
                    $"\"{Phrases.Shorten(word, 30)}\" is none of wlcg, nist, iso, egi, eosc, lcg, cia, "
                    + "one impact, named, nameless and the TLP labels.");
        }
        return new ChooseCriteria(set, byNeed, named, tlp);
    }
}
