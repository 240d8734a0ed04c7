using System.Text;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Risks.Report;

/// <summary>
/// The risks of an assessment as CSV with the columns of CISO Assistant (backend/core/views.py): delimiter <c>;</c>, a
/// byte order mark before it, cells that a spreadsheet would run kept from it. Importing it again changes nothing.
/// </summary>
public static class AssessmentCsv
{
    private static readonly string[] Columns =
    [
        "ref_id", "assets", "threats", "name", "description", "existing_applied_controls", "current_impact",
        "current_proba", "current_risk", "additional_controls", "residual_impact", "residual_proba", "residual_risk",
        "treatment", "strength_of_knowledge",
    ];

    /// <summary>The text of the file, its byte order mark included; written as UTF-8.</summary>
    public static string Write(AssessmentDocument document)
    {
        var csv = new StringBuilder("\uFEFF");
        Line(csv, Columns);
        foreach (var risk in ExportedRisks.Of(document))
            Line(csv,
            [
                risk.Id, ExportedRisks.AssetNames(document, risk), ExportedRisks.ThreatNames(document, risk),
                    risk.Title,
                risk.Description, risk.Mitigation,
                ExportedRisks.Impact(document, risk.Result), ExportedRisks.Likelihood(document, risk.Result),
                ExportedRisks.Level(document, risk.Result), risk.Treatment?.Recommendation ?? "",
                ExportedRisks.Impact(document, risk.Residual), ExportedRisks.Likelihood(document, risk.Residual),
                ExportedRisks.Level(document, risk.Residual), Treatment(risk), Knowledge(document, risk),
            ]);
        return csv.ToString();
    }

    /// <summary>As CISO Assistant calls it.</summary>
    private static string Treatment(RiskScenario risk) => risk.Treatment?.Kind switch
    {
        null => "open",
        TreatmentKind.Reduce => "mitigate",
        TreatmentKind.Avoid => "avoid",
        TreatmentKind.Transfer => "transfer",
        _ => "accept",
    };

    /// <summary>How well the risk is known, by how its scores fell; empty where it was not scored.</summary>
    private static string Knowledge(AssessmentDocument document, RiskScenario risk) =>
        risk.Result?.Agreement(document.Criteria) switch
        {
            null => "",
            Agreement.Agreed => "High",
            Agreement.Discuss or Agreement.Split => "Medium",
            _ => "Low",
        };

    private static void Line(StringBuilder csv, IEnumerable<string> cells) =>
        csv.AppendJoin(';', cells.Select(SheetText.Csv)).Append("\r\n");
}
