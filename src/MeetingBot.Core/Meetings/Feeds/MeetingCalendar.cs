using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Actions;
using MeetingBot.Agendas;
using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;
using NodaTime;
using Calendar = MeetingBot.Calendars.Calendar;

namespace MeetingBot.Meetings.Feeds;

/// <summary>Makes calendars of a group's meetings.</summary>
/// <param name="Agenda">The agenda of the current meeting, with it.</param>
/// <param name="Held">Meetings that have ended, those whose date is known.</param>
/// <param name="Options">The public address, under which pages are.</param>
public sealed record MeetingCalendar(
    GroupId Id, Group Group, AgendaState Agenda, ImmutableArray<Meeting> Held, TurnOptions Options, Instant Now)
{
    private const int MostDescription = 6_000;
    private const int MostActions = 500;
    private static readonly Duration Again = Duration.FromHours(1);

    private Meeting Current => Agenda.Meeting;

    /// <summary>All meetings with a date, to subscribe to.</summary>
    public Calendar Feed() => Subscribed(Group.Name is { } name ? name : "Meetings", Meetings());

    /// <summary>The days by which a person's actions are due.</summary>
    public IEnumerable<CalendarEvent> DueDaysOf(string person, IEnumerable<ActionItem> actions) => actions
        .Where(action => action is { Open: true, DueOn: not null } && ActionOwners.Include(action.Owners, person))
        .OrderBy(action => action.Number).Take(MostActions).Select(Due);

    /// <summary>One meeting, or the series that it belongs to; null where it has no date.</summary>
    public Calendar? Of(int number)
    {
        var single = number == Current.Number ? Current.Planned
            : number == Current.Number + 1 && Current.Running ? Current.Following
            : Held.FirstOrDefault(meeting => meeting.Number == number)?.Planned;
        var coming = number == Current.ComingNumber() ? Current.Coming(Now) : null;
        if (Current.Series is { } series && (coming ?? single)?.SeriesId == series.Id)
            return Invitation.Publish([.. Series(series)]);
        var start = coming ?? single;
        return start is null ? null : Invitation.Publish(Event(start, number));
    }

    /// <summary>Events to subscribe to, under a name.</summary>
    public static Calendar Subscribed(string name, IEnumerable<CalendarEvent> events) =>
        Invitation.Publish([.. events]) with { Name = Phrases.Shorten(name, 150), RefreshInterval = Again };

    /// <summary>All meetings with a date.</summary>
    public IEnumerable<CalendarEvent> Meetings()
    {
        foreach (var meeting in Held)
            if (meeting.Planned is { } planned && !IsInSeries(planned)) yield return Event(planned, meeting.Number);
        if (Current.Planned is { } own && !IsInSeries(own)) yield return Event(own, Current.Number);
        if (Current.Following is { } following) yield return Event(following, Current.Number + 1);
        if (Current.Series is not { } series) yield break;
        foreach (var happening in Series(series)) yield return happening;
    }

    private bool IsInSeries(PlannedStart planned) =>
        planned.SeriesId is { } id && Current.Series is { } series && series.Id == id
        && planned.Occurrence >= series.First;

    private IEnumerable<CalendarEvent> Series(MeetingSeries series)
    {
        var differing = series.Differing.Where(change => change.Occurrence >= series.First).ToList();
        yield return Framed(series.Id, series.Sequence, series.Place) with
        {
            Start = series.Start,
            End = EndOf(series.Start, series.Length),
            RecurrenceRule = series.NeverWas ? RecurrenceText.Read(series.Rule) : series.Pattern,
            ExceptionDates =
            [
                .. differing.Where(change => change.Instead is null)
                    .Select(change => series.Start.At(change.Occurrence)),
            ],
            Summary = Title(null),
            Status = series.NeverWas ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
        foreach (var change in differing)
            if (change.Instead is { } instead && !(series.EndedAt <= instead.At))
                yield return Instead(series, change.Occurrence, instead);
        // The agenda belongs to one meeting, not to all.
        if (Current.ComingInSeries(Now) is { } next && next.Local == next.Occurrence
            && !Current.Running && !Agenda.Items.IsEmpty)
            yield return Instead(series, next.Local, next);
    }

    private CalendarEvent Instead(MeetingSeries series, LocalDateTime occurrence, PlannedStart start)
    {
        var at = new CalDateTime(start.Local, ZoneRules.Of(start.Zone));
        var coming = !Current.Running && Current.Coming(Now)?.Occurrence == occurrence;
        return Framed(series.Id, series.Sequence, start.Place) with
        {
            RecurrenceId = series.Start.At(occurrence),
            Start = at,
            End = EndOf(at, start.Length),
            Summary = coming ? Title(Current) : Title(null),
            Description = coming ? Description(Current) : "",
        };
    }

    // A meeting that is once is told in UTC, which every program takes.
    private CalendarEvent Event(PlannedStart start, int number)
    {
        var meeting = number == Current.Number ? Current : Held.FirstOrDefault(held => held.Number == number);
        var shown = meeting ?? new Meeting(number);
        return Framed(start.Id, start.Sequence, start.Place) with
        {
            Start = CalDateTime.Utc(start.At),
            End = CalDateTime.Utc(start.End),
            Summary = Title(shown),
            Description = Description(shown),
            Url = Minutes(shown)?.AbsoluteUri,
            Status = start.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
    }

    private CalendarEvent Due(ActionItem action) => new(
        FormattableString.Invariant($"action-{action.Number}-{OpaqueId.Of($"{Id.PartitionKey}#{Group.Epoch}")}@meetingbot"),
        CalDateTime.Day(action.DueOn!.Value))
    {
        End = CalDateTime.Day(action.DueOn.Value.PlusDays(1)),
        Summary = Phrases.Shorten($"Due: {action.Text}", 200),
        Description = Phrases.Shorten(action.Line, MostDescription),
        IsTransparent = true,
    };

    private CalendarEvent Framed(string id, int sequence, string? place) =>
        new(id + "@meetingbot", CalDateTime.Utc(Now))
        {
            Sequence = sequence,
            Location = place ?? "",
            Organizer = Options.PublicUrl is { } address
                ? new Organizer("meetingbot@" + address.Host, Group.Chairs.FirstOrDefault()?.Name ?? "MeetingBot")
                : null,
        };

    private static CalDateTime EndOf(CalDateTime start, Duration? length)
    {
        var zone = start.Zone!;
        return start.At((start.ToInstant(zone) + (length ?? PlannedStart.UsualLength)).InZone(zone).LocalDateTime);
    }

    // Where neither the group nor the meeting has a name, "Meeting 3" says the most.
    private string Title(Meeting? meeting) => (Group.Name, meeting) switch
    {
        ({ } group, { Title: { } title }) => Phrases.Shorten($"{group}: {title}", 250),
        ({ } group, _) => Phrases.Shorten(group, 250),
        (_, null) => "Meeting",
        _ => Phrases.Shorten(meeting.Name, 250),
    };

    private string Description(Meeting meeting)
    {
        if (meeting.EndedAt is not null) return Minutes(meeting) is { } page ? "Minutes: " + page.AbsoluteUri : "";
        if (meeting.Number != Current.Number || Agenda.Items.IsEmpty) return "";
        var lines = Agenda.Items.Select(item => item.Line).ToList();
        return "Agenda:\n" + Phrases.Some(lines, "\n", MostDescription);
    }

    private Uri? Minutes(Meeting meeting) => Group.Link.Length == 0 || meeting.StartedAt is null
        ? null
        : Options.Page("minutes", Group.Link, meeting.Number.ToString(CultureInfo.InvariantCulture));
}
