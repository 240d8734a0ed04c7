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
        if (!match.Success) return "";
        var before = item.Title[..match.Index].Trim(Between);
        var behind = item.Title[(match.Index + match.Length)..].Trim(Between);
        var title = match.ValueSpan[0] == '@' && before.Length > 0 ? before : $"{before} {behind}".Trim();
        var what = match.ValueSpan[0] == '@' ? "a presenter" : "a timebox";
        return $". \"{match.Value}\" stayed in the title of item {item.Number}; as {what} it stands last: /agenda edit "
            + $"{item.Number} {(title.Length == 0 ? "Token lifetimes" : title)} {match.Value}";
    }

    private static readonly char[] Between = [' ', ',', ';', '|', '-', '–', ':', '(', ')', '[', ']'];

    [GeneratedRegex(@"(?<=^|[\s(\[,])(?:@[^\s@,;:()]{1,60}|[0-9]{1,3}(?:\s?(?:h|hrs?|hours?|m|mins?|minutes?)\b|')(?:\s?[0-9]{1,2}\s?m(?:ins?)?\b)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remnant();
}
