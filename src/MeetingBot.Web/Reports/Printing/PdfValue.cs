namespace MeetingBot.Web.Reports.Printing;

/// <summary>
/// A value of a PDF (ISO 32000-1, 7.3): a name, a number, a reference, an array or a dictionary; with none of them a
/// string, a truth value or null, of which nothing is kept.
/// </summary>
/// <param name="Start">Where it begins in the file.</param>
/// <param name="End">Behind its last byte.</param>
internal sealed record PdfValue(int Start, int End)
{
    public string? Name { get; init; }

    public double? Number { get; init; }

    /// <summary>The number of the object that is meant.</summary>
    public int? Reference { get; init; }

    public IReadOnlyList<PdfValue>? Items { get; init; }

    public IReadOnlyDictionary<string, PdfValue>? Entries { get; init; }

    /// <summary>An entry of a dictionary; null for none, and of what is none.</summary>
    public PdfValue? this[string key] => Entries?.GetValueOrDefault(key);

    public bool Is(string name) => Name == name;
}
