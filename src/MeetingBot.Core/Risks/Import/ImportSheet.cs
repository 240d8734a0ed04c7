using System.Collections.Immutable;

namespace MeetingBot.Risks.Import;

/// <summary>A table that somebody wants to import: its rows by what their cells are.</summary>
/// <param name="NotTaken">Names of columns that are no part of it.</param>
/// <param name="Year">Of which the sheet is, as a title above it says; empty where none does.</param>
public sealed record ImportSheet(
    ImportKind Kind, ImmutableArray<ImportRow> Rows, ImmutableArray<string> NotTaken, string Year = "")
{
    /// <summary>What is wrong with the table itself, a sentence each; nothing is imported then.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>Lines that are headings between rows, in words.</summary>
    public ImmutableArray<string> Headings { get; init; } = [];

    public static ImportSheet Wrong(ImportKind kind, params ReadOnlySpan<string> problems) =>
        new(kind, [], []) { Problems = [.. problems] };
}

/// <summary>One row.</summary>
/// <param name="Line">Where it begins in the text, from 1.</param>
/// <param name="Cells">What the sheet has columns for; an empty cell is there, empty.</param>
public sealed record ImportRow(int Line, ImmutableSortedDictionary<ImportField, string> Cells)
{
    /// <summary>The cell; null where the sheet has no such column.</summary>
    public string? this[ImportField field] => Cells.GetValueOrDefault(field);

    public bool Has(ImportField field) => this[field] is { Length: > 0 };
}
