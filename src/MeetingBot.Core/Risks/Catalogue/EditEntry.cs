using MeetingBot.Conversations;
using MeetingBot.Risks.Import;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Catalogue;

/// <summary>Changes an asset or a threat: what is named of it, and leaves the rest.</summary>
public sealed record EditEntry(ImportKind Kind, string Id, string Text) : Command
{
    public static CommandForm AssetForm { get; } = new(
        "asset edit", "<id> <name> | <description> | C 4 I 5 A 3 | owner <name>", "/asset edit A-3 | owner Mara | C 5",
        "changes an asset", input => Read(ImportKind.Assets, input)) { Aliases = ["edit asset"] };

    public static CommandForm ThreatForm { get; } = new(
        "threat edit", "<id> <name> | <description> | <STRIDE label>", "/threat edit T-3 | Tampering",
        "changes a threat", input => Read(ImportKind.Threats, input)) { Aliases = ["edit threat"] };

    public override Reads Reads(Turn turn) => RiskCatalogue.WithAssessment(turn);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var catalogue = RiskCatalogue.From(rows);
        if (EntryPlan.Find(Kind, Id, catalogue) is not { } known) return EntryPlan.NoSuch(Kind, Id);
        if (RiskCatalogue.Hindrance(turn, RiskCatalogue.Current(turn, rows)) is { } hindrance) return hindrance;
        var (row, wrong) = EntryText.Read(Kind, known.Id, Text);
        if (wrong is not null) return new Refusal(wrong);
        var (plan, problem) = EntryPlan.Of(Kind, row!, catalogue);
        if (problem is not null) return problem;
        var item = plan!.Items.Single();
        return item.IsSame
            ? Decision.Says($"{item.Id} is so already.")
            : new Decision
            {
                Changes = EntryPlan.Changes(plan, rows),
                Tell = $"{item.Id} ({Phrases.Shorten(item.Name, 60)}): "
                    + Phrases.Join([.. item.Changes.Select(change => change.Field)]) + " changed.",
            };
    }

    private static ParsedCommand Read(ImportKind kind, CommandInput input)
    {
        var (id, text) = EntryPlan.Take(input.Text);
        if (id.Length is 0 or > Asset.MostId || (input.MayBeTalk && !id.Any(char.IsAsciiDigit)))
            return ParsedCommand.Wrong($"Which {kind.One()}? Its id, then what changes.");
        return text.Trim(' ', '|').Length == 0
            ? ParsedCommand.Wrong("What changes?")
            : new EditEntry(kind, id, text);
    }
}
