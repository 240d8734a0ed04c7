using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>What an import would do, to be looked at before it is done.</summary>
internal static class ImportCards
{
    private const int MostLines = 8;
    private const int MostErrors = 10;
    private const int MostValue = 60;

    /// <param name="confirm">What does it; null where nothing can be done.</param>
    public static Card Preview(ImportSheet sheet, ImportPlan plan, CardButton? confirm, Turn turn) => new(
        Title(plan),
        [.. plan.Errors.IsEmpty ? Body(sheet, plan) : Errors(plan), .. NotTaken(sheet)],
        confirm is null ? [] : [confirm]);

    /// <summary><c>12 assets: 8 new, 1 changed, 3 as they are</c>.</summary>
    public static string Counts(ImportPlan plan)
    {
        string[] parts =
        [
            .. plan.New > 0 ? [FormattableString.Invariant($"{plan.New} new")] : Array.Empty<string>(),
            .. plan.Changed > 0 ? [FormattableString.Invariant($"{plan.Changed} changed")] : Array.Empty<string>(),
            .. plan.Same > 0 ? [FormattableString.Invariant(
                $"{plan.Same} as {(plan.Same == 1 ? "it is" : "they are")}")] : Array.Empty<string>(),
        ];
        return $"{Phrases.Count(plan.Items.Count(), plan.Kind.One())}: {string.Join(", ", parts)}";
    }

    private static string Title(ImportPlan plan) =>
        !plan.Errors.IsEmpty ? $"Nothing is imported: {Phrases.Count(plan.Errors.Length, "problem")}"
        : plan.IsEmpty
            ? $"Nothing to import: all {Phrases.Count(plan.Items.Count(), plan.Kind.One())} are there as they are"
        : Counts(plan);

    private static IEnumerable<CardElement> Errors(ImportPlan plan)
    {
        foreach (var error in plan.Errors.Take(MostErrors)) yield return new CardText(error, TextTone.Warning);
        if (plan.Errors.Length > MostErrors)
            yield return new CardText(FormattableString.Invariant($"… and {plan.Errors.Length - MostErrors} more."),
                TextTone.Subtle);
        yield return new CardText("Mend this and send the whole table again.");
    }

    private static IEnumerable<CardElement> Body(ImportSheet sheet, ImportPlan plan)
    {
        var added = plan.Items.Where(item => item.IsNew).ToList();
        if (added.Count > 0)
            yield return new CardTable(["New", "Name"], [.. Shown(added, item => [item.Id, Short(item.Name)])]);
        var changed = plan.Items.Where(item => item.IsChanged).ToList();
        if (changed.Count > 0)
            yield return new CardTable(
                ["Changed", "From → to"], [.. Shown(changed, item =>
                    [item.Id, string.Join("; ", item.Changes.Take(4).Select(Change))])]);
        if (plan.Kind is not ImportKind.Risks) yield break;
        if (!plan.Assets.IsEmpty) yield return Added(plan.Assets, "asset");
        if (!plan.Threats.IsEmpty) yield return Added(plan.Threats, "threat");
        if (sheet.Rows.Any(row => EarlierScore.Line(row, "").Length > 0))
            yield return new CardText(
                "Earlier scores are not taken as scores, for they are nobody's here: of a new risk they are kept "
                    + "as a line of its description.");
    }

    private static CardText Added(IEnumerable<PlannedLine> added, string what)
    {
        var names = added.Select(item => $"\"{Short(item.Name)}\" ({item.Id})").ToList();
        return new CardText(
            Phrases.Count(names.Count, what)
                + (names.Count == 1 ? " is not in the catalogue: it" : " are not in the catalogue: they")
                + $" will be added: {Phrases.Some(names, ", ", 500)}.",
            TextTone.Warning);
    }

    private static IEnumerable<ImmutableArray<string>> Shown(
        List<PlannedLine> items, Func<PlannedLine, ImmutableArray<string>> row) => items.Count <= MostLines
        ? items.Select(row)
        :
        [
            .. items.Take(MostLines).Select(row),
            ["…", FormattableString.Invariant($"{items.Count - MostLines} more")],
        ];

    private static IEnumerable<CardElement> NotTaken(ImportSheet sheet)
    {
        if (!sheet.NotTaken.IsEmpty)
            yield return new CardText(
                "Columns not taken: " + Phrases.Some([.. sheet.NotTaken.Select(name => Phrases.Shorten(name, 40))],
                    ", ", 500), TextTone.Subtle);
        if (!sheet.Headings.IsEmpty)
            yield return new CardText("Read as headings: " + Phrases.Some(sheet.Headings, ", ", 500), TextTone.Subtle);
    }

    private static string Change(FieldChange change) =>
        $"{change.Field}: {Value(change.Old)} → {Value(change.New)}";

    private static string Value(string text) => text.Length == 0 ? "nothing" : Short(text);

    private static string Short(string text) => Phrases.Shorten(text, MostValue);
}
