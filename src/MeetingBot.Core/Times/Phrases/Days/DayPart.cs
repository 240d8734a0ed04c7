using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>A day or days as words tell them. Each kind has its rule.</summary>
internal abstract record DayPart
{
    /// <summary>The days that are meant. Pure.</summary>
    public abstract DayChoice Resolve(DayAsk ask);
}

/// <summary>Today, tomorrow, the day after.</summary>
internal sealed record RelativeDay(int Days) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var day = ask.Today.PlusDays(Days);
        return Days < 0
            ? DayChoice.Wrong(TimeReason.Past)
            : Days > 0 && day.IsWeekend() ? DayChoice.On(day).Warn(TimeWarning.Weekend) : DayChoice.On(day);
    }
}

/// <summary>Several days of which one is to be chosen: <c>8 or 10 July</c>.</summary>
internal sealed record OneOfDays(ImmutableArray<DayPart> Days) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var choices = Days.Select(day => day.Resolve(ask)).ToList();
        return choices.Find(choice => choice.Error is not null) is { } wrong
            ? wrong
            : new DayChoice([.. choices.SelectMany(choice => choice.Spans)])
            {
                Question = TimeReason.Alternatives,
                IsRange = choices.Exists(choice => choice.IsRange),
            };
    }
}

/// <summary>Days that are told twice, such as <c>tomorrow, 8 July</c>: they have to be the same.</summary>
internal sealed record SameDay(DayPart One, DayPart Other) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var (one, other) = (One.Resolve(ask), Other.Resolve(ask));
        if ((one.Error ?? other.Error) is { } wrong) return DayChoice.Wrong(wrong);
        var common = one.Spans.Where(span => other.Spans.Contains(span)).Take(1).ToImmutableArray();
        return common.Length == 1
            ? new DayChoice(common) { IsRange = one.IsRange }
            : new DayChoice([.. one.Spans.Concat(other.Spans).Distinct()])
            {
                Question = IsWeekday(One) || IsWeekday(Other) ? TimeReason.WeekdayMismatch : TimeReason.Alternatives,
            };
    }

    private static bool IsWeekday(DayPart day) => day is WeekdayDay;
}

internal static class Weekends
{
    public static bool IsWeekend(this LocalDate day) =>
        day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
