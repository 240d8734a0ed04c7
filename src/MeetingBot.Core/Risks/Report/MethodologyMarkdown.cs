using System.Globalization;
using MeetingBot.Risks.Criteria;

namespace MeetingBot.Risks.Report;

/// <summary>How the assessment was done, as Markdown.</summary>
internal static class MethodologyMarkdown
{
    public static void Write(MarkdownText text, RiskReport report)
    {
        var (criteria, method) = (report.Criteria, report.Methodology);
        text.Heading(2, "Methodology");
        foreach (var rule in method.Rules) text.Paragraph(rule);
        Scale(text, "Likelihood", criteria.Likelihood);
        Scale(text, "Impact", criteria.Impact);
        text.Heading(3, $"Matrix: {criteria.Matrix.Name}");
        text.Table(
            ["Likelihood \\ impact", .. criteria.Impact.Values.Select(value => LevelWords.Number(value))],
            criteria.Likelihood.Values.Reverse().Select(likelihood => (string[])
            [
                LevelWords.Number(likelihood),
                .. criteria.Impact.Values.Select(impact => criteria.Say(criteria.Matrix[likelihood, impact])),
            ]));
        foreach (var (title, heads, rows) in MappingWords.Tables(criteria))
        {
            text.Heading(3, title);
            text.Table(heads, rows);
        }
        if (method.Rounds.IsEmpty) return;
        text.Heading(3, "Rounds");
        text.Table(RoundWords.Heads, method.Rounds.SelectMany(RoundWords.Rows));
        text.Heading(3, "Ends of the scales");
        foreach (var ends in method.Ends) text.Point(ends.Words);
        text.End();
    }

    private static void Scale(MarkdownText text, string name, Scale scale)
    {
        text.Heading(3, name);
        text.Table(["Value", "Means"], scale.Values.Reverse().Select(value => new[]
        {
            LevelWords.Number(value), scale.Anchor(value) ?? "–",
        }));
    }
}

/// <summary>Rounds as rows of a table, one for each dimension.</summary>
public static class RoundWords
{
    public static string[] Heads { get; } =
        ["Round", "Revealed", "Risks", "Members", "Scored", "Dimension", "Alpha", "W", "W of"];

    public static IEnumerable<string[]> Rows(RoundRecord round)
    {
        string[] first =
        [
            LevelWords.Number(round.Number) + (round.OfResidual ? ", residual" : ""),
            ReportFacts.Date(round.RevealedAt),
            LevelWords.Number(round.Risks.Length), LevelWords.Number(round.Figures.Members),
            LevelWords.Number(round.Figures.Scored),
        ];
        if (round.Figures.Dimensions.IsEmpty) return [[.. first, "–", "n/a", "n/a", "–"]];
        return round.Figures.Dimensions.Select(one => (string[])
        [
            .. first, one.Dimension.Name(), LevelWords.Figure(one.Alpha, "0.000"), LevelWords.Figure(one.W, "0.000"),
            string.Create(CultureInfo.InvariantCulture,
                $"{LevelWords.Count(one.Raters, "member")}, {LevelWords.Count(one.Ranked, "risk")}"),
        ]);
    }
}
