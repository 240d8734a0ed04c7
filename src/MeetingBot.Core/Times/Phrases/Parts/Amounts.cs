using System.Globalization;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>Reads amounts of time: <c>two weeks</c>, <c>90 minutes</c>, <c>1h30</c>, <c>half an hour</c>, <c>1.5
/// hours</c>.</summary>
internal static class Amounts
{
    /// <summary>So many units, or for hours and minutes a duration.</summary>
    public readonly record struct Amount(int Count, SpanUnit Unit, Duration? Elapsed, int Next);

    public static Amount? Read(TokenLine line, int at)
    {
        if (HalfAnHour(line, at) is { } half) return half;
        if (Count(line, at) is not { } count) return null;
        if (line.Term(count.Next, TermKind.Unit) is not { } unit) return null;
        var kind = (SpanUnit)unit.Value;
        if (kind is SpanUnit.Weekend) return null;
        return kind is SpanUnit.Hour or SpanUnit.Minute
            ? Elapsed(line, count, kind, unit.Next)
            : new((int)count.Value, kind, null, unit.Next);
    }

    private readonly record struct Counted(decimal Value, int Next);

    private static Counted? Count(TokenLine line, int at)
    {
        if (line.Number(at, 4) is { } whole)
            return line.Has(at + 1) && line[at + 1].Key is "." or "," && line.Glued(at + 1) && line.Glued(at + 2)
                && line.Number(at + 2) is not null
                ? new(decimal.Parse($"{line[at].Text}.{line[at + 2].Text}", CultureInfo.InvariantCulture), at + 3)
                : new(whole, at + 1);
        if (line.Term(at, TermKind.Count) is { } word) return new(word.Value, word.Next);
        // "Fortnight" counts itself.
        return line.Term(at, TermKind.Unit) is { Value: (int)SpanUnit.Fortnight } ? new(1, at) : null;
    }

    private static Amount? Elapsed(TokenLine line, Counted count, SpanUnit unit, int next)
    {
        if (unit is SpanUnit.Minute) return new(0, unit, Duration.FromMinutes((double)count.Value), next);
        var hours = Duration.FromHours((double)count.Value);
        var more = line.Skip(next, TermKind.And);
        // "An hour and a half".
        if (more > next && line.Is(more, "a") && line.Is(more + 1, "half"))
            return new(0, unit, hours + Duration.FromMinutes(30), more + 2);
        if (line.Number(more, 2) is { } minutes && !line.Is(more + 1, ":"))
        {
            var minute = line.Term(more + 1, TermKind.Unit) is { Value: (int)SpanUnit.Minute } told
                ? told.Next
                : more + 1;
            if (minute > more + 1 || (line.Glued(more) && more == next))
                return new(0, unit, hours + Duration.FromMinutes(minutes), minute);
        }
        return new(0, unit, hours, next);
    }

    private static Amount? HalfAnHour(TokenLine line, int at)
    {
        var (minutes, next) = (0, at);
        if (line.Is(at, "half") && line[at].Kind is TokenKind.Word)
            (minutes, next) = (30, line.Is(at + 1, "an") || line.Is(at + 1, "-") ? at + 2 : at + 1);
        else if (line.Is(at, "a") && line.Is(at + 1, "half"))
            (minutes, next) = (30, line.Is(at + 2, "-") ? at + 3 : at + 2);
        else if (line.Is(at, "une") && line.Is(at + 1, "demi"))
            (minutes, next) = (30, line.Is(at + 2, "-") ? at + 3 : at + 2);
        else if (line.Is(at, "einer") && line.Is(at + 1, "halben")) (minutes, next) = (30, at + 2);
        return minutes > 0 && line.Term(next, TermKind.Unit) is { Value: (int)SpanUnit.Hour } hour
            ? new(0, SpanUnit.Hour, Duration.FromMinutes(minutes), hour.Next)
            : null;
    }
}
