using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Report.Pictures;

namespace MeetingBot.Risks.Report;

/// <summary>One risk as Markdown.</summary>
internal static class RiskMarkdown
{
    public static void Write(MarkdownText text, RiskEntry entry, RiskCriteria criteria)
    {
        text.Heading(3, $"{entry.Id}: {entry.Risk.Title}");
        text.Paragraph($"{entry.Tlp.Label()}. {EntryWords.Verdict(entry, criteria)}");
        foreach (var (name, value) in EntryWords.About(entry).Concat(EntryWords.Texts(entry))) text.Named(name, value);
        text.End();
        if (entry.Risk.Result is { } result) Scores(text, result, criteria);
        foreach (var (name, points) in EntryWords.Said(entry))
        {
            text.Raw($"**{name}**\n");
            foreach (var point in points) text.Point(point);
            text.End();
        }
        foreach (var (name, value) in EntryWords.Treated(entry, criteria)) text.Named(name, value);
        text.End();
    }

    private static void Scores(MarkdownText text, RiskResult result, RiskCriteria criteria)
    {
        text.Table(
            ["Score", .. EntryWords.FigureNames, "How they fell"],
            result.Dimensions.Select(one => (string[])
            [
                one.Dimension.Name(), .. EntryWords.Figures(one, criteria), VoteBars.Of(one, criteria).Alternative(),
            ]));
        var communities = EntryWords.OfCommunities(result, criteria).ToList();
        if (communities.Count > 0) text.Table(EntryWords.CommunityHeads, communities);
    }
}
