using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Risks.Import;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Catalogue;

/// <summary>What one typed entry comes to: an import of one row.</summary>
internal static class EntryPlan
{
    private const string Line = "line 1: ";

    /// <summary>The only item, or the first thing that is wrong.</summary>
    public static (ImportPlan? Plan, Refusal? Problem) Of(ImportKind kind, ImportRow row, RiskCatalogue catalogue)
    {
        var sheet = new ImportSheet(kind, [row], []);
        var plan = kind is ImportKind.Assets
            ? CataloguePlans.Assets(sheet, catalogue.Assets)
            : CataloguePlans.Threats(sheet, catalogue.Threats);
        if (plan.Errors.IsEmpty) return (plan, null);
        var error = plan.Errors[0];
        if (error.StartsWith(Line, StringComparison.Ordinal)) error = error[Line.Length..];
        return (null, new Refusal(char.ToUpperInvariant(error[0]) + error[1..]));
    }

    public static ImmutableArray<RowChange> Changes(ImportPlan plan, RowSet rows) =>
    [
        .. plan.Assets.Select(asset => RiskRows.Put(asset.Item, rows)),
        .. plan.Threats.Select(threat => RiskRows.Put(threat.Item, rows)),
    ];

    /// <summary>The entry of that id in any case; null for none.</summary>
    public static (string Id, string Name)? Find(ImportKind kind, string id, RiskCatalogue catalogue) =>
        Entries(kind, catalogue).Where(entry => entry.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            .Select(entry => ((string, string)?)entry).FirstOrDefault();

    public static IEnumerable<(string Id, string Name)> Entries(ImportKind kind, RiskCatalogue catalogue) =>
        kind is ImportKind.Assets
            ? catalogue.Assets.Select(asset => (asset.Id, asset.Name))
            : catalogue.Threats.Select(threat => (threat.Id, threat.Name));

    public static Refusal NoSuch(ImportKind kind, string id) =>
        new($"There is no {kind.One()} {Phrases.Shorten(id, 30)}. To see them: /{kind.Words()}");

    /// <summary>The first word, and what follows it.</summary>
    public static (string Id, string Text) Take(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', '|', '\t');
        return end < 0 ? (text, "") : (text[..end], text[end..].Trim());
    }
}
