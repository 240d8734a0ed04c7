using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Meetings.Timetables;

/// <summary>The date, place and title that a calendar tells, offered to be the meeting's.</summary>
/// <param name="Local">In <paramref name="Zone"/>.</param>
/// <param name="Zone">IANA zone: the group's as the calendar was offered.</param>
/// <param name="Length">Null where it tells none.</param>
internal sealed record OfferedDate(
    LocalDateTime Local, string Zone, Duration? Length, string? Place, string? Title)
{
    // A button's fields are whatever who presses sends.
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly LocalDateTimePattern Written =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>Null where it tells a day only, or the time is past.</summary>
    public static OfferedDate? Of(CalendarAgenda agenda, Turn turn)
    {
        if (agenda.WholeDay || agenda.Start <= turn.Now) return null;
        var length = agenda.End - agenda.Start;
        return new OfferedDate(
            agenda.Start.InZone(turn.Group.TimeZone).LocalDateTime, turn.Group.TimeZone.Id,
            length > Duration.Zero ? length : null, agenda.Place, agenda.Title);
    }

    /// <summary>As a button carries it; null where it carries none.</summary>
    public static OfferedDate? Read(CommandInput input)
    {
        if (input.Field("time") is not { } time || Written.Parse(time) is not { Success: true, Value: var local })
            return null;
        if (local.Year is < FirstYear or > LastYear || ZoneRules.Canonical(input.Field("zone") ?? "") is not { } zone)
            return null;
        Duration? length = input.NumberField("minutes") is { } minutes and > 0 ? Duration.FromMinutes(minutes) : null;
        return new OfferedDate(local, zone, length, Short(input.Field("place"), PlannedStart.MostPlace),
            Short(input.Field("title"), Meeting.MostTitle));
    }

    /// <summary>What goes with a button.</summary>
    public IEnumerable<(string Key, string Value)> Fields()
    {
        yield return ("time", Written.Format(Local));
        yield return ("zone", Zone);
        if (Length is { } length)
            yield return ("minutes", ((int)Math.Ceiling(length.TotalMinutes)).ToString(CultureInfo.InvariantCulture));
        if (Place is not null) yield return ("place", Place);
        if (Title is not null) yield return ("title", Title);
    }

    /// <summary>What makes it the meeting's.</summary>
    public SetMeetingDate Command() => new($"{Written.Format(Local)} {Zone}", Length) { Place = Place, Title = Title };

    /// <summary>The button, naming what of it the meeting has not yet; null where it has all.</summary>
    public CardButton? Button(Turn turn)
    {
        var missing = Missing(turn);
        return missing.Count == 0
            ? null
            : turn.Conversation.Button(
                $"Make this the meeting's {Phrases.Join(missing)}",
                TakeCalendar.DateForm.Words, [.. Fields()]);
    }

    private List<string> Missing(Turn turn)
    {
        var meeting = turn.CurrentMeeting();
        var coming = meeting.Coming(turn.Now);
        var missing = new List<string>();
        if (coming is null || coming.At != ZoneRules.Of(Zone).AtLeniently(Local).ToInstant()) missing.Add("date");
        if (Place is not null && coming?.Place != Place) missing.Add("place");
        // A title goes with its date; that of a running meeting is its own.
        if (Title is not null && meeting is { Running: false, Title: null } && missing.Count > 0) missing.Add("title");
        return missing;
    }

    private static string? Short(string? text, int most) => text is null ? null : Phrases.Shorten(text, most);
}
