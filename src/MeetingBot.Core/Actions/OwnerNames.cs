using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Meetings.People;

namespace MeetingBot.Actions;

/// <summary>
/// Finds people within the words of an action: one who is mentioned or marked with an <c>@</c>, a known person's name,
/// or <c>all</c> and <c>me</c>; several with commas or "and" between them.
/// </summary>
/// <param name="author">Who <c>me</c> and <c>I</c> are.</param>
internal sealed partial class OwnerNames(KnownPeople known, string author)
{
    private const int Tail = 200;

    /// <summary>Those whose names begin at the index; null where nobody's does.</summary>
    public OwnerList? At(string text, int index)
    {
        var names = new List<string>();
        var (end, marked, plain, verb) = (index, false, true, false);
        for (var at = index; names.Count < ActionItem.MostOwners && One(text, at) is { } one;)
        {
            names.Add(one.Name);
            marked |= text[at] == '@';
            plain &= one.Named;
            verb = names.Count == 1 && text[at] != '@' && Verbs.Contains(one.Name);
            end = one.End;
            var next = Between().Match(text, end);
            if (!next.Success) break;
            at = end + next.Length;
        }
        return names.Count == 0
            ? null
            : new OwnerList([.. names.Distinct(StringComparer.OrdinalIgnoreCase)], end, marked, plain, verb);
    }

    /// <summary>Those whose names stand last, and where they begin; null where nobody's do.</summary>
    public (OwnerList Owners, int Start)? Last(string text)
    {
        for (var start = Math.Max(0, text.Length - Tail); start < text.Length; start++)
        {
            var begins = start == 0 || (!IsWord(text[start - 1]) && text[start - 1] is not ('@' or '\'' or '’' or '-'));
            if (begins && !char.IsWhiteSpace(text[start]) && At(text, start) is { } owners && owners.End == text.Length)
                return (owners, start);
        }
        return null;
    }

    private (string Name, int End, bool Named)? One(string text, int index)
    {
        if (index >= text.Length) return null;
        if (text[index] == '@') return Marked(text, index + 1);
        if (Known(text, index) is { } named) return (named.Name, named.End, true);
        if (Everybody().Match(text, index) is not { Success: true } special) return null;
        var name = special.Value is "I" or "me" or "Me" or "myself" ? author : special.Value.ToLowerInvariant();
        return (name, index + special.Length, false);
    }

    private (string Name, int End, bool Named)? Marked(string text, int index)
    {
        foreach (var name in known.Mentioned)
        {
            if (string.Compare(text, index, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                && Ends(text, index + name.Length))
                return (name, index + name.Length, true);
        }
        if (Known(text, index) is { } person) return (person.Name, person.End, true);
        if (Handle().Match(text, index) is not { Success: true } handle) return null;
        var typed = handle.Value.TrimEnd('.', '!', '?', '\'', '’', '-');
        return typed.Length > 0 && Ends(text, index + typed.Length) ? (typed, index + typed.Length, true) : null;
    }

    private (string Name, int End)? Known(string text, int index)
    {
        if (!Words().IsMatch(text, index)) return null;
        var words = Words().Match(text, index).Groups["word"].Captures;
        for (var count = words.Count; count > 0; count--)
        {
            var last = words[count - 1];
            var name = text[index..(last.Index + last.Length)].TrimEnd('.', '\'', '’', '-');
            if (known.Knows(name) && Ends(text, index + name.Length) && IsWrittenAsName(name))
                return (name, index + name.Length);
        }
        return null;
    }

    // "mark the page" and "will it" are no names, written so.
    private static bool IsWrittenAsName(string name) =>
        char.IsUpper(name[0]) || (name.Length > 2 && !Verbs.Contains(name));

    private static bool Ends(string text, int end) =>
        end >= text.Length || (!IsWord(text[end]) && !Possessive().IsMatch(text, end));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static readonly FrozenSet<string> Verbs = new[]
    {
        "Will", "Mark", "May", "Bill", "Rob", "Grant", "Sue", "Pat", "Art", "Dawn", "Hope", "Jack", "Frank", "Drew",
        "Chase", "Chuck", "Pierce", "Skip", "Don", "Josh", "Nick", "Tag", "Wade", "Trace", "Miles", "Max", "Page",
        "Guy",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\G(?:(?<word>\p{L}(?:(?!['’](?:ll|s)\b)[\p{L}\p{M}\p{N}_'’.-]){0,40})[ ]?){1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\G[^\s,:;@()\[\]|]{1,60}", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();

    [GeneratedRegex(@"\G(?:(?i:all|everyone|everybody)|I|[Mm]e|myself)\b(?!['’]s)", RegexOptions.CultureInvariant)]
    private static partial Regex Everybody();

    [GeneratedRegex(@"\G['’]s\b", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\G(?:\s{0,3}(?:,\s{0,3}(?:and\s{1,3})?|[&+/]\s{0,3})|\s{1,3}(?:and|und|et)\s{1,3}|\s{1,3}(?=@))", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}

/// <summary>People who stand together in a text.</summary>
/// <param name="End">Where the text goes on behind them.</param>
/// <param name="Marked">One of them has an <c>@</c>.</param>
/// <param name="Named">All are persons; <c>all</c> and <c>me</c> are ordinary words too.</param>
/// <param name="MayBeVerb">The first may be a verb as well: <c>Mark</c>.</param>
internal sealed record OwnerList(
    ImmutableArray<string> Names, int End, bool Marked, bool Named, bool MayBeVerb);
