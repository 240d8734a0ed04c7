using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MeetingBot.Agendas;

/// <summary>
/// Says what stayed in a title though it looks like a timebox or a presenter, and how it is written instead.
/// </summary>
internal static partial class TitleRemnant
{
    /// <summary>Goes behind the receipt, whose full stop it brings along; empty where nothing stayed.</summary>
    public static string Of(IEnumerable<AgendaItem> items) =>
        items.Select(Remark).FirstOrDefault(said => said.Length > 0) ?? "";

    private static string Remark(AgendaItem item)
    {
        var match = Remnant().Match(item.Title);
        if (!match.Success) return BareNumber(item);
        var before = item.Title[..match.Index].Trim(Between);
        var behind = item.Title[(match.Index + match.Length)..].Trim(Between);
        var title = match.ValueSpan[0] == '@' && before.Length > 0 ? before : $"{before} {behind}".Trim();
        var what = match.ValueSpan[0] == '@' ? "a presenter" : "a timebox";
        return $". \"{match.Value}\" stayed in the title of item {item.Number}; as {what} it stands last: /agenda edit "
            + $"{item.Number} {(title.Length == 0 ? "Token lifetimes" : title)} {match.Value}";
    }

    // "Insurance 15" may have fifteen minutes, or be the fifteenth.
    private static string BareNumber(AgendaItem item)
    {
        var match = NumberLast().Match(item.Title);
        if (item.Timebox is not null || !match.Success) return "";
        var minutes = match.Groups["minutes"].Value;
        var before = item.Title[..match.Index].Trim(Between);
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return before.Length == 0 || Numbered.Contains(word) || (word.Length > 1 && word.All(char.IsUpper))
            ? ""
            : $". \"{minutes}\" stayed in the title of item {item.Number}; as a timebox it is written {minutes}m: "
                + $"/agenda edit {item.Number} {before} {minutes}m";
    }

    private static readonly FrozenSet<string> Numbered = new[]
    {
        "version", "release", "part", "phase", "chapter", "step", "day", "days", "week", "weeks", "item", "items",
        "room", "no", "nr", "number", "level", "section", "session", "page", "pages", "volume", "issue", "ticket",
        "task", "sprint", "block", "building", "floor", "top", "milestone", "goal", "iteration", "group", "meeting",
        "round", "year", "april", "may", "june", "july", "march", "january", "february", "august", "september",
        "october", "november", "december", "python", "java", "option", "figure", "table", "act", "article", "line",
        "lot", "work", "package", "topic", "question",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<=\S)\s+(?:[-–—:|,]\s*)?\(?(?<minutes>[5-9]|[1-9][0-9]|[1-4][0-9]{2})\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberLast();

    private static readonly char[] Between = [' ', ',', ';', '|', '-', '–', ':', '(', ')', '[', ']'];

    [GeneratedRegex(@"(?<=^|[\s(\[,])(?:@[^\s@,;:()]{1,60}|[0-9]{1,3}(?:\s?(?:h|hrs?|hours?|m|mins?|minutes?)\b|')(?:\s?[0-9]{1,2}\s?m(?:ins?)?\b)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remnant();
}
