using System.Globalization;
using MeetingBot.Calendars;

namespace MeetingBot.Meetings.Dates;

/// <summary>Says by which rule a group meets.</summary>
internal static class SeriesWords
{
    /// <summary><c>every second week on Tuesday at 15:00 (Europe/Zurich)</c>.</summary>
    public static string Of(MeetingSeries series) =>
        $"{RecurrenceWords.Of(series.Pattern, series.Start)} at "
            + $"{series.First.ToString("HH:mm", CultureInfo.InvariantCulture)} ({series.Zone})";
}
