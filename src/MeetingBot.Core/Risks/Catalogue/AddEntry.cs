using MeetingBot.Conversations;
using MeetingBot.Risks.Import;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Catalogue;

/// <summary>Adds an asset or a threat to the group's catalogue. Anyone may.</summary>
public sealed record AddEntry(ImportKind Kind, string Text) : Command
{
    public static CommandForm AssetForm { get; } = new(
        "asset add", "<name> | <description> | C 4 I 5 A 3 | owner <name>",
        "/asset add Token issuer | signs tokens | C 4 I 5 A 3 | owner Luna", "adds an asset to the catalogue",
        input => Read(ImportKind.Assets, input)) { Aliases = ["add asset"] };

    public static CommandForm ThreatForm { get; } = new(
        "threat add", "<name> | <description> | <STRIDE label>", "/threat add Stolen token | from a log | Spoofing",
        "adds a threat to the catalogue", input => Read(ImportKind.Threats, input)) { Aliases = ["add threat"] };

    public override Reads Reads(Turn turn) => RiskCatalogue.Reads;

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var (row, wrong) = EntryText.Read(Kind, "", Text);
        if (wrong is not null) return new Refusal(wrong);
        var (plan, problem) = EntryPlan.Of(Kind, row!, RiskCatalogue.From(rows));
        if (problem is not null) return problem;
        var item = plan!.Items.Single();
        return item.IsNew
            ? new Decision { Changes = EntryPlan.Changes(plan, rows), Tell = $"{item.Id} is {item.Name}." }
            : new Refusal($"\"{item.Name}\" is {item.Id} already. "
                + $"To change it: /{Kind.One()} edit {item.Id} | its description");
    }

    private static ParsedCommand Read(ImportKind kind, CommandInput input) =>
        input.Text.Trim(' ', '|').Length == 0 || (input.MayBeTalk && !input.Text.Contains('|')
            && Prose.GoesOn(input.Text))
            ? ParsedCommand.Wrong($"What is the {kind.One()} called?")
            : new AddEntry(kind, input.Text);
}
