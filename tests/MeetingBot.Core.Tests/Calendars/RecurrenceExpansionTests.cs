using System.Globalization;
using MeetingBot.Teams.Tests.Npm;
using MeetingBot.Times;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Calendars;

public sealed class RecurrenceExpansionTests
{
    private const int Most = 40;
    private static readonly LocalDateTimePattern Iso = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    [Theory]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3", "2026-03-03T15:00:00", "03-03 03-17 03-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "2026-03-10T15:00:00", "03-10 04-14 05-12")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2026-03-27T15:00:00", "03-27 04-24 05-29")]
    [InlineData("FREQ=MONTHLY;COUNT=3", "2026-01-31T15:00:00", "01-31 03-31 05-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2026-01-31T15:00:00", "01-31 02-28 03-31")]
    [InlineData("FREQ=DAILY;UNTIL=20260305", "2026-03-03T15:00:00", "03-03 03-04 03-05")]
    [InlineData("FREQ=DAILY;UNTIL=20260305T135959Z", "2026-03-03T15:00:00", "03-03 03-04")]
    [InlineData("FREQ=DAILY;UNTIL=20260305T140000Z", "2026-03-03T15:00:00", "03-03 03-04 03-05")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "2026-01-30T15:00:00", "01-30 02-27 03-31")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=MO", "1997-08-05T09:00:00", "08-05 08-10 08-19 08-24")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=SU", "1997-08-05T09:00:00", "08-05 08-17 08-19 08-31")]
    [InlineData("FREQ=YEARLY;COUNT=2", "2024-02-29T09:00:00", "02-29 02-29")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "2026-03-02T15:00:00", "03-02 03-03 03-10")]
    public void Rule_GivesTheseDays(string rule, string start, string days) => Assert.Equal(
        days,
        string.Join(' ', RecurrenceText.Read(rule)!.Expand(In("Europe/Vienna", start))
            .Select(time => time.Date.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO,-5MO;BYMONTHDAY=1;BYSETPOS=3")]
    [InlineData("FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29")]
    [InlineData("FREQ=WEEKLY;INTERVAL=1000")]
    public void RuleThatGivesHardlyAnything_Ends(string rule) =>
        Assert.True(RecurrenceText.Read(rule)!.Expand(In("Europe/Vienna", "2026-03-03T15:00:00")).Count() < 1_000);

    [Fact]
    public void WallTime_StandsOverTheChangeOfClocks()
    {
        var rule = RecurrenceText.Read("FREQ=WEEKLY;COUNT=4")!;
        var zone = ZoneRules.Of("Europe/Vienna");
        var starts = rule.Expand(In(zone.Id, "2026-03-17T09:00:00")).Select(time => time.ToInstant(zone).InUtc().Hour);
        Assert.Equal([8, 8, 7, 7], starts);
    }

    [Fact]
    public void TimeThatTheClocksSkip_IsAnHourLater_ThatComesTwice_IsTheFirst()
    {
        var zone = ZoneRules.Of("Europe/Vienna");
        var daily = RecurrenceText.Read("FREQ=DAILY;COUNT=3")!;
        Assert.Equal(
            ["2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"],
            daily.Expand(In(zone.Id, "2026-03-28T02:30:00")).Select(time => time.ToInstant(zone).ToString()));
        Assert.Equal(
            ["2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"],
            daily.Expand(In(zone.Id, "2026-10-24T02:30:00")).Select(time => time.ToInstant(zone).ToString()));
    }

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=3")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU")]
    [InlineData("FREQ=MONTHLY;INTERVAL=5;BYDAY=3WE")]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYMONTH=2,11;BYDAY=-1SU")]
    public void StartingLate_LeavesNothingOut(string text)
    {
        var rule = RecurrenceText.Read(text)!;
        var start = In("Europe/Vienna", "1999-02-28T09:00:00");
        foreach (var years in Enumerable.Range(0, 30))
        {
            var from = start.Value.PlusYears(years).PlusDays(years * 5);
            Assert.Equal(
                rule.Expand(start).SkipWhile(time => time.Value < from).Take(5),
                rule.Expand(start, from).SkipWhile(time => time.Value < from).Take(5));
        }
    }

    [Fact]
    public async Task ThousandsOfRules_AreExpandedAsIcalJsDoes()
    {
        var random = new Random(5545);
        var cases = Enumerable.Range(0, 3_000).Select(_ => Case(random)).Where(one => one.Start is not null)
            .Select(one => (one.Rule, Start: one.Start!)).ToList();
        Assert.True(cases.Count > 2_500);
        var expected = await NodeScript.Run<string[][]>(
            "calendars/expand.mjs",
            cases.Select(one => new { rule = RecurrenceText.Write(one.Rule), start = Iso.Format(one.Start.Value), most = Most }));
        foreach (var (one, theirs) in cases.Zip(expected))
        {
            var ours = one.Rule.Expand(one.Start).Take(Most).Select(time => Iso.Format(time.Value)).ToList();
            // It gives up earlier on what comes once in decades.
            Assert.True(
                ours.Take(theirs.Length).SequenceEqual(theirs) && (theirs.Length == ours.Count || one.Rule.Frequency is FrequencyType.Yearly),
                $"{one.Rule} from {one.Start.Value}\nours   {string.Join(' ', ours)}\ntheirs {string.Join(' ', theirs)}");
        }
    }

    private static (RecurrencePattern Rule, CalDateTime? Start) Case(Random random)
    {
        var rule = new RecurrencePattern((FrequencyType)random.Next(4), random.Next(3) == 0 ? random.Next(2, 7) : 1);
        rule = rule.Frequency switch
        {
            FrequencyType.Daily => rule with { ByMonth = Some(random, 12, 4), ByDay = Days(random, 0) },
            FrequencyType.Weekly => rule with { ByDay = Days(random, 0), FirstDayOfWeek = random.Next(2) == 0 ? IsoDayOfWeek.Monday : IsoDayOfWeek.Sunday },
            FrequencyType.Monthly when random.Next(3) == 0 => rule with { ByMonthDay = [random.Next(2) == 0 ? random.Next(1, 29) : -random.Next(1, 29)] },
            FrequencyType.Monthly => rule with { ByDay = Days(random, 4) },
            _ => random.Next(2) == 0
                ? rule with { ByMonth = [random.Next(1, 13)], ByDay = Days(random, 4) }
                : rule with { ByMonth = [random.Next(1, 13)], ByMonthDay = [random.Next(1, 29)] },
        };
        var at = new LocalDateTime(2020 + random.Next(10), random.Next(1, 13), random.Next(1, 29), random.Next(24), random.Next(60));
        var first = rule.Expand(CalDateTime.Floating(at)).Skip(1).FirstOrDefault();
        if (first is null) return (rule, null);
        return random.Next(3) switch
        {
            0 => (rule with { Count = random.Next(1, 30) }, first),
            1 => (rule with { Until = CalDateTime.Floating(first.Value.PlusDays(random.Next(600))) }, first),
            _ => (rule, first),
        };
    }

    private static System.Collections.Immutable.ImmutableArray<int> Some(Random random, int most, int count) => random.Next(2) == 0
        ? []
        : [.. Enumerable.Range(0, random.Next(1, count)).Select(_ => random.Next(1, most + 1)).Distinct().Order()];

    private static System.Collections.Immutable.ImmutableArray<WeekDay> Days(Random random, int offset) =>
    [
        .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (IsoDayOfWeek)random.Next(1, 8)).Distinct().Order()
            .Select(day => new WeekDay(day, offset == 0 ? 0 : new[] { 1, 2, 3, 4, -1, -2, 0 }[random.Next(7)])),
    ];

    private static CalDateTime In(string zone, string wall) => new(Iso.Parse(wall).Value, ZoneRules.Of(zone));
}
