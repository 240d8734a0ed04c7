using System.Text;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Calendars;

public sealed class CalendarReaderTests
{
    private static readonly DateTimeZone Vienna = ZoneRules.Of("Europe/Vienna");

    [Fact]
    public void Outlook_ZoneOfWindowsAndLastWorkdayOfTheMonth()
    {
        var calendar = Foreign("outlook.ics");
        Assert.Equal(CalendarMethod.Request, calendar.Method);
        Assert.Empty(calendar.Remarks);
        var happening = Assert.Single(calendar.Events);
        Assert.Equal(("Month end", 2, "Europe/Berlin"), (happening.Summary, happening.Sequence, happening.Start.Zone!.Id));
        Assert.Equal("Agenda:\n1. Token lifetimes\n2. Budget\\costs, all of them\n", happening.Description);
        Assert.Equal(new Organizer("luna@example.com", "Example, Luna"), happening.Organizer);
        Assert.Equal([new Attendee("noor@example.com", "Example, Noor")], happening.Attendees.AsEnumerable());
        Assert.Equal(
            ["2026-03-31T07:30", "2026-04-30T07:30", "2026-05-29T07:30", "2026-06-30T07:30", "2026-07-31T07:30", "2026-08-31T07:30"],
            Starts(calendar));
    }

    [Fact]
    public void Google_SeriesWithExceptionAndOneThatIsMoved()
    {
        var calendar = Foreign("google.ics");
        Assert.Equal(("Work", CalendarMethod.Publish), (calendar.Name, calendar.Method));
        Assert.Equal(
            ["2026-03-02T08:00", "2026-03-04T08:00", "2026-03-11T08:00", "2026-03-16T08:00", "2026-03-18T10:00", "2026-03-23T08:00",
                "2026-03-25T08:00", "2026-03-30T07:00", "2026-04-05T22:00"],
            Starts(calendar));
        Assert.True(calendar.Events[2] is { IsAllDay: true, IsTransparent: true });
    }

    [Fact]
    public void Apple_DayAndHourOverTheChangeOfClocks_AndFloatingTime()
    {
        var calendar = Foreign("apple.ics");
        var (over, floating) = (calendar.Events[0], calendar.Events[1]);
        Assert.Equal("Over the change of clocks — 日本語", over.Summary);
        Assert.Equal(new LocalDateTime(2026, 3, 7, 15, 0), over.End!.Value);
        Assert.Equal("Main Street 5\nNew York", over.Location);
        Assert.Equal("https://example.com/a?b=1&c=2", over.Url);
        Assert.Null(floating.Start.Zone);
        Assert.Equal(Instant.FromUtc(2026, 3, 7, 7, 0), floating.Start.ToInstant(Vienna));
    }

    [Fact]
    public void Indico_IsOneEventAContribution() => Assert.Equal(
        ["2026-05-05T07:00 Welcome", "2026-05-05T07:15 Token lifetimes", "2026-05-05T08:30 Coffee"],
        Foreign("indico.ics").GetOccurrences(Instant.MinValue, Instant.FromUtc(2027, 1, 1, 0, 0), Vienna)
            .Select(one => $"{one.Start.InUtc():yyyy-MM-ddTHH:mm} {one.Event.Summary}"));

    [Fact]
    public void ZoneThatOnlyTheFileKnows_IsTakenFromItsRules() =>
        Assert.Equal(["2026-06-01T05:30", "2026-12-01T06:30"], Starts(Foreign("customized.ics")));

