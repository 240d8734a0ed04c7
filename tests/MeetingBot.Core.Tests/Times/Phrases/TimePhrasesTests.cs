using NodaTime;

namespace MeetingBot.Times;

public sealed class TimePhrasesTests
{
    private static readonly DateTimeZone Zurich = DateTimeZoneProviders.Tzdb["Europe/Zurich"];

    // A Friday afternoon.
    private static readonly Instant Now = Instant.FromUtc(2025, 6, 27, 13, 0);

    public static TheoryData<string> Categories => [.. PhraseRow.All().Select(row => row.Category).Distinct()];

    [Theory]
    [MemberData(nameof(Categories))]
    public void Phrase_MeansWhatTheRulesSay(string category)
    {
        var wrong = PhraseRow.All().Where(row => row.Category == category)
            .Select(row => (Row: row, Read: PhraseRow.Written(row.Read())))
            .Where(pair => pair.Read != pair.Row.Expected)
            .Select(pair => $"{pair.Row.Text} ({pair.Row.Now} {pair.Row.Zone})\n  {pair.Row.Expected}\n  {pair.Read}");
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("Friday 11 July 16:00 CET", "Europe/Zurich")]
    [InlineData("8 July 10:00 BST", "Europe/London")]
    [InlineData("8 July 10:00 ET", "America/New_York")]
    [InlineData("8 July 10:00 Tokyo time", "Asia/Tokyo")]
    [InlineData("8 July 10:00 UTC", "UTC")]
    [InlineData("8 July 10:00", "Europe/Zurich")]
    [InlineData("8 July 10:00+05:30", "Europe/Zurich")]
    [InlineData("8 July 10:00 EET", "Europe/Athens")]
    public void Zone_IsTheOneWhoseWallClockWasMeant(string text, string zone) =>
        Assert.Equal(zone, TimePhrases.Read(text, Now, Zurich).Zone.Id);

    [Theory]
    [InlineData("MST", "America/Phoenix")]
    [InlineData("CST", "Asia/Shanghai")]
    [InlineData("EST", "America/Jamaica")]
    [InlineData("IST", "Europe/Dublin")]
    [InlineData("EEST", "Europe/Helsinki")]
    [InlineData("AEST", "Australia/Brisbane")]
    public void NameOfTheGroupsOwnZone_IsItsWallClock(string name, string zone)
    {
        var own = DateTimeZoneProviders.Tzdb[zone];
        var read = TimePhrases.Read($"8 July 10:00 {name}", Now, own);
        Assert.Equal((TimeReadingKind.Slot, new LocalDateTime(2025, 7, 8, 10, 0).InZoneStrictly(own).ToInstant()), (read.Kind, read.Start));
    }

    [Fact]
    public void EndInTheHourThatComesTwice_IsAskedAbout()
    {
        var read = TimePhrases.Read("26 October 01:30-02:30", Now, Zurich);
        Assert.Equal(TimeReason.DstOverlap, read.Reason);
        Assert.Equal([60, 120], read.Candidates.Select(candidate => (int)(candidate.End!.Value - candidate.Start).TotalMinutes));
    }

    [Fact]
    public void LengthOverTheClockChange_IsElapsed()
    {
        var read = TimePhrases.Read("26 October 01:30 for 2 hours", Now, Zurich);
        Assert.Equal(Duration.FromHours(2), read.End - read.Start);
    }

    [Theory]
    [InlineData("Friday 11th at 16:00 CET", true)]
    [InlineData("next week", true)]
    [InlineData("11.07.", true)]
    [InlineData("Friday comes we stop", false)]
    [InlineData("we meet on Friday", false)]
    [InlineData("soon", false)]
    [InlineData("", false)]
    public void OnlyATime_IsToldFromASentence(string text, bool only) => Assert.Equal(only, TimePhrases.IsOnlyTime(text));

    [Fact]
    public void Codes_AreThoseOfTheRules()
    {
        Assert.Equal("CET_IN_SUMMER", TimeWarning.CetInSummer.Code());
        Assert.Equal("TODAY_OR_NEXT_WEEK", TimeReason.TodayOrNextWeek.Code());
        Assert.Equal("AM_PM", TimeReason.AmPm.Code());
        Assert.All(Enum.GetValues<TimeReason>(), reason => Assert.Contains(TimeWords.Say(reason)[^1], ".?"));
    }
}
