using System.Text;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Calendars;

public sealed class CalendarSerializerTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 1, 8, 0);

    [Fact]
    public void Invitation_IsWrittenLineByLineSo() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        PRODID:-//MeetingBot//MeetingBot//EN
        VERSION:2.0
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        BEGIN:VEVENT
        UID:m3@meetingbot
        DTSTAMP:20260301T080000Z
        SEQUENCE:2
        DTSTART:20260305T090000Z
        DTEND:20260305T093000Z
        SUMMARY:Weekly sync\, with guests
        DESCRIPTION:1. Tokens\n2. Budget\; and more
        LOCATION:Room 5
        URL:https://bot.example/calendar/token
        ORGANIZER;CN="Ada: chair":mailto:meetingbot@bot.example
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        Write(Invitation.Publish(Sync() with
        {
            Sequence = 2,
            Summary = "Weekly sync, with guests",
            Description = "1. Tokens\r\n2. Budget; and more",
            Location = "Room 5",
            Url = "https://bot.example/calendar/token",
            Organizer = new Organizer("meetingbot@bot.example", "Ada: chair"),
        })));

    [Fact]
    public void LongLine_IsFoldedByOctets_NotInsideACharacter()
    {
        var text = Write(Invitation.Publish(Sync() with
        {
            Summary = "Überprüfung der Größenänderung – Sitzung für Öffentlichkeitsarbeit und Bürgerbüro",
        }));
        Assert.Contains(
            "SUMMARY:Überprüfung der Größenänderung – Sitzung für Öffentlichkei\r\n tsarbeit und Bürgerbüro\r\n", text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("–")]
    [InlineData("👩‍🚀")]
    [InlineData("a,é;\\–👩")]
    public void EveryLine_HasAtMost75Octets_AndIsWholeUtf8(string piece)
    {
        for (var length = 1; length < 90; length++)
        {
            var summary = string.Concat(Enumerable.Repeat(piece, length));
            var file = CalendarSerializer.Serialize(Invitation.Publish(Sync() with { Summary = summary, Location = new string('y', length) + summary }), Now);
            var lines = Lines(file);
            Assert.All(lines, line => Assert.True(line.Length <= 75));
            Assert.All(lines, line => new UTF8Encoding(false, true).GetString(line));
            Assert.Equal(summary, CalendarReader.Read(file).Events.Single().Summary);
        }
    }

    [Theory]
    [InlineData("a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil")]
    [InlineData("a\nEND:VCALENDAR")]
    [InlineData("a\rATTENDEE:mailto:x@y.example")]
    [InlineData("a\u2028X-EVIL:1\u0085X-EVIL:2\v\f")]
    [InlineData("a\0\u0001\u001b[31m\u007f")]
    [InlineData("a\ud800b\udc00")]
    [InlineData("a\";CN=\"b:mailto:x")]
    [InlineData("a\\nb\\")]
    public void HostileText_AddsNoLine(string text)
    {
        var plain = Write(Everywhere("plain"));
        var hostile = Write(Everywhere(text));
        Assert.Equal(Names(plain), Names(hostile));
        Assert.DoesNotContain(hostile, c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'));

        static IEnumerable<string> Names(string file) => file.Replace("\r\n ", "", StringComparison.Ordinal)
            .Split("\r\n").Select(line => line.Split(':', ';')[0]);
    }

    [Fact]
    public void Text_IsReadBackAsItWas_ButForWhatNoTextHas()
    {
        var summary = "a\\b;c,d:e\"f\tg\nh \\n i – 👩‍🚀";
        Assert.Equal(summary, CalendarReader.Read(CalendarSerializer.Serialize(Invitation.Publish(Sync() with { Summary = summary }), Now)).Events.Single().Summary);
    }

    [Fact]
    public void Feed_TellsItsNameAndWhenToLookAgain()
    {
        var text = Write(Invitation.Publish(Sync()) with { Name = "Risk group, ours", RefreshInterval = Duration.FromHours(1), Color = "steelblue" });
        Assert.Contains("NAME:Risk group\\, ours\r\nX-WR-CALNAME:Risk group\\, ours\r\nCOLOR:steelblue\r\n", text, StringComparison.Ordinal);
        Assert.Contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void CalendarWithoutEvents_HasAZoneInIt()
    {
        var text = Write(new Calendar([]));
        Assert.Contains("BEGIN:VTIMEZONE\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Series_IsInWallTimeWithItsZone_AndExceptionsInTheSameForm()
    {
        var zone = ZoneRules.Of("Europe/Vienna");
        var start = new CalDateTime(new LocalDateTime(2026, 3, 3, 15, 0), zone);
        var text = Write(Invitation.Publish(
            new CalendarEvent("s@meetingbot", start)
            {
                End = start.At(start.Value.PlusHours(1)),
                RecurrenceRule = RecurrenceText.Read("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
                ExceptionDates = [start.At(start.Value.PlusWeeks(2))],
            },
            new CalendarEvent("s@meetingbot", start.At(start.Value.PlusWeeks(4).PlusHours(1))) { RecurrenceId = start.At(start.Value.PlusWeeks(4)) }));
        Assert.Contains("DTSTART;TZID=Europe/Vienna:20260303T150000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU\r\n", text, StringComparison.Ordinal);
        Assert.Contains("EXDATE;TZID=Europe/Vienna:20260317T150000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("RECURRENCE-ID;TZID=Europe/Vienna:20260331T150000\r\n", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("BEGIN:VTIMEZONE", StringComparison.Ordinal) < text.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal));
    }

    [Fact]
    public void DayThatIsAllItsOwn_EndsWithTheNext()
    {
        var text = Write(Invitation.Publish(new CalendarEvent("d", CalDateTime.Day(new LocalDate(2026, 3, 31)))
        {
            End = CalDateTime.Day(new LocalDate(2026, 4, 1)),
            IsTransparent = true,
        }));
        Assert.Contains("DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401\r\n", text, StringComparison.Ordinal);
        Assert.Contains("TRANSP:TRANSPARENT\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("VTIMEZONE", text, StringComparison.Ordinal);
    }

    [Fact]
    public void MailedInvitation_AsksThoseItNames_AndIsTakenBackWithThem()
    {
        var invited = Sync() with
        {
            Organizer = new Organizer("ada@example.com", "Ada Example"),
            Attendees = [new Attendee("bob@example.com", "Bob Example")],
        };
        var request = Write(Invitation.Request(invited)).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST\r\n", request, StringComparison.Ordinal);
        Assert.Contains(
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Bob Example:mailto:bob@example.com\r\n",
            request, StringComparison.Ordinal);
        var cancel = Write(Invitation.Cancel(invited with { Sequence = 1 }));
        Assert.Contains("METHOD:CANCEL\r\n", cancel, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1\r\n", cancel, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\n", cancel, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Invitation.Request(Sync()));
        Assert.Throws<ArgumentException>(() => Invitation.Cancel(invited with { Attendees = [] }));
    }

    private static Calendar Everywhere(string text) => Invitation.Publish(Sync() with
    {
        Uid = text, Summary = text, Description = text, Location = text, Url = "https://x/" + text,
        Organizer = new Organizer(text, text), Attendees = [new Attendee(text, text, text)],
    }) with { Name = text };

    private static CalendarEvent Sync() => new("m3@meetingbot", CalDateTime.Utc(Instant.FromUtc(2026, 3, 5, 9, 0)))
    {
        End = CalDateTime.Utc(Instant.FromUtc(2026, 3, 5, 9, 30)),
    };

    private static string Write(Calendar calendar) => Encoding.UTF8.GetString(CalendarSerializer.Serialize(calendar, Now));

    private static List<byte[]> Lines(byte[] file)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < file.Length;)
        {
            var end = file.AsSpan(start).IndexOf("\r\n"u8);
            Assert.True(end > 0, "A line ends with CRLF and is not empty.");
            lines.Add(file[start..(start + end)]);
            start += end + 2;
        }
        return lines;
    }
}