    [Theory]
    [InlineData("Europe/Vienna", 8)]
    [InlineData("europe/vienna", 8)]
    [InlineData("/citadel.org/20250101_1/Europe/Vienna", 8)]
    [InlineData("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", 12)]
    [InlineData("W. Europe Standard Time", 8)]
    [InlineData("Eastern Standard Time", 14)]
    [InlineData("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", 8)]
    [InlineData("(GMT+05:30) Chennai, Kolkata, Mumbai, New Delhi", 3)]
    [InlineData("UTC+02:00", 7)]
    [InlineData("GMT-0330", 12)]
    [InlineData("tzone://Microsoft/Utc", 9)]
    [InlineData("UTC", 9)]
    [InlineData("\"Europe/Vienna\"", 8)]
    public void Zone_IsFoundUnderTheNamesThatProducersGive(string name, int hour)
    {
        var calendar = Read($"DTSTART;TZID={(name.Contains(':', StringComparison.Ordinal) ? $"\"{name}\"" : name)}:20260305T090000");
        Assert.Empty(calendar.Remarks);
        Assert.Equal(hour, Assert.Single(calendar.Events).Start.ToInstant(ZoneRules.Of("Pacific/Kiritimati")).InUtc().Hour);
    }

    [Fact]
    public void ZoneThatNobodyKnows_Floats_AndIsSaid()
    {
        var calendar = Read("DTSTART;TZID=Middle-earth/Shire:20260305T090000");
        Assert.Null(Assert.Single(calendar.Events).Start.Zone);
        Assert.Equal(["I know no time zone \"Middle-earth/Shire\"."], calendar.Remarks.AsEnumerable());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void LineEnds_AreAnyThatThereAre(string end) =>
        Assert.Equal("Sum mary", CalendarReader.Read(Encoding.UTF8.GetBytes(string.Join(
            end, "BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20260305T090000Z", "SUMMARY:Sum", "  mary", "END:VEVENT", "END:VCALENDAR")))
            .Events.Single().Summary);

    [Fact]
    public void FoldInsideACharacter_IsPutTogether()
    {
        byte[] file = [.. "BEGIN:VEVENT\r\nDTSTART:20260305\r\nSUMMARY:a"u8, 0xC3, .. "\r\n "u8, 0xA9, .. "b\r\nEND:VEVENT\r\n"u8];
        Assert.Equal("aéb", CalendarReader.Read(file).Events.Single().Summary);
    }

    [Fact]
    public void OtherEncodings_AreRead()
    {
        const string text = "BEGIN:VEVENT\r\nDTSTART:20260305\r\nSUMMARY:é\r\nEND:VEVENT\r\n";
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(true) })
            Assert.Equal("é", CalendarReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Events.Single().Summary);
        Assert.Equal("é", CalendarReader.Read(Encoding.Latin1.GetBytes(text)).Events.Single().Summary);
    }

    [Theory]
    [InlineData("DTSTART:20260305T090000Z", "DTEND:20260305T100000Z", 60)]
    [InlineData("DTSTART:20260305T090000Z", "DURATION:PT1H30M", 90)]
    [InlineData("DTSTART:20260305T090000Z", "DURATION:P1W", 10_080)]
    [InlineData("DTSTART:20260305T090000Z", "DURATION:-PT5M", 0)]
    [InlineData("DTSTART:20260305T090000Z", "DTEND:20260305T080000Z", 0)]
    [InlineData("DTSTART;TZID=Europe/Vienna:20260328T120000", "DURATION:P1D", 1_380)]
    [InlineData("DTSTART;TZID=Europe/Vienna:20260328T120000", "DURATION:PT24H", 1_440)]
    [InlineData("DTSTART;VALUE=DATE:20260305", "DURATION:P2D", 2_880)]
    [InlineData("DTSTART;VALUE=DATE:20260305", "X-NOTHING:", 1_440)]
    [InlineData("DTSTART:20260305T0900Z", "DTEND:20260305T093060Z", 30.98)]
    public void Length_IsAsTold(string start, string end, double minutes) =>
        Assert.Equal(minutes, Assert.Single(Read(start, end).Events).LengthIn(Vienna).TotalMinutes, 0.01);

    [Fact]
    public void WhatCantBeUnderstood_IsSaidAndTheRestIsRead()
    {
        var calendar = CalendarReader.Read(Encoding.UTF8.GetBytes(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:never\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:nonsense\nEND:VEVENT\nnonsense\n:\n;;;\n"
            + "BEGIN:VEVENT\nDTSTART:20260305T090000Z\nRRULE:FREQ=HOURLY\nSUMMARY:once\nEND:VEVENT\n"));
        Assert.Equal("once", Assert.Single(calendar.Events).Summary);
        Assert.Equal(
            ["An event without a start was left out.", "A rule by which an event repeats was not understood; only its first time counts."],
            calendar.Remarks.AsEnumerable());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>no calendar</html>")]
    [InlineData("BEGIN:VCARD\nFN:Luna\nEND:VCARD\n")]
    public void WhatIsNoCalendar_IsSaidToBeNone(string text)
    {
        var calendar = CalendarReader.Read(Encoding.UTF8.GetBytes(text));
        Assert.Empty(calendar.Events);
        Assert.Equal(["This is no calendar file."], calendar.Remarks.AsEnumerable());
    }

    private static Calendar Read(params string[] lines) => CalendarReader.Read(Encoding.UTF8.GetBytes(string.Join(
        "\r\n", ["BEGIN:VCALENDAR", "BEGIN:VEVENT", .. lines, "END:VEVENT", "END:VCALENDAR", ""])));

    private static Calendar Foreign(string name) =>
        CalendarReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Calendars", "Foreign", name)));

    private static IEnumerable<string> Starts(Calendar calendar) =>
        calendar.GetOccurrences(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0), Vienna)
            .Select(one => one.Start.InUtc().ToString("yyyy-MM-ddTHH:mm", null));
}
