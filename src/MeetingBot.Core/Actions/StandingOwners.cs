using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MeetingBot.Actions;

/// <summary>
/// Reads who is to do an action where they stand first or last in it: <c>Luna please share it</c>, <c>share it
/// (Luna)</c>.
/// </summary>
internal sealed partial class StandingOwners(OwnerNames names)
{
    /// <summary>Those who stand first, and what they are to do; null where nobody does.</summary>
    public (ImmutableArray<string> Owners, string Task)? First(string task)
    {
        var bracket = task is ['(' or '[', ..];
        var start = bracket ? 1 : Opening().Match(task).Length;
        if (names.At(task, start) is not { } owners) return null;
        var end = owners.End;
        if (bracket && (end >= task.Length || task[end++] is not (')' or ']'))) return null;

        var link = Link().Match(task, end);
        var body = task[(end + link.Length)..];
        var linked = bracket || link.Groups["link"].Length > 0 || link.Groups["asked"].Length > 0;
        if (body.Length == 0 || (!linked && link.Length == 0 && body[0] != '(')) return null;
        if (!linked && !(owners.Named && GoesOn(owners, body))) return null;
        return IsJoint(body) ? null : (owners.Names, Unwrapped(body));
    }

    /// <summary>Those who stand last, and what they are to do; null where nobody does.</summary>
    public (ImmutableArray<string> Owners, string Task)? Last(string task)
    {
        var text = task.TrimEnd('.', '!', ' ');
        if (Bracketed().Match(text) is { Success: true } bracket && bracket.Index > 0)
            return InBrackets(text[..bracket.Index].TrimEnd(), bracket.Groups["inner"].Value.Trim());
        if (names.Last(text) is not var (owners, start) || start == 0) return null;
        var before = text[..start].TrimEnd();
        if (Divided().Match(before) is { Success: true } divided && divided.Index > 0)
            return (owners.Names, before[..divided.Index].TrimEnd(' ', ','));
        if (!owners.Named) return null;
        if (By().Match(before) is { Success: true } by) return (owners.Names, before[..by.Index].TrimEnd(' ', ','));
        before = before.TrimEnd(',', ' ');
        var last = before[(before.LastIndexOf(' ') + 1)..];
        // Of "call Luna", "write to Luna" and "visit Santa Luna" nobody has it.
        return last.Length == before.Length || NotBefore.Contains(last) || (!owners.Marked && char.IsUpper(last[0]))
            ? null
            : (owners.Names, before);
    }

    // "(Luna)", "(owner: Luna)", "(Luna share)" of what she shares.
    private (ImmutableArray<string> Owners, string Task)? InBrackets(string task, string inner)
    {
        var owner = inner[Owner().Match(inner).Length..];
        if (names.At(owner, 0) is not { } owners) return null;
        var rest = owner[(owners.End + Link().Match(owner, owners.End).Length)..].Trim(' ', '.');
        var repeated = rest.Length > 0 && !rest.Contains(' ')
            && $" {task} ".Contains($" {rest} ", StringComparison.OrdinalIgnoreCase);
        return rest.Length == 0 || repeated ? (owners.Names, task) : null;
    }

    // "Luna share it", but not "Luna Park", "Luna is away" and "Mark the page".
    private static bool GoesOn(OwnerList owners, string body)
    {
        if (!owners.Marked && char.IsUpper(body[0])) return false;
        var word = FirstWord(body);
        return !NotBehind.Contains(word) && !(owners.MayBeVerb && Determiners.Contains(word));
    }

    private static bool IsJoint(string body) => FirstWord(body) is "and" or "or" or "und" or "et" or "&";

    private static string FirstWord(string text) => text.Split(WordEnds, 2)[0];

    private static readonly char[] WordEnds = [' ', ',', ';', ':', '\t', '\n'];

    private static string Unwrapped(string body) =>
        body is ['(', .., ')'] && body.IndexOf('(', 1) < 0 ? body[1..^1].Trim() : body;

    private static readonly FrozenSet<string> Determiners = new[]
    {
        "the", "a", "an", "it", "this", "that", "these", "those", "all", "each", "every", "any", "our", "my", "your",
        "his", "her", "their", "its", "them", "him", "us", "down", "up", "off", "out", "as",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NotBehind = new[]
    {
        "is", "isn't", "are", "was", "wasn't", "were", "has", "hasn't", "have", "had", "does", "doesn't", "did",
        "didn't", "won't", "can't", "who", "whose", "whom", "with", "of", "at", "from", "for", "in", "on", "said",
        "says", "thinks", "asked", "asks", "reported", "reports", "suggested", "suggests", "proposed", "proposes",
        "wants", "would", "not",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NotBefore = new[]
    {
        "with", "to", "for", "from", "of", "about", "by", "and", "or", "nor", "but", "at", "than", "as", "like", "on",
        "in", "into", "via", "through", "between", "after", "before", "behind", "without", "except", "per", "cc",
        "is", "are", "was", "the", "a", "an", "dear", "mit", "von", "zu", "an", "für", "avec", "de", "à", "pour",
        "und", "et", "ask", "tell", "call", "email", "e-mail", "mail", "phone", "ping", "contact", "remind", "thank",
        "invite", "inform", "notify", "help", "meet", "message", "chat", "consult", "brief", "convince", "chase",
        "nudge", "warn", "catch", "visit", "support", "train", "introduce", "include", "nominate", "appoint", "elect",
        "join", "see", "write",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string Asked =
        @"(?:['’]ll|please|pls|plz|kindly|(?:can|could|would|will)\s+you|to|will|shall|should|must|can|could|may|needs?\s+to"
            + @"|ha(?:s|ve)\s+to|(?:is|are)\s+(?:going\s+)?to|(?:agree[sd]?|offer(?:s|ed)?|volunteer(?:s|ed)?|promise[sd]?)\s+to"
            + @"|bitte|s['’]il\s+(?:te|vous)\s+pla[iî]t)";

    [GeneratedRegex(@"^(?:(?:on|both)\s)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"\G(?:(?<link>\s{0,3}(?::(?!/)|,|\||->|→)\s{0,3}|\s{1,3}[-–—]\s{1,3})|\s{0,3})(?<asked>(?:" + Asked + @"(?=[\s,]),?\s{1,3}){0,4})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // A day behind the name, which was taken, may have taken the end of the bracket along.
    [GeneratedRegex(@"[(\[](?<inner>[^()\[\]]{1,80})[)\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?:\s[-–—]{1,2}|->|=>|→|[:|;/]|[,\s](?:assigned\s+to|assignee|owner|responsible|who)\s?:?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Divided();

    // "Read what was written by Luna" and "the talk by Luna" are nobody's.
    [GeneratedRegex(@"(?<!(?:ed|en|wn|made|said|sent|talk|paper|mail|proposal|comments?|notes?|slides|message|report|article|post|presentation|summary))\s+by$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?:(?:owner|who|resp(?:onsible|\.)?|assigned\s+to|assignee|by|for)\s?:?\s)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Owner();
}
