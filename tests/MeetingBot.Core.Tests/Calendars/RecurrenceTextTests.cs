using NodaTime;

namespace MeetingBot.Calendars;

public sealed class RecurrenceTextTests
{
    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")]
    [InlineData("FREQ=WEEKLY;COUNT=10;BYDAY=MO,WE,FR;WKST=SU")]
    [InlineData("FREQ=MONTHLY;UNTIL=20261231T225959Z;BYDAY=2TU,-1FR")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15,-1")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")]
    [InlineData("FREQ=YEARLY;UNTIL=20300101;BYMONTH=3;BYDAY=-1SU")]
    public void Rule_IsWrittenAsItWasRead(string text)
    {
        var rule = RecurrenceText.Read(text);
        Assert.NotNull(rule);
        Assert.Equal(text, RecurrenceText.Write(rule));
        Assert.Equal(rule, RecurrenceText.Read(text));
    }

    [Theory]
    [InlineData("freq=weekly; byday = tu ", "FREQ=WEEKLY;BYDAY=TU")]
    [InlineData("INTERVAL=2;FREQ=DAILY;", "FREQ=DAILY;INTERVAL=2")]
    [InlineData("FREQ=WEEKLY;WKST=MO;BYDAY=+1TU;X-NOTE=this", "FREQ=WEEKLY;BYDAY=1TU")]
    public void RuleOfOtherHabits_IsUnderstood(string text, string written) =>
        Assert.Equal(written, RecurrenceText.Write(RecurrenceText.Read(text)!));

    [Theory]
    [InlineData("")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=DAILY;BYHOUR=9,10")]
    [InlineData("BYDAY=TU")]
    [InlineData("FREQ=DAILY;COUNT=0")]
    [InlineData("FREQ=DAILY;COUNT=3;UNTIL=20260101")]
    [InlineData("FREQ=DAILY;INTERVAL=-1")]
    [InlineData("FREQ=DAILY;INTERVAL=99999999999")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0")]
    [InlineData("FREQ=MONTHLY;BYDAY=0TU")]
    [InlineData("FREQ")]
    public void WhatIsNotKnown_IsNoRule(string text) => Assert.Null(RecurrenceText.Read(text));

    [Fact]
    public void FarTooMany_AreNoRule() =>
        Assert.Null(RecurrenceText.Read("FREQ=MONTHLY;BYMONTHDAY=" + string.Join(',', Enumerable.Repeat(1, 101))));

    [Fact]
    public void TwoRulesThatSayTheSame_AreTheSame()
    {
        RecurrencePattern Tuesdays() => new(FrequencyType.Weekly) { ByDay = [new WeekDay(IsoDayOfWeek.Tuesday)] };
        Assert.Equal(Tuesdays(), Tuesdays());
        Assert.Equal(Tuesdays().GetHashCode(), Tuesdays().GetHashCode());
        Assert.NotEqual(Tuesdays(), Tuesdays() with { Interval = 2 });
    }
}
