using NodaTime;

namespace MeetingBot.Calendars;

public sealed class RecurrencePhrasesTests
{
    [Theory]
    [InlineData("second Tuesday at 15:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "at 15:00")]
    [InlineData("2nd Tuesday at 15:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "at 15:00")]
    [InlineData("other Wed 9:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "9:00")]
    [InlineData("second Tuesday of the month at 15:00", "FREQ=MONTHLY;BYDAY=2TU", "at 15:00")]
    [InlineData("2nd tuesday of each month, 15:00", "FREQ=MONTHLY;BYDAY=2TU", ", 15:00")]
    [InlineData("first Monday at 10:00", "FREQ=MONTHLY;BYDAY=1MO", "at 10:00")]
    [InlineData("last Friday of the month 14:00-15:30", "FREQ=MONTHLY;BYDAY=-1FR", "14:00-15:30")]
    [InlineData("month on the second Tuesday at 15:00", "FREQ=MONTHLY;BYDAY=2TU", "at 15:00")]
    [InlineData("Tuesday at 15:00", "FREQ=WEEKLY;BYDAY=TU", "at 15:00")]
    [InlineData("Tuesdays, Thursdays and Mondays at 9:00", "FREQ=WEEKLY;BYDAY=MO,TU,TH", "at 9:00")]
    [InlineData("week on Tuesday at 15:00", "FREQ=WEEKLY;BYDAY=TU", "at 15:00")]
    [InlineData("second week on Tuesday and Thursday at 15:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "at 15:00")]
    [InlineData("two weeks on Monday at 8:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "at 8:00")]
    [InlineData("3 weeks, Monday at 8:00", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO", "at 8:00")]
    [InlineData("month on the 15th at 10:00", "FREQ=MONTHLY;BYMONTHDAY=15", "at 10:00")]
    [InlineData("15th of the month at 10:00", "FREQ=MONTHLY;BYMONTHDAY=15", "at 10:00")]
    [InlineData("last day of the month at 10:00", "FREQ=MONTHLY;BYMONTHDAY=-1", "at 10:00")]
    [InlineData("day at 9:00", "FREQ=DAILY", "at 9:00")]
    [InlineData("second day at 9:00", "FREQ=DAILY;INTERVAL=2", "at 9:00")]
    [InlineData("working day at 9:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "at 9:00")]
    [InlineData("weekday 9:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "9:00")]
    public void Words_AreTheRule_AndTheTimeIsLeft(string words, string rule, string rest)
    {
        var phrase = RecurrencePhrases.Read(words);
        Assert.NotNull(phrase);
        Assert.Equal((rule, rest), (RecurrenceText.Write(phrase.Rule), phrase.Rest.Trim()));
    }

    [Theory]
    [InlineData("second Tuesday at 15:00", true)]
    [InlineData("third Friday 15:00", true)]
    [InlineData("other Tuesday at 15:00", false)]
    [InlineData("second Tuesday of the month at 15:00", false)]
    [InlineData("second week on Tuesday at 15:00", false)]
    public void WordsWithTwoMeanings_AreKnownAsSuch(string words, bool both) =>
        Assert.Equal(both, RecurrencePhrases.Read(words)!.OrOfTheMonth);

    [Theory]
    [InlineData("")]
    [InlineData("week")]
    [InlineData("once in a while")]
    [InlineData("32nd of the month at 10:00")]
    [InlineData("other Tuesday of the month at 10:00")]
    [InlineData("moon at 10:00")]
    [InlineData("Mondayish at 10:00")]
    public void OtherWords_AreNoRule(string words) => Assert.Null(RecurrencePhrases.Read(words));

    [Fact]
    public void LongText_IsNotGoneThrough() =>
        Assert.Null(RecurrencePhrases.Read(string.Concat(Enumerable.Repeat("monday and ", 100_000))));

    [Theory]
    [InlineData("FREQ=DAILY", "every day")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every working day")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU", "every Tuesday")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,TH", "every Monday, Tuesday and Thursday")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every second week on Tuesday")]
    [InlineData("FREQ=WEEKLY;INTERVAL=8;BYDAY=TU", "every 8 weeks on Tuesday")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", "on the second Tuesday of every month")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "on the last Friday of every month")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=22", "on the 22nd of every third month")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of every month")]
    [InlineData("FREQ=MONTHLY", "on the 3rd of every month")]
    [InlineData("FREQ=WEEKLY", "every Tuesday")]
    public void Rule_IsSaidAsPeopleSayIt(string rule, string words) => Assert.Equal(
        words, RecurrenceWords.Of(RecurrenceText.Read(rule)!, CalDateTime.Floating(new LocalDateTime(2026, 3, 3, 15, 0))));
}
