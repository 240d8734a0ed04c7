using System.Collections.Immutable;

namespace MeetingBot.Risks.Import;

/// <summary>A line of a table: its cells, trimmed, without the empty ones at its end.</summary>
/// <param name="Number">Where it begins in the text, from 1.</param>
internal sealed record TableLine(int Number, ImmutableArray<string> Cells)
{
    public bool IsEmpty => Cells.IsEmpty;

    public string this[int column] => column < Cells.Length ? Cells[column] : "";

    public static TableLine Of(int number, IEnumerable<string> cells)
    {
        var trimmed = cells.Select(cell => cell.Trim()).ToList();
        var last = trimmed.FindLastIndex(cell => cell.Length > 0);
        return new TableLine(number, [.. trimmed.Take(last + 1)]);
    }
}

/// <summary>The lines of a table, or what is wrong with it.</summary>
internal sealed record TableLines(ImmutableArray<TableLine> Lines, ImmutableArray<string> Problems)
{
    public static TableLines Wrong(params ReadOnlySpan<string> problems) => new([], [.. problems]);
}
