using System.Text;

namespace MeetingBot.Times;

/// <summary>Why a time is asked about, or can't be.</summary>
public enum TimeReason
{
    /// <summary>A summer time name on a winter date.</summary>
    SummerNameInWinter,

    /// <summary>A standard time name on a summer date.</summary>
    StdNameInSummer,

    /// <summary>The zone's name has several meanings.</summary>
    AmbiguousZone,

    /// <summary>The place or zone is none that is known.</summary>
    UnknownZone,

    /// <summary>Two zones give two instants.</summary>
    ZonesDisagree,

    /// <summary>The weekday is not that of the date.</summary>
    WeekdayMismatch,

    /// <summary>The weekday is today's.</summary>
    TodayOrNextWeek,

    /// <summary>"Next" may mean this week or the next.</summary>
    NextWeekday,

    /// <summary>Day first or month first.</summary>
    DayMonthOrder,

    /// <summary>The number may be a date or a time.</summary>
    DateOrTime,

    /// <summary>Morning or afternoon.</summary>
    AmPm,

    /// <summary>The start or the end of the day.</summary>
    Midnight,

    /// <summary>The week may end on Friday or on Sunday.</summary>
    EndOfWeek,

    /// <summary>A time of several days: on which?</summary>
    WhichDay,

    /// <summary>The clock jumps over that time.</summary>
    DstGap,

    /// <summary>The clock shows that time twice.</summary>
    DstOverlap,

    /// <summary>That time has passed today.</summary>
    TimePassed,

    /// <summary>That day was not long ago; its next one is most of a year away.</summary>
    JustPast,

    /// <summary>Several are offered.</summary>
    Alternatives,

    /// <summary>It comes again and again.</summary>
    Recurring,

    /// <summary>Only the series of meetings tells.</summary>
    NeedsSeries,

    /// <summary>A part of the day, and no time.</summary>
    PartOfDay,

    /// <summary>Not every number in it could be read.</summary>
    NotAllRead,

    /// <summary>It is over.</summary>
    Past,

    /// <summary>No calendar has that date.</summary>
    NoSuchDate,

    /// <summary>No clock shows that time.</summary>
    NoSuchTime,

    /// <summary>It ends before it begins.</summary>
    EndBeforeStart,

    /// <summary>It tells no time.</summary>
    NoTime,

    /// <summary>The text is longer than any phrase.</summary>
    TooLong,
}

/// <summary>What is not to be overlooked about a time.</summary>
public enum TimeWarning
{
    /// <summary>CET was written for a summer date and read as the clock on the wall.</summary>
    CetInSummer,

    /// <summary>Day and month could be the other way round.</summary>
    DayFirst,

    /// <summary>The words are vague.</summary>
    Approx,

    /// <summary>It is a Saturday or Sunday.</summary>
    Weekend,

    /// <summary>Working days were counted without looking for holidays.</summary>
    HolidaysNotChecked,
}

/// <summary>Codes of reasons and warnings, as programs read them.</summary>
public static class TimeCodes
{
    /// <summary><c>CET_IN_SUMMER</c>.</summary>
    public static string Code(this TimeWarning warning) => Spell(warning.ToString());

    /// <summary><c>WEEKDAY_MISMATCH</c>.</summary>
    public static string Code(this TimeReason reason) => Spell(reason.ToString());

    private static string Spell(string name)
    {
        var code = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && code.Length > 0) code.Append('_');
            code.Append(char.ToUpperInvariant(letter));
        }
        return code.ToString();
    }
}
