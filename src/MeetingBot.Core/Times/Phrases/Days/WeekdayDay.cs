using NodaTime;

namespace MeetingBot.Times;

/// <summary>Which of the weekdays of that name.</summary>
internal enum WhichWeekday
{
    /// <summary>Just its name.</summary>
    Bare,

    /// <summary>The coming one, never today.</summary>
    Coming,

    /// <summary>Of this ISO week.</summary>
    This,

    /// <summary>"Next Friday", which people mean differently.</summary>
    Next,

    /// <summary>Of the next ISO week.</summary>
    OfNextWeek,

    /// <summary>Last Friday.</summary>
    Past,
}

/// <summary>A weekday by its name.</summary>
/// <param name="WeeksLater"><c>Tuesday week</c> is one later.</param>
internal sealed record WeekdayDay(IsoDayOfWeek Weekday, WhichWeekday Which, int WeeksLater = 0) : DayPart
{
    public override DayChoice Resolve(DayAsk ask)
    {
        var today = ask.Today.DayOfWeek == Weekday;
        var coming = ask.Today.Next(Weekday);
        return Which switch
        {
            WhichWeekday.Past => DayChoice.Wrong(TimeReason.Past),
            WhichWeekday.This => Ahead(ask.Monday.PlusDays((int)Weekday - 1), ask),
            WhichWeekday.OfNextWeek => DayChoice.On(ask.NextMonday.PlusDays((int)Weekday - 1).PlusWeeks(WeeksLater)),
            WhichWeekday.Next when !today && coming < ask.NextMonday =>
                DayChoice.Ask(TimeReason.NextWeekday, coming.PlusWeeks(WeeksLater), coming.PlusWeeks(WeeksLater + 1)),
            WhichWeekday.Bare when today =>
                DayChoice.Ask(TimeReason.TodayOrNextWeek, ask.Today.PlusWeeks(WeeksLater),
                    coming.PlusWeeks(WeeksLater)),
            _ => DayChoice.On(coming.PlusWeeks(WeeksLater)),
        };
    }

    private static DayChoice Ahead(LocalDate day, DayAsk ask) =>
        day < ask.Today ? DayChoice.Wrong(TimeReason.Past) : DayChoice.On(day);
}
