using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Times;

/// <summary>Days with a time, in other words and in other languages.</summary>
public sealed class DayPhrasesTests
{
    // A Friday.
    private static readonly LocalDate Today = new(2025, 6, 27);

    [Theory]
    [InlineData("by Friday 11th at 16.00 CET", "2025-07-11", "16.00 CET")]
    [InlineData("by Friday 11 July 16:00", "2025-07-11", "16:00")]
    [InlineData("by Friday 11 July, 16:00 CEST", "2025-07-11", "16:00 CEST")]
    [InlineData("by Friday, 4pm.", "2025-06-27", "4pm")]
    [InlineData("by Monday noon", "2025-06-30", "noon")]
    [InlineData("by Monday at 9", "2025-06-30", "9")]
    [InlineData("by Monday morning", "2025-06-30", "morning")]
    [InlineData("by Monday COB", "2025-06-30", "COB")]
    [InlineData("by COB Monday", "2025-06-30", "COB")]
    [InlineData("by end of day Monday", "2025-06-30", "end of day")]
    [InlineData("by close of business on Monday", "2025-06-30", "close of business")]
    [InlineData("by 16:00 on Monday", "2025-06-30", "16:00")]
    [InlineData("by 4 pm Monday", "2025-06-30", "4 pm")]
    [InlineData("by noon on Monday", "2025-06-30", "noon")]
    [InlineData("by 2025-07-11 16:00 UTC", "2025-07-11", "16:00 UTC")]
    [InlineData("by 11.07.2025 16.00", "2025-07-11", "16.00")]
    [InlineData("by tomorrow 16:00", "2025-06-28", "16:00")]
    [InlineData("tomorrow at 10:00", "2025-06-28", "10:00")]
    [InlineData("by 16:00", "2025-06-27", "16:00")]
    [InlineData("by noon", "2025-06-27", "noon")]
    [InlineData("by 5pm", "2025-06-27", "5pm")]
    [InlineData("bis Freitag 16 Uhr", "2025-06-27", "16 Uhr")]
    [InlineData("d'ici vendredi 16h30", "2025-06-27", "16h30")]
    public void Time_IsKeptBesideTheDay(string typed, string day, string time)
    {
        var read = DueDates.TakeLast("share it " + typed, Today);
        Assert.Equal(("share it", LocalDatePattern.Iso.Parse(day).Value, time), (read.Text, read.Due, read.Time));
    }

