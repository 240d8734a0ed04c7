using MeetingBot.Conversations;

namespace MeetingBot.Risks.Import;

/// <summary>
/// What an old sheet's averages said of a risk. They are no scores of this group's members: what is kept of them is a
/// line of the description.
/// </summary>
internal static class EarlierScore
{
    private const string Begins = "Earlier score";
    private const int MostValue = 20;

    /// <summary><c>Earlier score (2012): likelihood 2.5, impact 3.5</c>; empty where the row has none.</summary>
    public static string Line(ImportRow row, string year)
    {
        string[] parts =
        [
            .. Part(row[ImportField.EarlierLikelihood], "likelihood"),
                .. Part(row[ImportField.EarlierImpact], "impact"),
        ];
        return parts.Length == 0 ? "" : $"{Begins}{(year.Length > 0 ? $" ({year})" : "")}: {string.Join(", ", parts)}";
    }

    /// <summary>The line that is in a description already; empty for none.</summary>
    public static string In(string description) =>
        description.Split('\n').LastOrDefault(line => line.StartsWith(Begins, StringComparison.Ordinal)) ?? "";

    /// <summary>A description with the line, if it has none.</summary>
    public static string Put(string description, string line) =>
        line.Length == 0 || In(description).Length > 0 ? description
        : description.Length == 0 ? line : $"{description}\n\n{line}";

    private static IEnumerable<string> Part(string? cell, string name) =>
        cell is { Length: > 0 } && cell != "--" ? [$"{name} {Phrases.Shorten(cell, MostValue)}"] : [];
}
