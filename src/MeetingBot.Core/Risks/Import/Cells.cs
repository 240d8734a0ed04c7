using System.Globalization;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>What the cells of a row say, with the first thing that is wrong with them.</summary>
internal sealed class Cells(ImportRow row)
{
    /// <summary>The first problem, as it stands behind <c>line 4: </c>; null for none.</summary>
    public string? Problem { get; private set; }

    /// <summary>The text of a cell; what was there where the sheet has no such column.</summary>
    public string Text(ImportField field, string there, int most, string name)
    {
        var text = row[field] ?? there;
        if (text.Length > most) Wrong(FormattableString.Invariant(
            $"the {name} has {text.Length} characters; up to {most} are kept."));
        return text;
    }

    /// <summary>A text on one line.</summary>
    public string Line(ImportField field, string there, int most, string name) =>
        Text(field, there, most, name) is var text && row[field] is null ? text
        : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A need from 1 to 5; null where nobody says.</summary>
    public int? Need(ImportField field, int? there)
    {
        if (row[field] is not { } cell) return there;
        if (cell.Length == 0 || cell is "-" or "--") return null;
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var need) && need is >= 1 and <= 5)
            return need;
        Wrong($"\"{Phrases.Shorten(cell, 20)}\" is no need of {field.ToString().ToLowerInvariant()}; "
            + "there are 1 to 5.");
        return null;
    }

    public T Read<T>(ImportField field, T there, Func<string, (T Value, string? Problem)> read)
    {
        if (row[field] is not { } cell) return there;
        var (value, problem) = read(cell);
        if (problem is not null) Wrong(problem);
        return value;
    }

    public void Wrong(string problem) => Problem ??= problem;
}
