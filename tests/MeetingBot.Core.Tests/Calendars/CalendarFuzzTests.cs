using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Busy;
using MeetingBot.Meetings.Timetables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Calendars;

public sealed class CalendarFuzzTests
{
    private static readonly Instant From = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly DateTimeZone Vienna = ZoneRules.Of("Europe/Vienna");

    private static readonly string[] Pieces =
    [
        "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VTIMEZONE", "BEGIN:STANDARD", "\r\n", "\n ", "\"", ";", ":", "=", ",",
        "\\", "^n", "TZID=", "DTSTART", "DTEND", "DURATION:", "-P1D", "P99999999W", "RRULE:FREQ=", "DAILY", "YEARLY", ";COUNT=99999999", ";INTERVAL=999",
        ";BYDAY=-53MO", ";BYMONTHDAY=-31", ";BYSETPOS=366", ";UNTIL=", "00010101T000000Z", "99991231T235959Z", "20260229", "25001231T235959", "16000101",
        "TZOFFSETFROM:+1759", "TZOFFSETTO:-1759", "RDATE:", "EXDATE;VALUE=DATE:", "RECURRENCE-ID:", "\0", "\ud83d", "é", "é",
    ];

    [Fact]
    public void AnyBytes_AreReadWithoutFail() => Prop.ForAll<byte[]>(bytes => Use(bytes)).Check(Config.QuickThrowOnFailure.WithReplay(20250627, 1));

    [Fact]
    public void PiecesInAnyOrder_AreReadWithoutFail() => Prop.ForAll(
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(),
        text => Use(Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\n" + text))).Check(Config.QuickThrowOnFailure.WithReplay(20250627, 1));

    [Fact]
    public void AnyTextThatIsWritten_IsReadBack_ButForWhatNoTextHas() => Prop.ForAll<NonNull<string>>(text =>
    {
        var written = CalendarSerializer.Serialize(
            Invitation.Publish(new CalendarEvent("u", CalDateTime.Utc(From)) { Summary = "s" + text.Get }), From);
        return CalendarReader.Read(written).Events.Single().Summary == "s" + Plain(text.Get);
    }).Check(Config.QuickThrowOnFailure.WithReplay(20250627, 1));

    private static string Plain(string text) => string.Concat(
        text.ReplaceLineEndings("\n").Replace('\v', '\n').EnumerateRunes()
            .Where(rune => rune.Value is '\n' or '\t' || !Rune.IsControl(rune)).Select(rune => rune.ToString()));

    [Theory]
    [MemberData(nameof(ReadBackTests.ForeignFiles), MemberType = typeof(ReadBackTests))]
    public void ForeignFileThatIsDamaged_IsReadWithoutFail(string name)
    {
        var file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Calendars", "Foreign", name));
        var random = new Random(name.Length);
        for (var time = 0; time < 400; time++) Use(Damaged(file, random));
    }

    [Theory]
    [MemberData(nameof(ReadBackTests.ForeignFiles), MemberType = typeof(ReadBackTests))]
    public async Task ForeignFileThatIsDamaged_IsAnsweredWhereverItIsGiven(string name)
    {
        var file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Calendars", "Foreign", name));
        var random = new Random(name.Length);
        using var room = new Room();
        for (var time = 0; time < 40; time++)
        {
            var damaged = time == 0 ? file : Damaged(file, random);
            var pasted = "BEGIN:VCALENDAR\n" + Encoding.UTF8.GetString(damaged);
            Assert.NotEqual("", await room.Hears(room.Message("Luna", pasted)));
            Assert.NotEqual("", await room.Hears(room.Message("Luna", "/busy\n" + pasted)));
            Assert.NotEqual("", await room.Hears(room.Message("Luna", "") with
            {
                File = new AttachedFile(name, damaged), Addressed = true,
                Conversation = new ConversationReference("web", "", "alone", ConversationKind.Personal),
            }));
        }
        Assert.Empty(room.Table.Under(room.Partition, "item"));
    }

    [Fact]
    public void FileMadeToTakeLong_DoesNot()
    {
        string[] events =
        [
            "DTSTART:20000101T000000Z\nRRULE:FREQ=DAILY;COUNT=100000",
            "DTSTART:20000101T000000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
            "DTSTART:16000101T000000Z\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=100000",
            "DTSTART:20260101T000000Z\nDURATION:P100000D\nRRULE:FREQ=DAILY",
            "DTSTART;TZID=x:20260101T000000\nRDATE:" + string.Join(',', Enumerable.Repeat("20260101T000000", 1_000)),
        ];
        var files = events.Select(one => "BEGIN:VCALENDAR\n" + string.Concat(Enumerable.Range(0, CalendarReader.MostBytes / (one.Length + 40))
            .Select(number => $"BEGIN:VEVENT\nUID:{number}\n{one}\nEND:VEVENT\n"))).Append(Deep()).Append(Zones());
        var watch = Stopwatch.StartNew();
        foreach (var file in files) Use(Encoding.UTF8.GetBytes(file));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");

        static string Deep() => string.Concat(Enumerable.Repeat("BEGIN:VEVENT\n", 100_000));

        static string Zones() => string.Concat(Enumerable.Range(0, 1_000).Select(number =>
            $"BEGIN:VTIMEZONE\nTZID:z{number}\nBEGIN:DAYLIGHT\nDTSTART:16000101T000000\nRRULE:FREQ=DAILY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n"
            + $"END:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=z{number}:20260305T090000\nEND:VEVENT\n"));
    }

    [Fact]
    public void FileThatIsTooLarge_IsNotRead() =>
        Assert.Equal(["The file is too large."], CalendarReader.Read(new byte[CalendarReader.MostBytes + 1]).Remarks.AsEnumerable());

    // All that is done with what was read, too: its times, and writing it again.
    private static bool Use(byte[] file)
    {
        var calendar = CalendarReader.Read(file);
        var busy = BusyTimes.Of(calendar, From, From + Duration.FromDays(365), Vienna);
        Assert.All(busy.Zip(busy.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        Assert.True(KeptBusyTimes.Of(busy, From).Times.Count() <= KeptBusyTimes.Most);
        var agenda = CalendarAgenda.Of(calendar, From, Vienna);
        Assert.True(agenda is null || agenda.End >= agenda.Start);
        var written = CalendarSerializer.Serialize(calendar, From);
        return calendar.Events.Length == CalendarReader.Read(written).Events.Length;
    }

    private static byte[] Damaged(byte[] file, Random random)
    {
        var damaged = file.ToList();
        for (var time = random.Next(1, 6); time > 0; time--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0: damaged[at] = (byte)random.Next(256); break;
                case 1: damaged.RemoveRange(at, Math.Min(random.Next(40), damaged.Count - at)); break;
                case 2: damaged.InsertRange(at, damaged.GetRange(at, Math.Min(random.Next(60), damaged.Count - at))); break;
                case 3: damaged.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)])); break;
                default: damaged.RemoveRange(at, damaged.Count - at); break;
            }
            if (damaged.Count == 0) damaged.Add(0);
        }
        return [.. damaged];
    }
}
