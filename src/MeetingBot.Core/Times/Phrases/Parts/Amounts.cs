using NodaTime;

namespace MeetingBot.Times;

/// <summary>Reads amounts of time: <c>two weeks</c>, <c>90 minutes</c>, <c>1h30</c>, <c>half an hour</c>, <c>one and a
/// half hours</c>, <c>1.5 hours</c>.</summary>
internal static class Amounts
{
    /// <summary>So many units, or for hours and minutes a duration.</summary>
    public readonly record struct Amount(int Count, SpanUnit Unit, Duration? Elapsed, int Next);

    public static Amount? Read(TokenLine line, int at)
    {
        if (HourParts.Read(line, at) is { } part)
            return new(0, SpanUnit.Hour, Duration.FromMinutes(part.Value), part.Next);
        if (Counts.Read(line, at) is not { } count) return null;
        // "A 90-minute call".
        var start = line.Glued(count.Next) && line.Glued(count.Next + 1) ? line.SkipSign(count.Next, "-") : count.Next;
        if (line.Term(start, TermKind.Unit) is not { } unit) return null;
        var kind = (SpanUnit)unit.Value;
        if (kind is SpanUnit.Weekend) return null;
        if (kind is SpanUnit.Hour or SpanUnit.Minute) return Elapsed(line, count, kind, unit.Next);
        return count.Value == decimal.Truncate(count.Value)
            ? new(InDays(line, start, (int)count.Value), kind, null, unit.Next)
            : null;
    }

    // In words "quinze jours" are two weeks, "huit jours" and "acht Tage" one.
    private static int InDays(TokenLine line, int at, int count)
    {
        var counted = at > 0 ? line[at - 1].Key : "";
        return (counted, line[at].Key) switch
        {
            ("quinze", "jours") => 14,
            ("huit", "jours") or ("acht", "tagen" or "tage") => 7,
            _ => count,
        };
    }

    private static Amount? Elapsed(TokenLine line, Counts.Counted count, SpanUnit unit, int next)
    {
        if (unit is SpanUnit.Minute) return new(0, unit, Duration.FromMinutes((double)count.Value), next);
        var hours = Duration.FromHours((double)count.Value);
        return More(line, next) is { } more
            ? new(0, unit, hours + Duration.FromMinutes(more.Value), more.Next)
            : new(0, unit, hours, next);
    }

    // Minutes beyond the hours: "1h30", "an hour and a half", "one hour and thirty minutes".
    private static Found? More(TokenLine line, int next)
    {
        var more = line.Skip(next, TermKind.And);
        if (more > next && HourParts.Behind(line, more) is { } part) return part;
        var minutes = line.Number(more, 2) is { } digits
            ? new Found(digits, more + 1)
            : line.Term(more, TermKind.Count);
        if (minutes is not { } told || line.Is(told.Next, ":")) return null;
        if (line.Term(told.Next, TermKind.Unit) is { Value: (int)SpanUnit.Minute } unit)
            return new Found(told.Value, unit.Next);
        return line.Glued(more) && more == next && line.Number(more, 2) is not null ? told : null;
    }
}
