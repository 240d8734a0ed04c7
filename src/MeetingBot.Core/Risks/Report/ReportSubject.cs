using System.Globalization;

namespace MeetingBot.Risks.Report;

/// <summary>What the address of a report shows: <c>1</c>, <c>1 v1.0</c>, <c>1 v1.0 TLP:GREEN</c>.</summary>
/// <param name="Version">A frozen one; null for the one that is worked on.</param>
/// <param name="Audience">For whom: what is stricter is left out. Null for the group itself.</param>
internal sealed record ReportSubject(int Assessment, string? Version, Tlp? Audience)
{
    public override string ToString() => Assessment.ToString(CultureInfo.InvariantCulture)
        + (Version is null ? "" : " v" + Version) + (Audience is { } audience ? " " + audience.Label() : "");

    /// <summary>Null for what is none.</summary>
    public static ReportSubject? Read(string? text)
    {
        var words = (text ?? "").Split(' ');
        if (!int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var assessment)) return null;
        var version = words.Skip(1).FirstOrDefault(word => word.StartsWith('v'));
        var audience = words.Skip(1).FirstOrDefault(word => word.StartsWith("TLP:", StringComparison.Ordinal));
        return new ReportSubject(assessment, version?[1..], audience is null ? null : TlpLabels.Read(audience));
    }
}
