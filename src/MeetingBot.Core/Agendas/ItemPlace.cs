using System.Text.RegularExpressions;
using MeetingBot.Times;

namespace MeetingBot.Agendas;

/// <summary>Where a new item goes: <c>before 4</c>, <c>after item 2</c>, <c>first</c>.</summary>
/// <param name="Before">Before it rather than after; first rather than last.</param>
/// <param name="Beside">The item it goes beside; null for first and last.</param>
/// <param name="Without">What was typed but for it.</param>
/// <param name="Sure">It can be no part of the title.</param>
public sealed partial record ItemPlace(bool Before, ItemName? Beside, string Without, bool Sure)
{
    /// <summary>How it is said: <c>before 4</c>.</summary>
    public string Said => Beside is { } item
        ? $"{(Before ? "before" : "after")} {item.Typed.TrimStart('#')}"
        : Before ? "first" : "last";

    /// <summary>The place that stands last in a typed item, or before its length; null where none does.</summary>
    public static ItemPlace? Read(string typed)
    {
        if (Find(typed, typed) is { } last) return last;
        var (rest, length) = Lengths.TakeLast(typed);
        return length is null ? null : Find(rest, typed);
    }

    private static ItemPlace? Find(string text, string typed)
    {
        var match = Spoken().Match(text.Length > 60 ? text[^60..] : text);
        if (!match.Success) return null;
        var rest = text[..(text.Length - Math.Min(60, text.Length) + match.Index)];
        var without = (rest + typed[text.Length..]).Trim();
        var detailed = Lengths.TakeLast(without).Length is not null || ItemDetails.Last(without) is not null
            || Marked().IsMatch(without);
        if (without.Length == 0) return null;
        var before = !match.Groups["after"].Success;
        if (match.Groups["number"] is { Success: true } number)
            return new ItemPlace(before, new ItemName(number.Value), without, detailed || match.Groups["item"].Success);
        // "Lunch before we go 30m" is a title.
        if (!detailed || (match.Groups["title"].Success && text.Length < typed.Length)) return null;
        return match.Groups["title"] is { Success: true } title
            ? new ItemPlace(before, new ItemName(title.Value), without, true)
            : new ItemPlace(match.Groups["first"].Success, null, without, true);
    }

    [GeneratedRegex(@"(?:\s{0,3}[,;]\s{0,3}|\s{1,3})\(?(?:(?:before|(?<after>after)|(?:at|to|in|on)\s(?=(?:position|place|number|item)\s)|as\s)\s{0,2}(?<item>(?:item|number|position|place)\s|(?=\#))?(?<number>\#?[0-9]{1,3})|(?:before|(?<after>after))\s(?<title>[^@()]{2,50})|(?:(?:at|to)\sthe\s)?(?:(?<first>first|top|start|beginning)|last|end|bottom))\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\s@\S{1,100}(?:\s\p{Lu}\S{0,60}){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
