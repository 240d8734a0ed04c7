using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Risks.Report;

/// <summary>What stands on the front page.</summary>
public static class ReportFacts
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMMM yyyy");

    /// <summary><c>Risk assessment, version 1.0, frozen on 28 November 2026</c>.</summary>
    public static string Subtitle(AssessmentDocument document) =>
        $"Risk assessment, version {document.Version}, "
        + (document.Frozen ? "frozen on " : "a draft as of ") + Date(document.At);

    /// <summary>Who made it and what it is about, where that is known.</summary>
    public static IEnumerable<(string Name, string Value)> Of(AssessmentDocument document)
    {
        if (document.Group.Length > 0) yield return ("Group", document.Group);
        if (!document.Authors.IsEmpty) yield return ("Authors", string.Join(", ", document.Authors));
        if (document.ScopeIn.Length > 0) yield return ("In scope", document.ScopeIn);
        if (document.ScopeOut.Length > 0) yield return ("Out of scope", document.ScopeOut);
        if (!document.Workflows.IsEmpty) yield return ("Workflows", string.Join(", ", document.Workflows));
        if (!document.Communities.IsEmpty)
            yield return ("Communities", string.Join(", ", document.Communities.Select(community => community.Name)));
        yield return ("Judged by", $"{document.Criteria.Name}; matrix {document.Criteria.Matrix.Name}");
    }

    /// <summary>In UTC: its readers are in many zones.</summary>
    public static string Date(Instant at) => Day.Format(at.InUtc().Date);

    public static string Date(LocalDate date) => Day.Format(date);

    /// <summary>Who does it and by when, to be put behind it; empty where nobody said.</summary>
    public static string Who(Treatment treatment)
    {
        var who = treatment.Owner.Length > 0 ? " Owner: " + treatment.Owner + "." : "";
        return who + (treatment.DueOn is { } due ? $" Due: {Date(due)}." : "");
    }

    /// <summary>Name of a file with the report, its label in it: <c>risk-report-v1.0-TLP-AMBER.pdf</c>.</summary>
    /// <param name="ending">Without the dot.</param>
    public static string FileName(AssessmentDocument document, string ending)
    {
        var version = string.Concat(document.Version.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'));
        return $"risk-report-v{version[..Math.Min(20, version.Length)]}-"
            + document.Tlp.Label().Replace(':', '-').Replace('+', '-') + "." + ending;
    }
}
