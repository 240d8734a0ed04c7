using System.Text;
using NodaTime;

namespace MeetingBot.Calendars;

public sealed class VTimeZonesTests
{
    private static readonly Instant From = Instant.FromUtc(2026, 3, 1, 0, 0);

    [Fact]
    public void Vienna_IsTwoYearlyRules_AsOutlookWantsThem() => Assert.Equal(
        """
        BEGIN:VTIMEZONE
        TZID:Europe/Vienna
        BEGIN:DAYLIGHT
        DTSTART:19700329T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19701025T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        END:STANDARD
        END:VTIMEZONE
        """.ReplaceLineEndings("\n"),
        Written("Europe/Vienna"));

    [Theory]
    [InlineData("Asia/Tokyo", 1, 0)]
    [InlineData("America/New_York", 2, 2)]
    [InlineData("Australia/Sydney", 2, 2)]
    [InlineData("America/Santiago", 2, 2)]
    [InlineData("Asia/Jerusalem", 2, 2)]
    [InlineData("Europe/Dublin", 2, 2)]
    [InlineData("Australia/Lord_Howe", 2, 2)]
    public void Zone_IsSoManyObservances_SoManyOfThemYearly(string zone, int observances, int yearly)
    {
        var written = VTimeZones.Of(DateTimeZoneProviders.Tzdb[zone], From, From + Duration.FromDays(365));
        Assert.Equal(observances, written.Observances.Length);
        Assert.Equal(yearly, written.Observances.Count(observance => observance.Rule is not null));
        Assert.Equal(yearly / 2, written.Observances.Count(observance => observance.IsDaylight));
    }

    [Theory]
    [InlineData(2026)]
    [InlineData(2016)]
    [InlineData(2006)]
    [InlineData(1995)]
    public void EveryZone_ReadBackFromItsRules_HasTheSameOffsets(int year)
    {
        var from = Instant.FromUtc(year, 1, 1, 0, 0);
        var until = Instant.FromUtc(year + 9, 12, 31, 0, 0);
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            var read = Read(id, from, until);
            Assert.NotNull(read);
            for (var at = from + Duration.FromDays(1); at < until; at += Duration.FromHours(401))
                Same(at);
            foreach (var change in zone.GetZoneIntervals(from + Duration.FromDays(1), until).Skip(1))
            {
                Same(change.Start - Duration.FromSeconds(1));
                Same(change.Start);
            }

            void Same(Instant at)
            {
                if (zone.GetUtcOffset(at) == read.GetUtcOffset(at)) return;
                Assert.Fail($"{id} at {at}: {read.GetUtcOffset(at)}\n{Written(id, from, until)}");
            }
        }
    }

    private static ObservedZone? Read(string id, Instant from, Instant until)
    {
        var lines = ContentLines.Read(Bytes(id, from, until));
        return ObservedZone.Of(
            id, CalendarComponent.Tree(lines).Every().First(part => part.Name == "VTIMEZONE"), new ExpansionBudget());
    }

    private static string Written(string id, Instant? from = null, Instant? until = null)
    {
        var text = Encoding.UTF8.GetString(Bytes(id, from ?? From, until ?? From + Duration.FromDays(365))).ReplaceLineEndings("\n");
        var start = text.IndexOf("BEGIN:VTIMEZONE", StringComparison.Ordinal);
        const string end = "END:VTIMEZONE";
        return text[start..(text.IndexOf(end, StringComparison.Ordinal) + end.Length)];
    }

    private static byte[] Bytes(string id, Instant from, Instant until)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        CalDateTime At(Instant at) => new(at.InZone(zone).LocalDateTime, zone);
        return CalendarSerializer.Serialize(new Calendar([new CalendarEvent("u", At(from)) { End = At(until) }]), from);
    }
}
