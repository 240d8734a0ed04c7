using System.Collections.Immutable;

namespace MeetingBot.Times;

/// <summary>Tokens that belong together, from the first to the one behind the last.</summary>
internal readonly record struct Run(int Start, int End);

/// <summary>
/// Tells of what was not read in a phrase whether it may have been meant as a part of the time: what is dropped in
/// silence makes a wrong time. Names, counted things and room numbers are not.
/// </summary>
/// <param name="taken">Which tokens were read.</param>
internal sealed class Leftovers(TokenLine line, bool[] taken, ImmutableArray<Item> items)
{
    private const int MostLengthTokens = 6;

    /// <summary>Whether any is left over.</summary>
    /// <param name="numbers">Numbers that nothing was made of, each with what sticks to it.</param>
    public bool Any(IReadOnlyList<Run> numbers)
    {
        for (var at = 0; at < numbers.Count; at++)
            if (MayBeTime(numbers[at], at > 0 ? numbers[at - 1] : null)) return true;
        for (var at = 0; at < line.Count; at++)
            if (!taken[at] && (IsWordedRest(at) || IsMisspeltWeekday(at))) return true;
        return false;
    }

    private bool MayBeTime(Run run, Run? before)
    {
        // "767 60 00" is one number.
        if (before?.End == run.Start || (line.Glued(run.Start) && !taken[run.Start - 1]
            && line[run.Start - 1].Key is not ("(" or "-" or "/"))) return false;
        var length = IsBehindLength(run.Start);
        if (length) return !IsCounted(run.End) || line.Term(run.End, TermKind.Unit) is not null;
        return LooksLikeTime(run) && !IsListNumber(run) && !IsCounted(run.End) && !IsNamed(run);
    }

    // "Room 5", "Python 3.11", "dCache 9": a number behind a name. Behind a small word a clock's time may be meant.
    private bool IsNamed(Run run)
    {
        var at = run.Start - 1;
        if (at < 0 || taken[at] || line[at].Kind is not TokenKind.Word || line.Known(at) is not null) return false;
        return line[at].Text.Any(char.IsUpper) || run.End != run.Start + 3 || items.Any(item => item is ClockItem);
    }

    // "12 participants", "3 items".
    private bool IsCounted(int at) => line.Has(at) && !taken[at] && line[at].Kind is TokenKind.Word
        && ((line.Known(at) is null && !char.IsUpper(line[at].Text[0]))
            || (line.Term(at, TermKind.NoDate) ?? line.Term(at, TermKind.Unit)) is not null);

    // "1) Tuesday", "2. Wednesday".
    private bool IsListNumber(Run run) => run.Start == 0
        && (line.Is(run.End, ")") || line.Is(run.End - 1, "."));

    // "5", "9.30", "1600", "4pm"; not "513/1-027", "0142490", "40-S2".
    private bool LooksLikeTime(Run run)
    {
        // "15:00ish" is a time, whatever sticks to it.
        if (line.Number(run.Start) is <= 24 && line.Is(run.Start + 1, ":") && line.Number(run.Start + 2, 2, 2) is <= 59)
            return true;
        var numbers = 0;
        for (var at = run.Start; at < run.End; at++)
        {
            if (line[at].Kind is TokenKind.Number)
            {
                numbers++;
                var alone = run.End == run.Start + 1 || (at == run.Start && IsSuffix(run.Start + 1));
                if (line[at].Text.Length > (alone ? 4 : 2)
                    || (line[at].Text.Length > 2 && line[at].Number / 100 > 24))
                    return false;
                if (line[at].Text.Length <= 2 && line[at].Number > 59) return false;
                if (alone && line[at].Text.Length <= 2
                    && line[at].Number > (run.Start > 0 && taken[run.Start - 1] ? 59 : 31)) return false;
            }
            else if (line[at].Kind is TokenKind.Word ? !IsSuffix(at) : line[at].Key is not ("." or ":" or "-" or "/"))
                return false;
        }
        return numbers <= 3;
    }

    private bool IsSuffix(int at) => line.Has(at) && line[at].Key is "am" or "pm" or "h" or "uhr";

    private bool IsBehindLength(int at) =>
        at > 0 && !taken[at - 1] && Words(at - 1, TermKind.For);

    // "For two whole hours", "at fifteen forty".
    private bool IsWordedRest(int at)
    {
        if (line.Term(at, TermKind.At) is { } told && line.Term(told.Next, TermKind.Count) is { Value: > 12 }
            && !taken[told.Next]) return true;
        if (line.Term(at, TermKind.For) is not { } length) return false;
        for (var next = length.Next; next < line.Count && next < length.Next + MostLengthTokens; next++)
        {
            if (line.Term(next, TermKind.Unit) is not null)
                return next > length.Next && line.Term(length.Next, TermKind.The) is null;
            if (line.Term(next, TermKind.Count) is null && line.Term(next, TermKind.And) is null
                && line.Term(next, TermKind.Of) is null && !Parts.Contains(line[next].Key)) return false;
        }
        return false;
    }

    // "Moday 16:00" is not today.
    private bool IsMisspeltWeekday(int at) => line[at].Text.Length > 4
        && Vocabulary.Like(line[at], TermKind.Weekday) is not null && !items.Any(item => item is DayItem or Items);

    private bool Words(int at, TermKind kind) => line.Term(at, kind) is not null;

    private static readonly ImmutableArray<string> Parts =
        ["half", "quarter", "quarters", "-", "/", "whole", "full", "long", "good", "about", "d", "'", "demi", "demie"];
}
