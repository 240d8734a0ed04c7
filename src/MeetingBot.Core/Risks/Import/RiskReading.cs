using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>Makes risk scenarios of rows, and notes which assets and threats they name.</summary>
internal sealed class RiskReading(NamedEntries<Asset> assets, NamedEntries<Threat> threats, string year)
{
    private const int MostWorkflow = 160;

    public NamedEntries<Asset> Assets => assets;

    public NamedEntries<Threat> Threats => threats;

    /// <param name="old">As it was, or empty.</param>
    /// <param name="foreign">What an older sheet calls it; null for nothing.</param>
    public (Planned<RiskScenario>? Item, string? Problem) Read(ImportRow row, RiskScenario old, bool isNew,
        string? foreign)
    {
        var cells = new Cells(row);
        var risk = old with
        {
            Title = cells.Line(ImportField.Name, old.Title, RiskScenario.MostTitle, "title"),
            Description = Description(row, cells, old, isNew),
            Assets = cells.Read(ImportField.Assets, old.Assets, cell => assets.Read(cell, row.Line)),
            Threats = cells.Read(ImportField.Threats, old.Threats, cell => threats.Read(cell, row.Line)),
            Mitigation = cells.Text(ImportField.Mitigation, old.Mitigation, RiskScenario.MostText, "mitigation"),
            Workflow = cells.Line(ImportField.Workflow, old.Workflow, MostWorkflow, "workflow"),
            Communities = cells.Read(ImportField.Communities, old.Communities, ReadCommunities),
            References = cells.Read(ImportField.References, old.References, ReferenceList.Read),
            Aliases = foreign is null ? old.Aliases : old.Aliases.Add(foreign),
        };
        if (cells.Problem is { } problem) return (null, problem);
        if (risk.Title.Length == 0) return (null, $"the title of {risk.Id} would be empty.");
        var changes = isNew ? [] : FieldChange.Between(Fields(old), Fields(risk));
        return (new Planned<RiskScenario>(row.Line, risk.Id, risk.Title, isNew, changes, risk), null);
    }

    private string Description(ImportRow row, Cells cells, RiskScenario old, bool isNew)
    {
        var written = cells.Text(ImportField.Description, old.Description, RiskScenario.MostText, "description");
        var text = EarlierScore.Put(written, isNew ? EarlierScore.Line(row, year) : EarlierScore.In(old.Description));
        if (text.Length > RiskScenario.MostText)
            cells.Wrong(FormattableString.Invariant(
                $"the description has {text.Length} characters with the earlier score; ")
                + FormattableString.Invariant($"up to {RiskScenario.MostText} are kept."));
        return text;
    }

    private static (ImmutableArray<string> Communities, string? Problem) ReadCommunities(string cell)
    {
        if (cell.ToLowerInvariant() is "" or "all" or "*" or "-" or "--") return ([], null);
        ImmutableArray<string> names =
        [
            .. cell.Split(['\n', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        if (names.Length > Assessment.MostCommunities)
            return ([], FormattableString.Invariant(
                $"{names.Length} communities; up to {Assessment.MostCommunities} are kept."));
        return names.FirstOrDefault(name => name.Length > Community.MostName) is { } longest
            ? ([], FormattableString.Invariant(
                $"the community \"{Phrases.Shorten(longest, 40)}\" is longer than {Community.MostName} characters."))
            : (names, null);
    }

    private static IEnumerable<(string Name, string Value)> Fields(RiskScenario risk) =>
    [
        ("title", risk.Title), ("description", risk.Description), ("assets", string.Join(", ", risk.Assets)),
        ("threats", string.Join(", ", risk.Threats)), ("mitigation", risk.Mitigation), ("workflow", risk.Workflow),
        ("communities", string.Join(", ", risk.Communities)), ("references", string.Join('\n', risk.References)),
    ];
}
