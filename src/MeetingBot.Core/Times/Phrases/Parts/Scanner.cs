using System.Collections.Immutable;

namespace MeetingBot.Times;

/// <summary>
/// Goes through a phrase from left to right and takes at each place the longest thing that can be read there. What
/// can't be read is passed over; numbers that stand for something else are passed over whole.
/// </summary>
internal sealed class Scanner(TokenLine line)
{
    private delegate Item? Reader(TokenLine line, int at, Item? before);

    // At the same length the first wins.
    private static readonly ImmutableArray<Reader> Readers =
    [
        IsoReader.Read, NumericDateReader.Read, DateReader.Read, NumberedDayReader.Read, WeekdayReader.Read,
        SpanReader.Read, PeriodReader.Read, ClockReader.Read, SpanReader.ReadLength, ZoneReader.Read, MarkReader.Read,
    ];

    private readonly List<Item> _items = [];
    private readonly bool[] _taken = new bool[line.Count];
    private readonly List<Run> _unread = [];
    private Item? _before;
    private bool _strange;
    private bool _somethingElse;
    private bool _anyStrange;

    public static Scan Scan(string text)
    {
        var line = new TokenLine(Tokens.Of(text));
        var scanner = new Scanner(line);
        for (var at = 0; at < line.Count;) at = scanner.Step(at);
        var items = scanner.Sensible();
        return new Scan(items, line.Count > 0 && scanner._taken[0], scanner._anyStrange,
            items.Any(item => item.Doubtful)
            || new Leftovers(line, scanner._taken, items).Any(scanner._unread));
    }

    private int Step(int at)
    {
        var item = Longest(at);
        // "Room: 513", "version 3.11": the words that say so.
        if (line.Term(at, TermKind.NoDate) is { } other && (item is null or MarkItem || other.Next > item.End))
        {
            (_somethingElse, _before) = (true, null);
            return line.SkipSign(line.SkipSign(line.SkipSign(other.Next, ":"), "#"), ".");
        }
        if (item is null) return Pass(at);
        for (var i = at; i < item.End; i++) _taken[i] = true;
        _items.Add(item);
        if (item is not MarkItem { Mark: Mark.Comma or Mark.Slash })
            (_before, _strange) = (item is Items many ? many.Parts[^1] : item, false);
        _somethingElse = false;
        return item.End;
    }

    private Item? Longest(int at)
    {
        Item? longest = null;
        foreach (var reader in Readers)
            if (reader(line, at, _before) is { } item && item.End > (longest?.End ?? at) && IsWhole(at, item)
                && IsLikely(at, item))
                longest = item;
        return longest;
    }

    // What can't be read: known words say nothing about time, others are strange.
    private int Pass(int at)
    {
        if (line.Known(at) is { } known)
        {
            if (line[at].Key is not ("the" or "a" or "(" or "of")) _somethingElse = false;
            return known.Next;
        }
        if (line[at].Kind is TokenKind.Word) (_strange, _anyStrange, _before) = (true, true, null);
        if (line[at].Kind is not TokenKind.Number
            && !(line[at].Kind is TokenKind.Sign && line.Sticks(at + 1)
                && line[at].Key is not ("(" or "[" or "\"" or "'" or "*" or "|")))
            return at + 1;
        // A number of something else goes to its end: "513/1-027".
        var end = at + 1;
        while (line.Glued(end) && line[end].Key is not (")" or "," or ";")) end++;
        if (line[at].Kind is TokenKind.Number) _anyStrange = true;
        if (!_somethingElse) _unread.Add(new Run(at, end));
        return end;
    }

    /// <summary>It neither begins nor ends within a longer number or word.</summary>
    private bool IsWhole(int at, Item item) => BeginsWhole(at) && EndsWhole(at, item);

    private bool BeginsWhole(int at)
    {
        if (!line.Glued(at) || _taken[at - 1]) return true;
        if (line[at - 1].Kind is not TokenKind.Sign) return false;
        if (line[at - 1].Key is "+" or "#" or "@" or "$" or "€" or "£" or "_" or "&" or "\\")
            return line[at].Kind is not TokenKind.Number;
        return !line.Glued(at - 1) || !line.Has(at - 2) || _taken[at - 2]
            || line[at - 1].Key is "(" or "[" or "," or ";" or "\"" or "'" or "=" or "*" or "|" or ">" or "~";
    }

    private bool EndsWhole(int at, Item item)
    {
        var end = item.End;
        if (!line.Glued(end)) return true;
        if (item is MarkItem && line[end - 1].Kind is TokenKind.Sign) return true;
        if (Follows(item is Items many ? many.Parts[^1] : item, end)
            || (item is DayItem && line.Is(end - 1, "t") && line[end - 2].Kind is TokenKind.Number)) return true;
        if (line[end].Kind is not TokenKind.Sign) return line[end - 1].Kind is TokenKind.Sign;
        if (line[end].Key is "%" or "°" or "€" or "$") return false;
        return line[end].Key is not ("." or "/" or ":" or "-" or "_" or "@" or "#" or "+" or "\\")
            || !line.Sticks(end + 1)
            || Follows(item, end + 1);
    }

    // A zone or a time that sticks to what was read: "15:00Z", "16:00CET", "11.07.2025-13.07.2025".
    private bool Follows(Item item, int at)
    {
        if (ZoneReader.Read(line, at, item) is { } zone && !line.Sticks(zone.End)) return true;
        return line[at - 1].Kind is TokenKind.Sign && line[at - 1].Key is "-" or "/" or ">"
            && item is DayItem or ZoneItem
            && (IsoReader.Read(line, at, item) ?? NumericDateReader.Read(line, at, item)
                ?? DateReader.Read(line, at, item)
                ?? WeekdayReader.Read(line, at, item) ?? (item is ZoneItem ? ClockReader.Read(line, at, item)
                    : null)) is not null;
    }

    private bool IsLikely(int at, Item item)
    {
        if (!item.Weak) return true;
        if (_somethingElse || _strange) return false;
        if (line[at].Kind is not TokenKind.Word || line[item.End - 1].Kind is not TokenKind.Word) return true;
        return char.IsUpper(line[item.End - 1].Text[0]) || (item.End == at + 1 && IsNamed(at));
    }

    // "May" in small letters is a month alone, or behind a word such as "in" or "by".
    private bool IsNamed(int at) => at == 0
        ? !line.Has(1) || line[1].Kind is not TokenKind.Word
        : _taken[at - 1] || (line.Term(at - 1, TermKind.In) ?? line.Term(at - 1, TermKind.Of)) is not null
            || line[at - 1].Kind is TokenKind.Sign;

    private ImmutableArray<Item> Sensible() =>
        _anyStrange ? [.. _items.Where(item => !IsNumberAmongWords(item))] : [.. _items];

    // "Ratio 75:25" is no time that there isn't, "3/4 of the members" no date, and "May I ask" no month.
    private bool IsNumberAmongWords(Item item) => item switch
    {
        ClockItem { Told: false } clock => !ClockRules.Exists(clock.From) && !_items.Exists(other => other is DayItem),
        DayItem { Weak: true, Day: SlashedDay { Year: null } or QuarterDays or MonthDays } => true,
        _ => false,
    };
}
