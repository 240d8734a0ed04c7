using System.Collections.Immutable;
using System.Text;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Calendars;

public sealed class BusyTimesTests
{
    private static readonly DateTimeZone Vienna = ZoneRules.Of("Europe/Vienna");
    private static readonly Instant From = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly Instant Until = Instant.FromUtc(2026, 3, 9, 0, 0);

    [Fact]
    public void WhatMeets_IsOneTime_WhatIsFreeOrCancelled_IsNone() => Assert.Equal(
        ["03-02T08:00 03-02T09:30", "03-03T10:00 03-03T11:00", "03-06T00:00 03-06T01:00"],
        Busy(
            Event("A", "DTSTART:20260302T080000Z", "DTEND:20260302T090000Z"),
            Event("B", "DTSTART:20260302T083000Z", "DTEND:20260302T093000Z"),
            Event("C", "DTSTART;TZID=Europe/Vienna:20260303T110000", "DURATION:PT1H"),
            Event("D", "DTSTART:20260304T080000Z", "DTEND:20260304T090000Z", "TRANSP:TRANSPARENT"),
            Event("E", "DTSTART:20260304T080000Z", "DTEND:20260304T090000Z", "STATUS:CANCELLED"),
            Event("F", "DTSTART:20260304T080000Z", "DTEND:20260304T090000Z", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
            Event("G", "DTSTART:20260305T080000Z"),
            Event("H", "DTSTART:20260309T080000Z", "DTEND:20260309T090000Z"),
            "BEGIN:VFREEBUSY", "FREEBUSY;FBTYPE=BUSY:20260306T000000Z/PT30M,20260306T003000Z/20260306T010000Z",
            "FREEBUSY;FBTYPE=FREE:20260307T000000Z/PT30M", "END:VFREEBUSY"));

    [Fact]
    public void DayOfItsOwn_IsTheDayOfWhoseCalendarItIs() =>
        Assert.Equal(["03-02T23:00 03-03T23:00"], Busy(Event("A", "DTSTART;VALUE=DATE:20260303")));

    [Fact]
    public void Series_CountsEachTimeButThoseExceptedAndMoved() => Assert.Equal(
        ["03-02T08:00 03-02T09:00", "03-04T08:00 03-04T09:00", "03-05T12:00 03-05T13:00", "03-06T08:00 03-06T09:00"],
        Busy(
            Event("A", "DTSTART;TZID=Europe/Vienna:20200101T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
                "EXDATE;TZID=Europe/Vienna:20260303T090000"),
            Event("A", "RECURRENCE-ID;TZID=Europe/Vienna:20260305T090000", "DTSTART:20260305T120000Z", "DURATION:PT1H")));

    [Fact]
    public void EventThatBeganBefore_CountsForWhatIsLeft() =>
        Assert.Equal(["03-02T00:00 03-02T06:00"], Busy(Event("A", "DTSTART:20260228T000000Z", "DTEND:20260302T060000Z")));

    [Theory]
    [InlineData(7, 8, false)]
    [InlineData(7, 9, true)]
    [InlineData(8, 9, true)]
    [InlineData(9, 10, false)]
    public void Slot_CollidesWithWhatItMeets(int from, int until, bool collides)
    {
        ImmutableArray<Interval> busy = [new Interval(At(8), At(9))];
        Assert.Equal(collides, busy.Collides(At(from), At(until)));

        static Instant At(int hour) => Instant.FromUtc(2026, 3, 2, hour, 0);
    }

    private static IEnumerable<string> Busy(params string[] lines)
    {
        var text = string.Join("\r\n", [.. lines.Prepend("BEGIN:VCALENDAR"), "END:VCALENDAR", ""]);
        return BusyTimes.Of(CalendarReader.Read(Encoding.UTF8.GetBytes(text)), From, Until, Vienna)
            .Select(time => $"{time.Start.InUtc():MM-ddTHH:mm} {time.End.InUtc():MM-ddTHH:mm}");
    }

    private static string Event(string uid, params string[] lines) =>
        string.Join("\r\n", ["BEGIN:VEVENT", "UID:" + uid, .. lines, "END:VEVENT"]);
}
