using System.Collections.Immutable;

namespace MeetingBot.Risks.Report;

/// <summary>The words of the report that not everybody knows.</summary>
public static class Glossary
{
    public static ImmutableArray<(string Term, string Meaning)> Terms { get; } =
    [
        ("AGREED", "All scores are at most one apart, or their consensus is at least 0.80."),
        ("Consensus", "How close the scores stand on their scale (Tastle and Wierman 2007): 1 where all are equal, 0 "
            + "where half stand at each end."),
        ("Coverage", "Scores among the members who could have scored, those who abstained left out."),
        ("DISCUSS", "The consensus of the scores is at least 0.60, yet under 0.80."),
        ("High median", "The score in the middle once all are put in order; of an even number the upper one."),
        ("INSUFFICIENT", "Under three scores, or under half of those who could have scored: no "
            + "value is drawn from it."),
        ("Kendall's W", "Whether members rank the risks alike: 1 where all do, 0 where their orders cancel out."),
        ("KNOWLEDGE_GAP", "A third or more of the members do not know: data has to be found first."),
        ("Krippendorff's alpha", "How far the members agree beyond chance over the whole table: "
            + "1 in full, 0 as by chance."),
        ("Residual", "What is left of a risk once it is treated as recommended."),
        ("SPLIT", "The consensus of the scores is under 0.60: the report prints a range of levels."),
        ("TLP", "Traffic Light Protocol 2.0 (FIRST, 2022): to whom this may be passed on. RED only who received it; "
            + "AMBER+STRICT one's organisation; AMBER one's organisation and its clients; GREEN one's community; CLEAR "
            + "everybody."),
        ("Watch list", "Risks with a high impact that are not high, and those on which the scores decide nothing yet."),
        ("WEIGHT_SENSITIVE", "The level is another one if every score is weighed by its member's community."),
    ];
}
