using MeetingBot.Conversations;
using MeetingBot.Times;

namespace MeetingBot.Meetings.Dates;

/// <summary>
/// What is said of actions whose date could not be taken: they are kept as typed, and can be written anew.
/// </summary>
internal static class UnreadDates
{
    /// <summary>Sentences; empty where every date was taken.</summary>
    public static string Of(IEnumerable<DueText> told)
    {
        var dates = told.Select(one => one.Unread)
            .OfType<UnreadDate>()
            .DistinctBy(date => date.Typed)
            .ToList();
        return string.Concat(
            Either(dates.FirstOrDefault(date => date.Or is not null)),
            CannotBe([.. dates.Where(date => !date.Past && date.Or is null)]),
            Past([.. dates.Where(date => date.Past)])).TrimStart();
    }

    private static string Either(UnreadDate? date) => date is null
        ? ""
        : $" {Typed(date)} may be {date.Instead} or {date.Or}: kept without a due day; write \"by {date.Instead}\".";

    private static string CannotBe(List<UnreadDate> dates) => dates.Count switch
    {
        0 => "",
        1 => $" I could not read the date {Quoted(dates)}; write it as \"by {dates[0].Instead}\".",
        _ => $" I could not read the dates {Quoted(dates)}; write them as \"by {dates[0].Instead}\".",
    };

    private static string Past(List<UnreadDate> dates) => dates.Count switch
    {
        0 => "",
        1 => $" {Quoted(dates)} is past, so it is kept without a due day; a day to come is written as \"by "
            + $"{dates[0].Instead}\".",
        _ => $" {Quoted(dates)} are past, so they are kept without a due day; a day to come is written as \"by "
            + $"{dates[0].Instead}\".",
    };

    private static string Quoted(List<UnreadDate> dates) =>
        Phrases.Join([.. dates.Select(date => $"\"{Typed(date)}\"")]);

    /// <summary>What was typed, on one line and not too long.</summary>
    public static string Typed(UnreadDate date) => Phrases.Shorten(date.Typed, 40);
}
