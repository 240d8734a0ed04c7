using MeetingBot.Meetings.Dates;
using NodaTime;

namespace MeetingBot.Meetings;

public sealed class MeetingSeriesTests
{
    private static readonly MeetingSeries Tuesdays = new("s", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", new LocalDateTime(2026, 3, 17, 15, 0), "Europe/Vienna");

    [Theory]
    [InlineData("2026-01-01T00:00", "03-17T14:00")]
    [InlineData("2026-03-17T14:59", "03-17T14:00")]
    [InlineData("2026-03-17T15:00", "03-31T13:00")]
    [InlineData("2027-06-01T00:00", "06-08T13:00")]
    public void Next_IsTheFirstThatIsNotOver_AtTheSameWallTime(string now, string next) =>
        Assert.Equal(next, Tuesdays.Next(At(now))!.At.InUtc().ToString("MM-dd'T'HH:mm", null));

    [Fact]
    public void CalledOffAndMoved_AreNotNext_WhereTheyWere()
    {
        var instead = new PlannedStart("s", new LocalDateTime(2026, 4, 20, 9, 0), "Europe/Vienna", At("2026-04-20T07:00"));
        var series = Tuesdays.With(Tuesdays.First, null).With(new LocalDateTime(2026, 3, 31, 15, 0), instead);
        Assert.Equal(2, series.Sequence);
        Assert.Equal(new LocalDateTime(2026, 4, 14, 15, 0), series.Next(At("2026-03-01T00:00"))!.Local);
        Assert.Equal(instead, series.Next(At("2026-04-15T00:00")));
        Assert.Equal(new LocalDateTime(2026, 4, 28, 15, 0), series.Next(At("2026-04-21T00:00"))!.Local);
        Assert.Equal(instead, series.Next(At("2026-03-20T00:00"), held: new LocalDateTime(2026, 4, 14, 15, 0)));
    }

    [Fact]
    public void SeriesThatHasEnded_HasNoNext()
    {
        Assert.Null((Tuesdays with { EndedAt = At("2026-03-20T00:00") }).Next(At("2026-03-21T00:00")));
        var never = Tuesdays with { EndedAt = At("2026-03-01T00:00") };
        Assert.True(never.NeverWas);
        Assert.Null(never.Next(At("2026-03-01T00:00")));
    }

    [Fact]
    public void Changes_AreBounded_TheLastOnesStay()
    {
        var series = Tuesdays;
        for (var week = 0; week < 300; week += 2) series = series.With(Tuesdays.First.PlusWeeks(week), null);
        Assert.Equal(MeetingSeries.MostChanges, series.Differing.Length);
        Assert.Equal(Tuesdays.First.PlusWeeks(298), series.Differing[^1].Occurrence);
    }

    private static Instant At(string text) => NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;
}
