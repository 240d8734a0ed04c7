using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Report;

/// <summary>One sheet of a workbook: a topic, with names of its columns above its rows.</summary>
/// <param name="Rows">Each as long as the headers; texts as people typed them.</param>
public sealed record ExportSheet(
    string Name, ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>The sheets of an assessment's workbook.</summary>
public static class AssessmentSheets
{
    public static ImmutableArray<ExportSheet> Of(AssessmentDocument document) =>
    [
        About(document), Risks(document), Treatments(document), Assets(document), Threats(document), Scales(document),
    ];

    private static ExportSheet About(AssessmentDocument document) => new(
        "About", ["What", "Text"],
        [
            ["Title", document.Title], ["Version", document.Version], ["TLP", document.Tlp.Label()],
            ["State", document.Frozen ? "frozen" : "draft"], ["At", document.At.ToString()],
            ["In scope", document.ScopeIn], ["Out of scope", document.ScopeOut],
            ["Workflows", string.Join('\n', document.Workflows)], ["Criteria", document.Criteria.Name],
            ["Matrix", document.Criteria.Matrix.Name],
        ]);

    private static ExportSheet Risks(AssessmentDocument document) => new(
        "Risks",
        [
            "Id", "Title", "Level", "Likelihood", "Impact", "Agreement", "Residual level", "Residual likelihood",
            "Residual impact", "Assets", "Threats", "Description", "Mitigation", "Workflow", "Communities",
            "Differences", "Older ids", "References", "TLP",
            "On other scales",
        ],
        [
            .. ExportedRisks.Of(document).Select(risk => ImmutableArray.Create(
                risk.Id, risk.Title, ExportedRisks.Level(document, risk.Result),
                    ExportedRisks.Likelihood(document, risk.Result),
                ExportedRisks.Impact(document, risk.Result), risk.Result?.Agreement(document.Criteria).ToString() ?? "",
                ExportedRisks.Level(document, risk.Residual), ExportedRisks.Likelihood(document, risk.Residual),
                ExportedRisks.Impact(document, risk.Residual), ExportedRisks.AssetNames(document, risk),
                ExportedRisks.ThreatNames(document, risk), risk.Description, risk.Mitigation, risk.Workflow,
                string.Join('\n', risk.Communities), risk.Differences, string.Join(", ", risk.Aliases),
                string.Join('\n', risk.References), (risk.Tlp ?? document.Tlp).Label(),
                Mapped(document, risk))),
        ]);

    private static string Mapped(AssessmentDocument document, RiskScenario risk) => string.Join(
        '\n', EntryWords.OnOtherScales(RiskEntry.Of(risk, document), document.Criteria)
            .Select(one => $"{one.Name}: {one.Value}"));

    private static ExportSheet Treatments(AssessmentDocument document) => new(
        "Treatment", ["Id", "Title", "Treatment", "Recommendation", "Addressee", "Owner", "Due on", "Review on"],
        [
            .. ExportedRisks.Of(document).Where(risk => risk.Treatment is not null)
                .Select(risk => ImmutableArray.Create(
                risk.Id, risk.Title, risk.Treatment!.Kind.ToString().ToLowerInvariant(), risk.Treatment.Recommendation,
                risk.Treatment.Addressee, risk.Treatment.Owner, Day(risk.Treatment.DueOn),
                    Day(risk.Treatment.ReviewOn))),
        ]);

    private static ExportSheet Assets(AssessmentDocument document) => new(
        "Assets", ["Id", "Name", "Kind", "Description", "Owner", "C", "I", "A", "References"],
        [
            .. document.Assets.Select(asset => ImmutableArray.Create(
                asset.Id, asset.Name, asset.Kind.ToString().ToLowerInvariant(), asset.Description, asset.Owner,
                ExportedRisks.Number(asset.Confidentiality), ExportedRisks.Number(asset.Integrity),
                ExportedRisks.Number(asset.Availability), string.Join('\n', asset.References))),
        ]);

    private static ExportSheet Threats(AssessmentDocument document) => new(
        "Threats", ["Id", "Name", "STRIDE", "Description", "References"],
        [
            .. document.Threats.Select(threat => ImmutableArray.Create(
                threat.Id, threat.Name, threat.Stride?.Words() ?? "", threat.Description,
                    string.Join('\n', threat.References))),
        ]);

    private static ExportSheet Scales(AssessmentDocument document) => new(
        "Scales", ["Scale", "Value", "What it means"],
        [
            .. Anchors("Likelihood", document.Criteria.Likelihood), .. Anchors("Impact", document.Criteria.Impact),
            .. MappingWords.Tables(document.Criteria)
                .SelectMany(table => table.Rows.Select(row => ImmutableArray.Create(table.Title, row[0], row[1]))),
        ]);

    private static IEnumerable<ImmutableArray<string>> Anchors(string name, Scale scale) => scale.Values.Select(value =>
        ImmutableArray.Create(name, value.ToString(CultureInfo.InvariantCulture), scale.Anchor(value) ?? ""));

    private static string Day(NodaTime.LocalDate? day) =>
        day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
