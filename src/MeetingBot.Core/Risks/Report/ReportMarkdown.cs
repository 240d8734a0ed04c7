using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Risks.Report.Pictures;

namespace MeetingBot.Risks.Report;

/// <summary>The report as Markdown, without pictures: what they show is in tables and words.</summary>
public static class ReportMarkdown
{
    /// <param name="page">Its page, where there is one.</param>
    public static string Write(RiskReport report, Uri? page = null)
    {
        var text = new MarkdownText();
        Front(text, report, page);
        Summary(text, report);
        Maps(text, report);
        Watch(text, report);
        text.Heading(2, "Risks");
        foreach (var entry in report.All) RiskMarkdown.Write(text, entry, report.Criteria);
        if (!report.Gone.IsEmpty)
        {
            text.Heading(3, "No longer risks of their own");
            foreach (var risk in report.Gone)
                text.Point($"{risk.Id} {risk.Title}: {risk.State.ToString().ToLowerInvariant()}"
                    + (risk.Successors.IsEmpty ? "" : ", now " + string.Join(", ", risk.Successors)));
            text.End();
        }
        Advice(text, report);
        if (report.Changes is { } changes)
        {
            text.Heading(2, $"What has changed since version {changes.From}");
            foreach (var change in changes.Changes)
                text.Point(change.Risk.Length > 0 ? $"{change.Risk}: {change.What}" : change.What);
            if (changes.Changes.IsEmpty) text.Paragraph("Nothing.");
            text.End();
        }
        MethodologyMarkdown.Write(text, report);
        Annexes(text, report);
        text.Paragraph(report.Label);
        return text.ToString();
    }

    private static void Front(MarkdownText text, RiskReport report, Uri? page)
    {
        var document = report.Document;
        text.Paragraph(report.Label);
        text.Heading(1, document.Title);
        text.Paragraph(ReportFacts.Subtitle(document));
        foreach (var (name, value) in ReportFacts.Of(document)) text.Named(name, value);
        if (page is not null) text.Raw($"Page: <{page.AbsoluteUri}>");
        text.End();
    }

    private static void Summary(MarkdownText text, RiskReport report)
    {
        text.Heading(2, "Executive summary");
        text.Paragraph(string.Join(' ', report.Summary()));
        if (report.Ranked.IsEmpty) return;
        text.Table(["Risk", "Level", "In one sentence", "First recommendation"], report.Top.Select(entry => new[]
        {
            $"{entry.Id} {entry.Risk.Title}", entry.LevelIn(report.Criteria), entry.Sentence, entry.Advice,
        }));
    }

    private static void Maps(MarkdownText text, RiskReport report)
    {
        text.Heading(2, "Heat map");
        HeatMap[] maps = report.HasResidual
            ? [HeatMap.Current(report), HeatMap.Residual(report)]
            : [HeatMap.Current(report)];
        foreach (var map in maps)
        {
            text.Heading(3, map.Title);
            text.Table(["Likelihood", "Impact", "Level", "Risks"], map.Cells.Select(cell => new[]
            {
                LevelWords.Number(cell.Likelihood), LevelWords.Number(cell.Impact), report.Criteria.Say(cell.Level),
                string.Join(", ", cell.Ids),
            }));
        }
    }

    private static void Watch(MarkdownText text, RiskReport report)
    {
        text.Heading(2, "Watch list");
        foreach (var entry in report.Watched)
            text.Point($"{entry.Id} {entry.Risk.Title}: {string.Join(' ', entry.Watch)}");
        if (!report.Watched.Any()) text.Paragraph("Nothing is on it.");
        text.End();
    }

    private static void Advice(MarkdownText text, RiskReport report)
    {
        text.Heading(2, "Recommendations");
        if (report.Advice.IsEmpty) text.Paragraph("There are none yet.");
        foreach (var group in report.Advice)
        {
            text.Heading(3, group.Title);
            foreach (var entry in group.Risks)
                text.Point($"{entry.Id} ({report.Criteria.Say(entry.Level)}): {entry.Risk.Treatment!.Recommendation}"
                    + ReportFacts.Who(entry.Risk.Treatment));
            text.End();
        }
    }

    private static void Annexes(MarkdownText text, RiskReport report)
    {
        var document = report.Document;
        text.Heading(2, "Annexes");
        if (!document.Assets.IsEmpty)
        {
            text.Heading(3, "Assets");
            text.Table(["Id", "Asset", "Kind", "Owner", "C", "I", "A", "Description"],
                document.Assets.Select(asset => new[]
            {
                asset.Id, asset.Name, asset.Kind.ToString(), asset.Owner, LevelWords.Number(asset.Confidentiality),
                LevelWords.Number(asset.Integrity), LevelWords.Number(asset.Availability), asset.Description,
            }));
        }
        if (!document.Threats.IsEmpty)
        {
            text.Heading(3, "Threats");
            text.Table(["Id", "Threat", "STRIDE", "Description"], document.Threats.Select(threat => new[]
            {
                threat.Id, threat.Name, threat.Stride?.Words() ?? "–", threat.Description,
            }));
        }
        text.Heading(3, "Glossary");
        foreach (var (term, meaning) in Glossary.Terms) text.Named(term, meaning);
        text.End();
        if (report.References.IsEmpty) return;
        text.Heading(3, "References");
        foreach (var reference in report.References)
            text.Point($"{reference.Text} ({string.Join(", ", reference.By)})");
        text.End();
    }
}

/// <summary>Markdown under way; whatever is handed to it is text and escaped.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    public void Heading(int level, string text) => Raw($"{new string('#', level)} {Markdown.Escape(text)}\n");

    public void Paragraph(string text) => Raw(Markdown.Escape(text) + "\n");

    /// <summary>Of a list, which <see cref="End"/> ends.</summary>
    public void Point(string text) => Raw("- " + Markdown.Escape(text));

    public void Named(string name, string value) => Raw($"- **{Markdown.Escape(name)}:** {Markdown.Escape(value)}");

    public void Table(IReadOnlyList<string> header, IEnumerable<string[]> rows)
    {
        Raw(Row(header));
        Raw("|" + string.Concat(header.Select(_ => "---|")));
        foreach (var row in rows) Raw(Row(row));
        End();
    }

    public void End() => Raw("");

    /// <summary>As it is.</summary>
    public void Raw(string line) => _text.Append(line).Append('\n');

    public override string ToString() => _text.ToString();

    private static string Row(IEnumerable<string> cells) =>
        "| " + string.Join(" | ", cells.Select(cell => Markdown.Escape(cell))) + " |";
}
