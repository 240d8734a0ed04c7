using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Times;

public sealed class DueDatesTests
{
    // A Friday.
    private static readonly LocalDate Today = new(2025, 6, 27);

    [Theory]
    [InlineData("share it by 1.12.2026", "2026-12-01")]
    [InlineData("share it by 1. 12. 2026.", "2026-12-01")]
    [InlineData("share it by 1.12.26", "2026-12-01")]
    [InlineData("share it by 31.12.", "2025-12-31")]
    [InlineData("share it (by 31.12.)", "2025-12-31")]
    [InlineData("share it by 31.12", "2025-12-31")]
    [InlineData("share it by 1.5.", "2026-05-01")]
    [InlineData("share it by 31/12/2026", "2026-12-31")]
    [InlineData("share it by 12/31/2026", "2026-12-31")]
    [InlineData("share it by 7/7/2025", "2025-07-07")]
    [InlineData("share it by 31/12", "2025-12-31")]
    [InlineData("share it by 2026-12-01.", "2026-12-01")]
    [InlineData("share it by 1. December", "2025-12-01")]
    [InlineData("share it on Monday", "2025-06-30")]
    [InlineData("share it on next Monday.", "2025-06-30")]
    [InlineData("share it on 3 July", "2025-07-03")]
    [InlineData("share it until Friday", "2025-06-27")]
    [InlineData("share it till Monday", "2025-06-30")]
    [InlineData("share it due Friday", "2025-06-27")]
    [InlineData("share it before Friday", "2025-06-27")]
    [InlineData("share it, no later than Weds", "2025-07-02")]
    [InlineData("share it tomorrow", "2025-06-28")]
    [InlineData("share it, tomorrow morning.", "2025-06-28")]
    [InlineData("share it (today)", "2025-06-27")]
    [InlineData("share it Later Today!", "2025-06-27")]
    [InlineData("share it by end of week", "2025-06-27")]
    [InlineData("share it by end of the month", "2025-06-30")]
    [InlineData("share it by the end of July", "2025-07-31")]
    [InlineData("share it by end of May", "2026-05-31")]
    [InlineData("share it in two weeks", "2025-07-11")]
    [InlineData("share it in a week.", "2025-07-04")]
    [InlineData("share it in two weeks' time", "2025-07-11")]
    [InlineData("share it (in twelve days)", "2025-07-09")]
    [InlineData("share it within three months", "2025-09-27")]
    [InlineData("share it within 2 days", "2025-06-29")]
    [InlineData("share it by 13/7", "2025-07-13")]
    [InlineData("share it by 7/13", "2025-07-13")]
    [InlineData("share it by 7/7", "2025-07-07")]
    public void WrittenDay_IsTaken(string typed, string day)
    {
        var read = DueDates.TakeLast(typed, Today);
        Assert.Equal(new DueText("share it", LocalDatePattern.Iso.Parse(day).Value), read);
    }

    [Theory]
    [InlineData("share the talk on Monday's problem")]
    [InlineData("share the talk on Monday with Luna")]
    [InlineData("work on Mondays")]
    [InlineData("work on next month")]
    [InlineData("work on 5")]
    [InlineData("report on last week")]
    [InlineData("share the minutes of the meeting on 3 May 2025")]
    [InlineData("prepare the agenda for today")]
    [InlineData("move the call from today")]
    [InlineData("read today's minutes")]
    [InlineData("tomorrow")]
    [InlineData("raise the limit by 1.5")]
    [InlineData("raise the limit by 12.50")]
    [InlineData("cut it by 1/2")]
    [InlineData("be staffed by 24/7")]
    [InlineData("cut it by 3/4")]
    [InlineData("cut it by 1/20")]
    [InlineData("split it in two parts")]
    [InlineData("share it in thirteen weeks")]
    [InlineData("raise the limit by ٣٠")]
    [InlineData("share it by ٣ July")]
    [InlineData("share it by ١.١٢.٢٠٢٦")]
    [InlineData("come in ٣ weeks")]
    public void OtherWords_StayInTheText(string typed) => Assert.Equal(new DueText(typed, null), DueDates.TakeLast(typed, Today));

    [Theory]
    [InlineData("30 Feb", "28 February")]
    [InlineData("30 Feb 2028", "29 February 2028")]
    [InlineData("31 June", "30 June")]
    [InlineData("Friday 12 July", "12 July")]
    [InlineData("31.13.2026", "4 July")]
    [InlineData("2026-02-30", "28 February")]
    [InlineData("0.0.0000", "4 July")]
    [InlineData("99/99/9999", "4 July")]
    [InlineData("1/12/2025", "1 December")]
    [InlineData("2/1/2025", "2 January")]
    [InlineData("the 32nd", "4 July")]
    public void DateThatCannotBe_IsToldWithOneThatCan(string date, string instead)
    {
        var typed = "share it by " + date;
        Assert.Equal(new DueText(typed, null) { Unread = new(date, instead) }, DueDates.TakeLast(typed, Today));
        Assert.NotNull(DueDates.TakeLast("share it by " + instead, Today).Due);
    }

    [Theory]
    [InlineData("yesterday", "4 July")]
    [InlineData("last Friday", "4 July")]
    [InlineData("26 June 2025", "26 June 2026")]
    [InlineData("3 May 2025", "3 May")]
    [InlineData("29 Feb 2024", "29 February 2028")]
    [InlineData("end of May 2025", "31 May 2026")]
    [InlineData("1.1.0000", "1 January")]
    [InlineData("31 Dec 0000", "31 December")]
    public void PastDate_IsToldWithTheSameDayToCome(string date, string instead)
    {
        var typed = "share it by " + date;
        Assert.Equal(new DueText(typed, null) { Unread = new(date, instead, Past: true) }, DueDates.TakeLast(typed, Today));
        Assert.NotNull(DueDates.TakeLast("share it by " + instead, Today).Due);
    }

    [Theory]
    [InlineData("4/7", "4 July", "7 April")]
    [InlineData("04/07", "4 July", "7 April")]
    [InlineData("11/12", "11 December", "12 November")]
    [InlineData("1/7", "1 July", "7 January")]
    public void DayThatMayBeTwo_IsToldWithBoth(string date, string one, string other)
    {
        var typed = "share it by " + date;
        Assert.Equal(new DueText(typed, null) { Unread = new(date, one) { Or = other } }, DueDates.TakeLast(typed, Today));
        Assert.NotNull(DueDates.TakeLast("share it by " + one, Today).Due);
    }

    [Fact]
    public void AnyNumbers_AreReadWithoutAnException()
    {
        int[] numbers = [0, 1, 2, 12, 13, 29, 30, 31, 32, 99];
        string[] years = ["", "0000", "0001", "9999", "2024", "00", "99"];
        foreach (var day in new[] { new LocalDate(2024, 2, 29), Today, new LocalDate(2025, 12, 31) })
        foreach (var a in numbers)
        foreach (var b in numbers)
        foreach (var year in years)
        {
            string[] typed = [$"{a}.{b}.{year}", $"{a}/{b}/{year}", $"{year}-{a:D2}-{b:D2}", $"{a} Feb {year}", $"Feb {b} {year}", $"Mon {a}th", $"end of Feb {year}"];
            foreach (var date in typed)
            {
                var read = DueDates.TakeLast("x by " + date, day);
                Assert.True(read.Due is null || (read.Due >= day && read.Unread is null), date);
            }
        }
    }
}
