namespace MeetingBot.EndToEnd.Tests.Risks;

/// <summary>
/// How a group assesses its risks, as it is told in every place that the bot meets people in: eight members score five
/// risks, each alone; they are split on one, talk about it, score it again and agree.
/// </summary>
internal static class ScoreStory
{
    public const string Begin = "/risk new \"Tokens in a grid\"";
    public const string Begun = "Assessment 1, \"Tokens in a grid\" v0.1, has begun; it is TLP:";
    public const string Scope = "/risk scope in: tokens from issue to use, and their workflows | out: firewalls of sites";

    /// <summary>An asset list as it is pasted.</summary>
    public const string Import = """
        /risk import assets
        name;kind;owner;c;i;a
        Token issuer;primary;Dora;4;5;3
        Submit hosts;supporting;sites;3;4;4
        """;

    public const string ToImport = "2 assets: 2 new";
    public const string ImportNow = "Import 2 assets";
    public const string Imported = "Imported 2 assets: 2 new (A-1 and A-2).";

    public const string Open = "/risk open until Friday 18:00";
    public const string Opened = "Round 1 of \"Tokens in a grid\" v0.1";
    public const string Revealed =
        "Round 1 of \"Tokens in a grid\" v0.1 is revealed: 8 of 8 have scored 5 risks: 3 AGREED, 1 SPLIT and 1 KNOWLEDGE_GAP.";
    public const string ForTheMeeting = "On the next agenda: 1. TR-2 A refresh token is stolen from a submit host: likelihood SPLIT (10 min)";
    public const string OpenAgain = "/risk open TR-2 until Friday 18:00";
    public const string OpenedAgain = "Round 2 of \"Tokens in a grid\" v0.1";
    public const string RevealedAgain =
        "Round 2 of \"Tokens in a grid\" v0.1 is revealed: 8 of 8 have scored 1 risk: 1 AGREED.";
    public const string Agreed = "TR-2 is likelihood 4, impact 4: High, as scored.";
    public const string Treat = "/risk treat TR-2 reduce Keep refresh tokens in a vault | by: sites | owner: Dora | due: 1 October";
    public const string Treated = "TR-2: Reduce: Keep refresh tokens in a vault (by sites). It is action 1. Dora: TR-2: Keep refresh tokens in a vault, by Wed 1 October";
    public const string Frozen = "\"Tokens in a grid\" v1.0 is frozen: it changes no more.";

    /// <summary>Who opens the rounds.</summary>
    public const string Chair = "Anna";

    /// <summary>The only one who scored the likelihood of TR-2 with 5.</summary>
    public const string Outlier = "Dora";

    public static string[] Members { get; } = [Chair, "Ben", "Carl", Outlier, "Emil", "Fay", "Gus", "Hana"];

    /// <summary>What each score of a member weighs, by their community.</summary>
    public static string[] Communities { get; } =
    [
        "/risk community ATLAS 3: @Anna, @Ben", "/risk community CMS 3: @Carl, @Dora", "/risk community ALICE 2: @Emil",
    ];

    public static (string Title, string Mitigation, string Likelihood, string Impact)[] Scenarios { get; } =
    [
        ("A token is logged", "tokens are short-lived", "332323?3", "22322223"),
        ("A refresh token is stolen from a submit host", "hosts are patched", "24252424", "44454444"),
        ("The token issuer is taken over", "keys are in hardware", "1121121.", "5545545."),
        ("Group membership is granted too widely", "groups are reviewed yearly", "43443443", "33433334"),
        ("A library accepts tokens of others", "audiences are checked", "??3?-4?.", "343-?34."),
    ];

    /// <summary>Likelihood of TR-2 in the second round; its impact is 4 for all.</summary>
    public const string Again = "34343434";

