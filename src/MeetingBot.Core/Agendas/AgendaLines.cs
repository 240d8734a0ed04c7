using System.Text.RegularExpressions;
using MeetingBot.Times;

namespace MeetingBot.Agendas;

/// <summary>Finds the items in a list that was typed or pasted, one a line.</summary>
internal static partial class AgendaLines
{
    private const int LeastTimes = 2;

    /// <summary>
    /// The lines that tell an item each. Times alone on a line, as in an agenda that was copied from a page, belong to
    /// the title below them; where several do, what else stands between describes an item and is none.
    /// </summary>
    public static IReadOnlyList<string> Items(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var clocks = lines.Count(IsClock);
        if (clocks >= LeastTimes) return Copied(lines, IsClock);
        return lines.Count(IsLength) >= LeastTimes ? Copied(lines, IsLength) : Listed(lines);
    }

    /// <summary>The line without its bullet or number: a pasted list keeps them; they are no part of the titles.</summary>
    public static string Bare(string line) => Bullet().Replace(line.Trim(), "");

    private static List<string> Listed(string[] lines)
    {
        var items = new List<string>();
        var times = "";
        foreach (var line in lines)
        {
            var bare = Bare(line);
            var alone = IsRange(bare);
            if (times.Length > 0) items.Add(alone ? times : $"{times} {bare}");
            else if (!alone) items.Add(line);
            times = alone ? bare : "";
        }
        if (times.Length > 0) items.Add(times);
        return items;
    }

    private static List<string> Copied(string[] lines, Func<string, bool> begins)
    {
        var items = new List<string>();
        string? time = null;
        var (titled, wasTitle) = (false, false);
        foreach (var line in lines)
        {
            var bare = Bare(line);
            var isTitle = false;
            if (begins(line)) (time, titled) = (bare, false);
            else if (time is not null && !titled)
            {
                if (IsLength(line)) time = bare;
                else
                {
                    items.Add(WithTime(time, bare));
                    (titled, isTitle) = (true, true);
                }
            }
            // A length below a title, and "AOB 15m" below all.
            else if (wasTitle && IsLength(line)) items[^1] = $"{items[^1]} {bare}";
            else if (HasTime(line)) items.Add(line);
            wasTitle = isTitle;
        }
        return items;
    }

    // From when alone gives no timebox, and is no part of a title.
    private static string WithTime(string time, string title) => IsRange(time) ? $"{time} {title}"
        : Lengths.Parse(time) is not null && !IsStart(time) && Lengths.TakeLast(title).Length is null ? $"{title} {time}"
        : title;

    private static bool IsClock(string line) => IsRange(Bare(line)) || IsStart(Bare(line));

    private static bool IsRange(string bare) => ClockRanges.Take(bare) is { Text.Length: 0, Length: not null };

    private static bool IsStart(string bare) => Start().IsMatch(bare);

    private static bool IsLength(string line) => !IsClock(line) && Lengths.Parse(Bare(line)) is not null;

    private static bool HasTime(string line) => !line.EndsWith('.') && Bare(line) == line && !IsLength(line)
        && (Lengths.TakeLast(line).Length is not null || ClockRanges.Take(line).Length is not null);

    [GeneratedRegex(@"^[(\[]?(?:(?:2[0-3]|[01]?[0-9]):[0-5][0-9](?:\s?[ap]\.?m\.?)?|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\.?)(?:\s?[-–—→])?[)\]]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex(@"^(?:[-*•–]\s+|[0-9]{1,2}[.)]\s+)", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
