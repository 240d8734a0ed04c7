using MeetingBot.Times;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Calendars;

/// <summary>What is written is read by ical.js, and compared.</summary>
public sealed class ReadBackTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 1, 8, 0);

    [Theory]
    [InlineData("Weekly sync")]
    [InlineData("a\\b;c,d:e\"f\tg\nh \\n i – 👩‍🚀 Ärger")]
    [InlineData("END:VEVENT\r\nBEGIN:VEVENT\r\n")]
    [InlineData("very long: üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü")]
    public async Task Event_IsReadAsItIsMeant(string text)
    {
        var start = CalDateTime.Utc(Instant.FromUtc(2026, 3, 5, 9, 0));
        var read = await IcalJs.Read(CalendarSerializer.Serialize(
            Invitation.Publish(new CalendarEvent("m3@meetingbot", start)
            {
                End = CalDateTime.Utc(Instant.FromUtc(2026, 3, 5, 10, 30)), Sequence = 4, Summary = text, Description = text, Location = text,
                Url = "https://bot.example/calendar/x", Status = EventStatus.Cancelled, Organizer = new Organizer("bot@bot.example", "A, B"),
                Attendees = [new Attendee("c@d.example", "C: D")],
            }) with { Name = text, RefreshInterval = Duration.FromMinutes(90) },
            Now));
        var said = text.ReplaceLineEndings("\n");
        var happening = Assert.Single(read.Events);
        Assert.Equal((said, said, said), (happening.Summary, happening.Description, happening.Location));
        Assert.Equal(("m3@meetingbot", 4, "CANCELLED", "OPAQUE"), (happening.Uid, happening.Sequence, happening.Status, happening.Transp));
        Assert.Equal(("2026-03-05T09:00:00Z", "2026-03-05T10:30:00Z"), (happening.StartUtc, happening.EndUtc));
        Assert.Equal("2026-03-01T08:00:00Z", happening.Stamp);
        Assert.Equal(("mailto:bot@bot.example", "A, B"), (happening.Organizer, happening.OrganizerName));
        Assert.Equal(["C: D mailto:c@d.example"], happening.Attendees);
        Assert.Equal("https://bot.example/calendar/x", happening.Url);
        // It takes both for texts of an unknown kind, which it leaves as they are written.
        Assert.Equal(said, CalendarText.Unescape(read.Properties["name"]));
        Assert.Equal(said, CalendarText.Unescape(read.Properties["x-wr-calname"]));
        Assert.Equal("PT1H30M", read.Properties["refresh-interval"]);
        Assert.Equal("PUBLISH", read.Properties["method"]);
    }

    [Fact]
    public async Task Series_TakesPlaceWhenItDoesHere_WithWhatIsExceptedAndMoved()
    {
        var files = Zones.Select(id => Series(ZoneRules.Of(id))).ToList();
        var read = await IcalJs.Read(files.Select(calendar => CalendarSerializer.Serialize(calendar, Now)), most: 30);
        foreach (var (calendar, theirs) in files.Zip(read))
        {
            var zone = calendar.Events[0].Start.Zone!;
            Assert.Equal([zone.Id], theirs.Zones);
            var ours = calendar.GetOccurrences(Now, Now + Duration.FromDays(2_000), zone)
                .Take(30).Select(occurrence => $"{Utc(occurrence.Start)} {Utc(occurrence.End)} {occurrence.Event.Summary}");
            Assert.Equal(ours, theirs.Events[0].Occurrences);
        }
    }

    [Fact]
    public async Task WhatTheReaderReads_IsWhatIcalJsReads()
    {
        var files = Zones.Select(id => CalendarSerializer.Serialize(Series(ZoneRules.Of(id)), Now)).ToList();
        foreach (var (file, theirs) in files.Zip(await IcalJs.Read(files)))
        {
            var ours = CalendarReader.Read(file);
            Assert.Empty(ours.Remarks);
            Assert.Equal(
                theirs.Events.Select(happening => (happening.Uid, happening.Summary, happening.Sequence, happening.StartUtc, happening.EndUtc)),
                ours.Events.Select(happening => (
                    happening.Uid, (string?)happening.Summary, happening.Sequence, Utc(happening.Start.ToInstant(DateTimeZone.Utc)),
                    Utc(happening.End!.ToInstant(DateTimeZone.Utc)))));
        }
    }

    [Fact]
    public async Task AnyText_IsReadAsItIsMeant()
    {
        string[] pieces = ["a", " ", "\\", "\\n", ";", ",", ":", "\"", "\n", "\t", "é", "–", "👩‍🚀", "END:VEVENT", "^n", "=", "DTSTART", "x".PadLeft(30, 'y')];
        var random = new Random(7986);
        var texts = Enumerable.Range(0, 400)
            .Select(_ => "t" + string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)])) + "t").ToList();
        var start = CalDateTime.Utc(Instant.FromUtc(2026, 3, 5, 9, 0));
        var file = CalendarSerializer.Serialize(
            Invitation.Publish([.. texts.Select((text, number) => new CalendarEvent($"u{number}", start) { Summary = text, Location = text, Organizer = new Organizer("a@b.example", text) })]),
            Now);
        var read = await IcalJs.Read(file);
        Assert.Equal(texts, read.Events.Select(happening => happening.Summary));
        Assert.Equal(texts, read.Events.Select(happening => happening.Location));
        Assert.Equal(texts, CalendarReader.Read(file).Events.Select(happening => happening.Summary));
    }

    [Theory]
    [MemberData(nameof(ForeignFiles))]
    public async Task ForeignFile_IsReadAsIcalJsReadsIt(string name)
    {
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Calendars", "Foreign", name));
        var theirs = await IcalJs.Read(file, most: 50);
        var ours = CalendarReader.Read(file);
        Assert.Equal(
            theirs.Events.Select(happening => (happening.Uid, happening.Summary, happening.Description ?? "", happening.StartUtc, happening.EndUtc)),
            ours.Events.Select(happening => (
                happening.Uid, (string?)happening.Summary, happening.Description, Utc(happening.Start.ToInstant(DateTimeZone.Utc)),
                Utc(happening.Start.ToInstant(DateTimeZone.Utc) + happening.LengthIn(DateTimeZone.Utc)))));
        Assert.Equal(
            theirs.Events.SelectMany(happening => happening.Occurrences.Select(one => one[..41])).Order(),
            ours.GetOccurrences(Instant.MinValue, Instant.FromUtc(2030, 1, 1, 0, 0), DateTimeZone.Utc)
                .Select(one => $"{Utc(one.Start)} {Utc(one.End)}").Order());
    }

    public static TheoryData<string> ForeignFiles => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Calendars", "Foreign")).Select(path => Path.GetFileName(path))];

    private static readonly string[] Zones =
    [
        "Europe/Vienna", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe", "America/Santiago", "Asia/Jerusalem", "Asia/Tokyo",
        "Asia/Kathmandu", "Europe/Dublin", "Africa/Casablanca", "Africa/Cairo", "America/Sao_Paulo", "Pacific/Auckland", "America/St_Johns",
    ];

    private static Calendar Series(DateTimeZone zone)
    {
        var start = new CalDateTime(new LocalDateTime(2026, 3, 3, 15, 0), zone);
        var moved = start.At(start.Value.PlusWeeks(4).PlusDays(1).PlusMinutes(30));
        return Invitation.Publish(
            new CalendarEvent("series@meetingbot", start)
            {
                End = start.At(start.Value.PlusMinutes(50)), Summary = "Series",
                RecurrenceRule = RecurrenceText.Read("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
                ExceptionDates = [start.At(start.Value.PlusWeeks(2)), start.At(start.Value.PlusWeeks(12))],
            },
            new CalendarEvent("series@meetingbot", moved)
            {
                End = moved.At(moved.Value.PlusMinutes(20)), Summary = "Moved", Sequence = 1, RecurrenceId = start.At(start.Value.PlusWeeks(4)),
            });
    }

    private static string Utc(Instant at) => InstantPattern.General.Format(at);
}
