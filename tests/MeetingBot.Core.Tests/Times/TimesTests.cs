using MeetingBot.Kit;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Times;

public sealed class TimesTests
{
    // A Friday.
    private static readonly LocalDate Today = new(2025, 6, 27);

    [Theory]
    [InlineData("15m", 15)]
    [InlineData("15 min", 15)]
    [InlineData("(15 minutes)", 15)]
    [InlineData("90'", 90)]
    [InlineData("1h", 60)]
    [InlineData("1 hour", 60)]
    [InlineData("1h 30m", 90)]
    [InlineData("1h30", 90)]
    [InlineData("1H30M", 90)]
    [InlineData("1.5 hours", 90)]
    [InlineData("1,5h", 90)]
    [InlineData("2 hours and 5 min", 125)]
    [InlineData("1 hour 15", 75)]
    [InlineData("1:30", 90)]
    [InlineData("0:45", 45)]
    [InlineData("12:00", 720)]
    [InlineData("0:00", null)]
    [InlineData("1:60", null)]
    [InlineData("1:3", null)]
    [InlineData("15", null)]
    [InlineData("0m", null)]
    [InlineData("m", null)]
    [InlineData("-5m", null)]
    [InlineData("15 metres", null)]
    [InlineData("soon", null)]
    [InlineData("99999m", null)]
    [InlineData("", null)]
    public void Length_IsReadWhole(string typed, int? minutes) =>
        Assert.Equal(minutes, (int?)Lengths.Parse(typed)?.TotalMinutes);

    [Theory]
    [InlineData("Coffee break 30m", "Coffee break", 30)]
    [InlineData("Lunch break 1h 30m", "Lunch break", 90)]
    [InlineData("Scopes (15 min)", "Scopes", 15)]
    [InlineData("Scopes - 15m", "Scopes", 15)]
    [InlineData("IPv6", "IPv6", null)]
    [InlineData("Room 3m2", "Room 3m2", null)]
    [InlineData("At 15:00", "At 15:00", null)]
    [InlineData("30m walk", "30m walk", null)]
    [InlineData("Phase2 5m", "Phase2", 5)]
    [InlineData("x5m", "x5m", null)]
    [InlineData("15m", "", 15)]
    [InlineData("Scopes 1:30", "Scopes", 90)]
    [InlineData("Scopes - 0:45", "Scopes", 45)]
    [InlineData("Scopes (1 hour 15)", "Scopes", 75)]
    [InlineData("Lunch at 1:30", "Lunch at 1:30", null)]
    [InlineData("Lunch 12:30", "Lunch 12:30", null)]
    [InlineData("Talks 1:00 - 1:30", "Talks 1:00 - 1:30", null)]
    [InlineData("Talks 1:00-1:30", "Talks 1:00-1:30", null)]
    [InlineData("Nothing 0m", "Nothing 0m", null)]
    public void Length_IsTakenOffTheEnd(string typed, string text, int? minutes)
    {
        var (rest, length) = Lengths.TakeLast(typed);
        Assert.Equal((text, minutes), (rest, (int?)length?.TotalMinutes));
    }

    [Theory]
    [InlineData("today", "2025-06-27")]
    [InlineData("tomorrow", "2025-06-28")]
    [InlineData("Friday", "2025-06-27")]
    [InlineData("this Friday", "2025-06-27")]
    [InlineData("Thursday", "2025-07-03")]
    [InlineData("3 May 2025", "2025-05-03")]
    [InlineData("Friday 27 June", "2025-06-27")]
    [InlineData("Tues", "2025-07-01")]
    [InlineData("next Friday", "2025-07-04")]
    [InlineData("next Monday", "2025-06-30")]
    [InlineData("next week", "2025-06-30")]
    [InlineData("end of week", "2025-06-27")]
    [InlineData("the end of the month", "2025-06-30")]
    [InlineData("next month", "2025-07-01")]
    [InlineData("EOY", "2025-12-31")]
    [InlineData("in 2 weeks", "2025-07-11")]
    [InlineData("in a month", "2025-07-27")]
    [InlineData("3 days", "2025-06-30")]
    [InlineData("11 July", "2025-07-11")]
    [InlineData("July 11th", "2025-07-11")]
    [InlineData("11th of July, 2026", "2026-07-11")]
    [InlineData("3 June 2030", "2030-06-03")]
    [InlineData("3 June", "2026-06-03")]
    [InlineData("Friday 11th", "2025-07-11")]
    [InlineData("Friday 11 July", "2025-07-11")]
    [InlineData("the 8th", "2025-07-08")]
    [InlineData("31st", "2025-07-31")]
    [InlineData("2025-07-04", "2025-07-04")]
    [InlineData("Friday 12 July", null)]
    [InlineData("Thursday 11th", null)]
    [InlineData("31 June", null)]
    [InlineData("32nd", null)]
    [InlineData("0 July", null)]
    [InlineData("5", null)]
    [InlineData("11", null)]
    [InlineData("15:00", null)]
    [InlineData("July", null)]
    [InlineData("then", null)]
    [InlineData("", null)]
    public void Day_IsRead(string typed, string? day) =>
        Assert.Equal(day, DueDates.Parse(typed, Today) is { } due ? LocalDatePattern.Iso.Format(due) : null);

    [Theory]
    [InlineData("share it by Friday", "share it", "2025-06-27")]
    [InlineData("share it by next Friday", "share it", "2025-07-04")]
    [InlineData("share it, due 8 July.", "share it", "2025-07-08")]
    [InlineData("share it (by 8 July)", "share it", "2025-07-08")]
    [InlineData("share it - due in 2 weeks", "share it", "2025-07-11")]
    [InlineData("share it in 2 weeks", "share it", "2025-07-11")]
    [InlineData("share it before the end of the month!", "share it", "2025-06-30")]
    [InlineData("go by train", "go by train", null)]
    [InlineData("raise the limit by 5", "raise the limit by 5", null)]
    [InlineData("by Friday share it", "share it", "2025-06-27")]
    [InlineData("stand by", "stand by", null)]
    [InlineData("standby Friday", "standby Friday", null)]
    [InlineData("meet in room 2", "meet in room 2", null)]
    public void Day_IsTakenOffTheEnd(string typed, string text, string? day)
    {
        var read = DueDates.TakeLast(typed, Today);
        Assert.Equal((text, day), (read.Text, read.Due is { } found ? LocalDatePattern.Iso.Format(found) : null));
    }

    [Theory]
    [MemberData(nameof(Quickly.PieceNames), MemberType = typeof(Quickly))]
    public void LongText_IsReadQuickly(string piece) => Quickly.Reads(piece, text =>
    {
        Lengths.TakeLast(text);
        Lengths.Parse(text);
        Lengths.NoneLast(text);
        ClockRanges.Take(text);
        DueDates.TakeLast(text, Today);
        DueDates.Parse(text, Today);
    });

    [Theory]
    [InlineData("europe/zurich", "Europe/Zurich")]
    [InlineData(" America/New York ", "America/New_York")]
    [InlineData("Zurich", null)]
    [InlineData("CEST", null)]
    public void Zone_IsSpeltAsItIs(string typed, string? zone) => Assert.Equal(zone, ZoneRules.Canonical(typed));
}