    [Theory]
    [InlineData("until Wednesday", "2025-07-02")]
    [InlineData("by tmrw", "2025-06-28")]
    [InlineData("tmrw", "2025-06-28")]
    [InlineData("by tommorow", "2025-06-28")]
    [InlineData("by the day after tomorrow", "2025-06-29")]
    [InlineData("by Friday please", "2025-06-27")]
    [InlineData("by Friday at the latest", "2025-06-27")]
    [InlineData("by Friday, if possible.", "2025-06-27")]
    [InlineData("by Friday?", "2025-06-27")]
    [InlineData("[by Friday]", "2025-06-27")]
    [InlineData("(Friday)", "2025-06-27")]
    [InlineData("(5 December)", "2025-12-05")]
    [InlineData("- due: 5 Dec", "2025-12-05")]
    [InlineData("deadline 5 Dec", "2025-12-05")]
    [InlineData("not later than 5 Dec", "2025-12-05")]
    [InlineData("on or before Monday", "2025-06-30")]
    [InlineData("due date 5 Dec", "2025-12-05")]
    [InlineData("- 5 Dec", "2025-12-05")]
    [InlineData("this afternoon", "2025-06-27")]
    [InlineData("by this evening", "2025-06-27")]
    [InlineData("in the next 2 weeks", "2025-07-11")]
    [InlineData("le 5 décembre", "2025-12-05")]
    [InlineData("next week", "2025-07-04")]
    [InlineData("by next week", "2025-06-30")]
    [InlineData("by end of next week", "2025-07-04")]
    [InlineData("by the end of next week", "2025-07-04")]
    [InlineData("by this week", "2025-06-27")]
    [InlineData("this week", "2025-06-27")]
    [InlineData("next Monday", "2025-06-30")]
    [InlineData("by Tuesday next week", "2025-07-01")]
    [InlineData("by next week Tuesday", "2025-07-01")]
    [InlineData("by Friday week", "2025-07-04")]
    [InlineData("in a fortnight", "2025-07-11")]
    [InlineData("by end June", "2025-06-30")]
    [InlineData("by month end", "2025-06-30")]
    [InlineData("by Friday, 11.7.", "2025-07-11")]
    [InlineData("by Friday 11/7", "2025-07-11")]
    [InlineData("by Friday 11.07", "2025-07-11")]
    [InlineData("bis 5.12.", "2025-12-05")]
    [InlineData("bis zum 5. Dezember", "2025-12-05")]
    [InlineData("bis zum 5. März 2026", "2026-03-05")]
    [InlineData("bis Freitag", "2025-06-27")]
    [InlineData("bis spätestens Mittwoch", "2025-07-02")]
    [InlineData("bis nächsten Montag", "2025-06-30")]
    [InlineData("bis morgen", "2025-06-28")]
    [InlineData("bis übermorgen", "2025-06-29")]
    [InlineData("bis heute", "2025-06-27")]
    [InlineData("bis Ende der Woche", "2025-06-27")]
    [InlineData("bis Ende nächster Woche", "2025-07-04")]
    [InlineData("bis nächste Woche", "2025-06-30")]
    [InlineData("bis Ende Juli", "2025-07-31")]
    [InlineData("bis Ende des Monats", "2025-06-30")]
    [InlineData("in zwei Wochen", "2025-07-11")]
    [InlineData("am Mittwoch", "2025-07-02")]
    [InlineData("d'ici vendredi", "2025-06-27")]
    [InlineData("d’ici le 5 décembre", "2025-12-05")]
    [InlineData("avant le 5 décembre", "2025-12-05")]
    [InlineData("avant le 1er août", "2025-08-01")]
    [InlineData("avant mercredi", "2025-07-02")]
    [InlineData("au plus tard mercredi", "2025-07-02")]
    [InlineData("jusqu'à mercredi", "2025-07-02")]
    [InlineData("pour mercredi", "2025-07-02")]
    [InlineData("d'ici demain", "2025-06-28")]
    [InlineData("d'ici la semaine prochaine", "2025-06-30")]
    [InlineData("d'ici la fin de la semaine prochaine", "2025-07-04")]
    [InlineData("d'ici fin juillet", "2025-07-31")]
    [InlineData("d'ici la fin du mois", "2025-06-30")]
    [InlineData("lundi prochain", "2025-06-30")]
    [InlineData("dans deux semaines", "2025-07-11")]
    public void OtherWords_TellADay(string typed, string day) =>
        Assert.Equal(new DueText("share it", LocalDatePattern.Iso.Parse(day).Value), DueDates.TakeLast("share it " + typed, Today));

    [Fact]
    public void DayWithinTheText_IsTaken_AndTheWordsStay()
    {
        Assert.Equal(
            new DueText("send by Monday the list of rooms", new LocalDate(2025, 6, 30)),
            DueDates.TakeLast("send by Monday the list of rooms", Today));
        Assert.Equal(new DueText("send it", new LocalDate(2025, 6, 30)), DueDates.TakeLast("By Monday, send it", Today));
    }

    [Theory]
    [InlineData("by next meeting", "by next meeting")]
    [InlineData("by the next meeting.", "by the next meeting")]
    [InlineData("by the meeting", "by the meeting")]
    [InlineData("until mid July", "until mid July")]
    [InlineData("by early next week", "by early next week")]
    [InlineData("by Firday", "by Firday")]
    [InlineData("by the weekend", "by the weekend")]
    [InlineData("by Q3", "by Q3")]
    [InlineData("by Christmas", "by Christmas")]
    [InlineData("by December", "by December")]
    [InlineData("due soon", "due soon")]
    [InlineData("bis Weihnachten", "bis Weihnachten")]
    public void WhatBeginsLikeADay_AndIsNone_IsTold(string typed, string unknown) =>
        Assert.Equal(new DueText("share it " + typed, null) { Unknown = unknown }, DueDates.TakeLast("share it " + typed, Today));

    [Theory]
    [InlineData("sort it by name")]
    [InlineData("send it by mail")]
    [InlineData("prove it by first reading it")]
    [InlineData("mend it by this method")]
    [InlineData("read what was written by Luna")]
    [InlineData("ask before sending it")]
    [InlineData("wait until it works")]
    [InlineData("read it before the next call")]
    [InlineData("mend what is broken due to the move")]
    [InlineData("raise the limit by 5")]
    [InlineData("read the last Friday")]
    [InlineData("plan for next week")]
    [InlineData("prepare the call of next week")]
    [InlineData("read about the black Friday")]
    [InlineData("find out who I am")]
    public void WhatOnlyLooksLikeIt_IsLeftAlone(string typed) => Assert.Equal(new DueText(typed, null), DueDates.TakeLast(typed, Today));
}
