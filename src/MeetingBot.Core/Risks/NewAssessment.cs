using MeetingBot.Conversations;
using MeetingBot.Risks.Criteria;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>Begins a risk assessment, which the group works on from now. Anyone may, and runs it then.</summary>
public sealed record NewAssessment(string Title) : Command
{
    /// <summary>More nobody looks after.</summary>
    public const int Most = 50;

    public static CommandForm Form { get; } = new(
        "risk new", "<title>", "/risk new \"Tokens in WLCG\"", "begins a risk assessment",
        input => ReadTitle(input, title => new NewAssessment(title)))
    {
        Aliases = ["new risk assessment", "risk assessment new"],
    };

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(RiskRows.CounterKey);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var number = RiskRows.NextNumber(rows);
        if (number > Most) return new Refusal($"Up to {Most} assessments fit into a group.");
        var assessment = new Assessment(number, Title, turn.Actor, turn.Now, ShippedCriteria.Wlcg);
        return new Decision
        {
            Changes =
            [
                RiskRows.Put(assessment, RowSet.Empty), RiskRows.PutCounter(number + 1, rows),
                RiskRows.PutOpen(turn.OpenRounds() with { Current = number }, turn),
                .. GroupRows.ReadGroup(turn.Hot) is null ? [turn.Change(turn.Group)] : (RowChange[])[],
            ],
            Tell = $"Assessment {number}, {assessment.Name}, has begun; it is {assessment.Tlp.Label()}. Next, say "
                + "what it is about: /risk scope in: token workflows | out: site firewalls\nThen bring in what you "
                + "have: /risk import assets, or add a risk: /risk add Stolen token is replayed | asset: tokens | "
                + $"mitigation: short lifetimes\nScores are {assessment.Criteria.Name}; other sets: /risk criteria",
        };
    }

    /// <summary>Reads the title of an assessment, in quotation marks or without.</summary>
    internal static ParsedCommand ReadTitle(CommandInput input, Func<string, Command> make)
    {
        var title = Phrases.Words((input.Field("title") ?? input.Text).Trim('"', '“', '”', ' '));
        return title.Length == 0 ? ParsedCommand.Wrong("What is assessed? A title.")
            : title.Length > Assessment.MostTitle
                ? ParsedCommand.Wrong($"The title has {title.Length} characters; {Assessment.MostTitle} fit.")
            : input.MayBeTalk && Prose.GoesOn(title) ? ParsedCommand.Wrong("What is assessed? A title.")
            : make(title);
    }
}
