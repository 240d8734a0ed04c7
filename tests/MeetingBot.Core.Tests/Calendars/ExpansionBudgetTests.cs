using System.Collections.Immutable;
using System.Text;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>What a file may cost is counted, so that none is too much, however it is made.</summary>
public sealed class ExpansionBudgetTests
{
    private static readonly DateTimeZone Vienna = ZoneRules.Of("Europe/Vienna");
    private static readonly Instant From = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly Instant Until = From + Duration.FromDays(120);

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366", 10)]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 130)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 5)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2", 25)]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20260305", 10)]
    public void RuleThatNeverFits_IsLookedAtNoLongerThanAsked(string rule, int most)
    {
        var budget = new ExpansionBudget();
        Assert.Empty(Busy(Repeated(1, "20200101T080000Z", rule), budget));
        Assert.InRange(budget.Periods, 1, most);
        Assert.False(budget.IsSpent);
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366;COUNT=100000")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2")]
    [InlineData("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366;COUNT=2")]
    public void AllRulesOfACalendar_ShareOneBudget_AndSingleEventsCountAllTheSame(string rule)
    {
        var budget = new ExpansionBudget();
        var busy = Busy(
            Repeated(1_999, "16000101T080000Z", rule)
            + "BEGIN:VEVENT\nUID:one\nDTSTART:20260303T080000Z\nDURATION:PT1H\nEND:VEVENT\n", budget);
        Assert.Equal(new Interval(Instant.FromUtc(2026, 3, 3, 8, 0), Instant.FromUtc(2026, 3, 3, 9, 0)), Assert.Single(busy));
        Assert.InRange(budget.Days, 1, ExpansionBudget.MostDays);
    }

    [Fact]
    public void BudgetThatIsSpent_TellsSo_AndLeavesOutWhatIsLater()
    {
        var budget = new ExpansionBudget(days: 30);
        Assert.Equal(30, Busy(Repeated(2, "20260302T080000Z", "FREQ=DAILY"), budget).Length);
        Assert.True(budget.IsSpent);
        Assert.Equal(30, budget.Periods);
    }

    [Theory]
    [InlineData("FREQ=DAILY", 800)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 800)]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", 2_000)]
    [InlineData("FREQ=YEARLY", 2_000)]
    [InlineData("FREQ=WEEKLY;UNTIL=20201231T000000Z", 2_000)]
    public void FullCalendar_IsReadWhole(string rule, int events)
    {
        var budget = new ExpansionBudget();
        Busy(Repeated(events, "20100301T080000Z", rule), budget);
        Assert.False(budget.IsSpent);
    }

    [Fact]
    public void ValueThatStandsTwiceInARule_CountsOnce() => Assert.Equal(
        "FREQ=MONTHLY;BYDAY=MO,2TU;BYSETPOS=1",
        RecurrenceText.Write(RecurrenceText.Read("FREQ=MONTHLY;BYDAY=MO,2TU,MO,2TU;BYSETPOS=1,1,1")!));

    [Theory]
    [InlineData("RRULE:FREQ=DAILY", 100)]
    [InlineData("RRULE:FREQ=DAILY;COUNT=100000", 100)]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366;COUNT=2", 20)]
    [InlineData("RDATE:,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,", 100)]
    public void AllZonesOfAFile_ShareOneBudget(string rule, int parts)
    {
        var budget = new ExpansionBudget();
        var zones = new ForeignZones(Zones(100, parts, rule), budget);
        foreach (var number in Enumerable.Range(0, 100)) _ = zones.Time(Start($"z{number}"));
        Assert.InRange(budget.Changes, 1, ExpansionBudget.MostChanges);
        Assert.InRange(budget.Days, 0, ExpansionBudget.MostDays);
        Assert.True(budget.IsSpent);
    }

    [Fact]
    public void PartOfAZone_GivesOnlySoManyChanges()
    {
        var budget = new ExpansionBudget();
        Assert.NotNull(new ForeignZones(Zones(1, 5, "RRULE:FREQ=DAILY"), budget).Time(Start("z0"))!.Zone);
        Assert.InRange(budget.Changes, 1, 5 * 300);
    }

    [Fact]
    public void ZoneThatIsNotReadWhole_IsNotKnown()
    {
        var zones = new ForeignZones(Zones(1, 2, "RRULE:FREQ=YEARLY"), new ExpansionBudget(changes: 250));
        Assert.Null(zones.Time(Start("z0"))!.Zone);
        Assert.Equal(["z0"], zones.Unknown);
    }

    [Fact]
    public void ZoneWhoseRulesBeginIn1601_IsRightToday()
    {
        const string text = """
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:Customized Time Zone
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            END:VCALENDAR
            """;
        var zone = new ForeignZones(Parts(text)).Time(Start("Customized Time Zone"))!.Zone!;
        foreach (var month in Enumerable.Range(0, 12 * 60))
        {
            var at = Instant.FromUtc(2000 + (month / 12), (month % 12) + 1, 28, 12, 0);
            Assert.Equal(Vienna.GetUtcOffset(at), zone.GetUtcOffset(at));
        }
    }

    private static ImmutableArray<Interval> Busy(string events, ExpansionBudget budget) => BusyTimes.Of(
        CalendarReader.Read(Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n")), From, Until, Vienna, budget);

    private static string Repeated(int count, string start, string rule) => string.Concat(Enumerable.Range(0, count).Select(number =>
        $"BEGIN:VEVENT\nUID:{number}\nDTSTART:{start}\nDURATION:PT1H\nRRULE:{rule}\nEND:VEVENT\n"));

    private static List<CalendarComponent> Zones(int count, int parts, string rule) => Parts(string.Concat(Enumerable.Range(0, count).Select(
        number => $"BEGIN:VTIMEZONE\nTZID:z{number}\n" + string.Concat(Enumerable.Range(0, parts).Select(part =>
            $"BEGIN:DAYLIGHT\nDTSTART:{1700 + part}0101T000000\n{rule}\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\n")) + "END:VTIMEZONE\n")));

    private static List<CalendarComponent> Parts(string text) =>
        [.. CalendarComponent.Tree(ContentLines.Read(Encoding.UTF8.GetBytes(text))).Every().Where(part => part.Name == "VTIMEZONE")];

    private static ContentLine Start(string zone) =>
        ContentLines.Read(Encoding.UTF8.GetBytes($"DTSTART;TZID={zone}:20260305T090000\n")).Single();
}
