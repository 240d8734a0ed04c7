using System.Collections.Immutable;

namespace MeetingBot.Times;

/// <summary>
/// Settles what a number with a dot is: beside a date <c>16.00</c> is a time, beside a time <c>11.07</c> is a date, and
/// alone it may be either.
/// </summary>
internal static class DottedNumbers
{
    public static ImmutableArray<Item> Settle(ImmutableArray<Item> items)
    {
        var dotted = items.OfType<ClockItem>().Where(clock => clock.MayBeDate).ToList();
        if (dotted.Count == 0) return items;
        var hasClock = items.Any(item => item is ClockItem { MayBeDate: false } or ElapsedItem || item is Items);
        var hasDay = items.Any(item => item is DayItem or Items);
        foreach (var clock in dotted)
        {
            var date = IsDate(clock);
            if (!hasDay && date && (hasClock || dotted.Count > 1 || !ClockRules.Exists(clock.From)))
                (items, hasDay) = (items.Replace(clock, new DayItem(Date(clock), clock.End)), true);
            else if (!hasClock && (hasDay || !date))
                (items, hasClock) = (items.Replace(clock, clock with { Told = true }), true);
            else if (hasClock)
                items = items.Remove(clock);
        }
        return items;
    }

    /// <summary>The date as which it may be read.</summary>
    public static CalendarDay Date(ClockItem clock) => new(clock.From.Hour, clock.From.Minute);

    private static bool IsDate(ClockItem clock) => clock.From is { Hour: >= 1 and <= 31, Minute: >= 1 and <= 12 };
}
