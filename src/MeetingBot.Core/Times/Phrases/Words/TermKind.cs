namespace MeetingBot.Times;

/// <summary>What a word or phrase stands for; the values are those of the word lists.</summary>
internal enum TermKind
{
    /// <summary>1 Monday to 7 Sunday.</summary>
    Weekday,

    /// <summary>Every Monday.</summary>
    Weekdays,

    /// <summary>Two letters that are a weekday only before a date or time.</summary>
    ShortWeekday,

    /// <summary>1 to 12.</summary>
    Month,

    /// <summary>A <see cref="SpanUnit"/>.</summary>
    Unit,

    /// <summary>Days from today.</summary>
    Day,

    /// <summary>A number in words.</summary>
    Count,

    /// <summary>First, second …; -1 the last.</summary>
    Ordinal,

    /// <summary>What makes a number an ordinal: <c>11th</c>.</summary>
    OrdinalEnding,

    /// <summary>A <see cref="DayHalf"/>.</summary>
    Half,

    /// <summary>A <see cref="DayTime"/>.</summary>
    PartOfDay,

    /// <summary>Minutes after the hour that follows: 30 half past, -15 quarter to.</summary>
    Minutes,

    /// <summary>Weeks beyond the weekday before it.</summary>
    WeeksLater,

    /// <summary>A part of a month: 1 early, 2 mid, 3 late.</summary>
    MonthPart,

    /// <summary>The hour's letter: 1 <c>h</c>, 2 <c>heures</c>, 3 <c>hours</c> behind four digits, 4
    /// <c>o'clock</c>.</summary>
    Hour,

    /// <summary>The end of a <see cref="SpanUnit"/> in one word.</summary>
    EndOfUnit,

    // What follows has no value.
    Noon, Midnight, This, Next, Coming, Last, At, On, The, Of, In, Within, From, To, Between, And, Or, By, Before,
    After, Since, For, Every, HalfOf, Often, SameTime, Usual, End, Approx, WeekOf, WeekNumber, AfterNext, Quarter,
    TimeWord,
    TimeOf, LocalTime,
    Now, FromNow, Ago, EndOfDay,

    /// <summary>What follows is a number of something else: <c>room</c>, <c>version</c>.</summary>
    NoDate,

    /// <summary>What tells nothing about time, and may stand beside it.</summary>
    Filler,
}
