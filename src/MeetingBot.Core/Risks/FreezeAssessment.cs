using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Risks.Catalogue;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>
/// Freezes the version that is worked on: it changes no more, and what comes later is the next version's. Who runs the
/// assessment may.
/// </summary>
/// <param name="Version">As typed; null for the next whole one.</param>
public sealed record FreezeAssessment(string? Version) : OneAssessment
{
    private const int Most = 100;

    public static CommandForm Form { get; } = new(
        "risk freeze", "[version]", "/risk freeze v1.0", "freezes a version of the assessment", Read);

    protected override Reads Beside(int assessment, Turn turn) =>
        AllRisks(assessment).And(Tables.Reads.Of(RiskRows.RoundsOf(assessment))).And(RiskCatalogue.Reads);

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        if (assessment.Importing is not null) return RiskRefusals.Importing(assessment);
        if (!state.Active.Any()) return RiskRefusals.NoRisks;
        if (state.Rounds.FirstOrDefault(round => round.Open) is { } open)
            return new Refusal($"Round {open.Number} is open; what it comes to would be missing. Reveal it first: "
                + "/risk reveal");
        var version = Version ?? NextWhole(assessment.Version);
        if (assessment.FrozenAs(version) is not null)
            return new Refusal($"v{version} is frozen already. For example: /risk freeze v{Next(version)}");
        if ((assessment.Frozen.IsDefault ? 0 : assessment.Frozen.Length) >= Most)
            return new Refusal($"Up to {Most} versions can be frozen.");
        var kept = FrozenCatalogue.Keep(RiskCatalogue.From(state.Rows), assessment.Number, assessment.Generation)
            .ToList();
        if (kept.Sum(row => row.Payload.Length) > FrozenCatalogue.MostInAll)
            return new Refusal("So much is written in the catalogue that it can't be kept with a version. Shorten "
                + "descriptions, or drop what no risk names: /asset drop A-3");
        var frozen = new FrozenVersion(version, assessment.Generation, turn.Now, turn.Actor)
        {
            Title = assessment.Title, ScopeIn = assessment.ScopeIn, ScopeOut = assessment.ScopeOut, Tlp = assessment.Tlp,
            Criteria = assessment.Criteria,
            Communities = assessment.Communities, Workflows = assessment.Workflows,
        };
        var next = assessment with
        {
            Frozen = assessment.Frozen.IsDefault ? [frozen] : assessment.Frozen.Add(frozen),
            Generation = assessment.Generation + 1,
            Version = Next(version),
        };
        var unscored = state.Active.Count(risk => risk.Result is null);
        var without = unscored > 0 ? $" {Phrases.Count(unscored, "risk")} in it were not scored." : "";
        return new Decision
        {
            Changes = [.. state.Change(next), .. kept],
            Tell = $"\"{assessment.Title}\" v{version} is frozen: it changes no more. What is added or scored from now "
                + $"on belongs to v{next.Version}.{without} Its report: /risk report v{version}",
        };
    }

    /// <summary><c>0.3</c> becomes <c>1.0</c>.</summary>
    private static string NextWhole(string version) => Number(version.Split('.')[0]) is { } major
        ? (major + 1).ToString(CultureInfo.InvariantCulture) + ".0"
        : "1.0";

    /// <summary><c>1.0</c> becomes <c>1.1</c>.</summary>
    private static string Next(string version)
    {
        var parts = version.Split('.');
        return Number(parts[^1]) is { } minor
            ? string.Join('.', [.. parts[..^1], (minor + 1).ToString(CultureInfo.InvariantCulture)])
            : version + ".1";
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.Text.Length == 0) return new FreezeAssessment((string?)null);
        return AssessmentVersion.Read(input.Text) is { } version
            ? new FreezeAssessment(version)
            : ParsedCommand.Wrong("As which version? Numbers with points, such as v1.0, or nothing for the next.");
    }
}