    /// <summary>
    /// What the card of a risk says of each dimension: how it is classed with n, median and high median; and mean, sample
    /// standard deviation, range, interquartile range and consensus, with who gave no score.
    /// </summary>
    public static (string Risk, string Middle, string Spread)[] Figures { get; } =
    [
        ("TR-1", "AGREED: n 7, median 3, high median 3", "mean 2.7143, sd 0.4880, range 1, IQR 0.5, consensus 0.8425, 1 don't know"),
        ("TR-1", "AGREED: n 8, median 2, high median 2", "mean 2.2500, sd 0.4629, range 1, IQR 0.25, consensus 0.8553"),
        ("TR-2", "SPLIT: n 8, median 3, high median 4", "mean 3.1250, sd 1.2464, range 3, IQR 2, consensus 0.5142"),
        ("TR-2", "AGREED: n 8, median 4, high median 4", "mean 4.1250, sd 0.3536, range 1, IQR 0, consensus 0.9154"),
        ("TR-3", "AGREED: n 7, median 1, high median 1", "mean 1.2857, sd 0.4880, range 1, IQR 0.5, consensus 0.8425, 1 no reply"),
        ("TR-3", "AGREED: n 7, median 5, high median 5", "mean 4.7143, sd 0.4880, range 1, IQR 0.5, consensus 0.8425, 1 no reply"),
        ("TR-4", "AGREED: n 8, median 4, high median 4", "mean 3.6250, sd 0.5175, range 1, IQR 1, consensus 0.8193"),
        ("TR-4", "AGREED: n 8, median 3, high median 3", "mean 3.2500, sd 0.4629, range 1, IQR 0.25, consensus 0.8553"),
        // Two scores are counted and not shown: who gave one would know the other.
        ("TR-5", "KNOWLEDGE_GAP: n 2, too few to show", "4 don't know, 1 abstained, 1 no reply"),
        (
            "TR-5", "AGREED: n 5, median 3, high median 3",
            "mean 3.4000, sd 0.5477, range 1, IQR 1, consensus 0.8150, 1 don't know, 1 abstained, 1 no reply"),
    ];

    /// <summary>What the whole table comes to, and TR-2 when communities are weighed.</summary>
    public static string[] OfAll { get; } =
    [
        "Likelihood: Krippendorff's alpha 0.5185, Kendall's W 0.6918 (6 members who scored all 4 ranked risks)",
        "Impact: Krippendorff's alpha 0.7739, Kendall's W 0.9330 (7 members who scored all 4 ranked risks)",
        "High (4 of 5), from Moderate to High, WEIGHT_SENSITIVE: Moderate when weighed",
    ];

    public const string Weighted = "weighted 2 (mean 3.1176)";

    public static string[] WhenAsked { get; } = ["--Clock=2025-07-07T10:00:00+02:00", "--DefaultZone=Europe/Zurich"];

    /// <summary>Likelihood and impact that somebody gives a risk, <c>?</c> don't know, <c>-</c> abstain; null for no reply.</summary>
    public static (char Likelihood, char Impact)? Score(string member, int risk)
    {
        var place = Array.IndexOf(Members, member);
        var (_, _, likelihood, impact) = Scenarios[risk];
        return likelihood[place] == '.' ? null : (likelihood[place], impact[place]);
    }

    /// <summary>What somebody gives all risks, with their reasons; null for no reply.</summary>
    public static (char Likelihood, char Impact, string Why)?[] ScoresOf(string member, Func<string, int, string> why) =>
    [
        .. Scenarios.Select((_, risk) => Score(member, risk) is var (likelihood, impact)
            ? ((char, char, string)?)(likelihood, impact, why(member, risk))
            : null),
    ];

    /// <summary>Reasons as people write them.</summary>
    public static string WhyInWords(string member, int risk) => (member, risk) switch
    {
        ("Carl", 1) => "Our refresh tokens are in a vault.",
        ("Dora", 1) => "We had two such cases last year, and hosts are patched late.",
        ("Fay", 1) => "Any user of the host can read the file.",
        _ => "",
    };

    /// <summary>What somebody gives as their reason: nobody else writes the same.</summary>
    public static string Reason(string member, int risk) => $"reason{risk + 1}-of-{member}";

    /// <summary>The reasons that nobody but that member may see before the reveal.</summary>
    public static IEnumerable<string> ReasonsOfOthers(string member) =>
        Members.Where(other => other != member).Select(other => $"-of-{other}");

    public static string Add((string Title, string Mitigation, string Likelihood, string Impact) risk) =>
        $"/risk add {risk.Title} | mitigation: {risk.Mitigation}";
}
