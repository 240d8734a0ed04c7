using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Agendas;
using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using NodaTime;
using Calendar = MeetingBot.Calendars.Calendar;

namespace MeetingBot.Meetings.Timetables;

/// <summary>
/// An agenda that a calendar tells: an event for each of its items, as Indico writes contributions, alone or within one
/// event that spans them all; or one event with the agenda in its description.
/// </summary>
/// <param name="Title">Of the meeting; null where only its items have one.</param>
/// <param name="Lines">One an item, as it is typed; empty for a meeting that tells none.</param>
/// <param name="WholeDay">Only its day is known.</param>
/// <param name="Place">Where it is; null where it tells nothing.</param>
internal sealed partial record CalendarAgenda(
    string? Title, Instant Start, Instant End, ImmutableArray<string> Lines, bool WholeDay = false,
    string? Place = null)
{
    private const int MostEvents = 300;
    private const int LeastInside = 2;
    private const int MostNames = 5;
    private static readonly Duration Longest = Duration.FromHours(24);
    private static readonly Duration Ahead = Duration.FromDays(366);

    /// <summary>The agenda, or null where the events are not those of one meeting.</summary>
    /// <param name="zone">Of who reads it, for floating times.</param>
    public static CalendarAgenda? Of(Calendar calendar, Instant now, DateTimeZone zone)
    {
        var events = calendar.Events
            .Where(one => one.Status is not EventStatus.Cancelled && one.RecurrenceId is null)
            .Take(MostEvents + 1).ToList();
        if (events.Count is 0 or > MostEvents) return null;
        if (events is [var only]) return Single(calendar, only, now, zone);
        if (events.Exists(one => one.RecurrenceRule is not null)) return null;

        var timed = events.Select(one => Timed.Of(one, zone)).OrderBy(one => one.Start).ThenByDescending(one => one.End)
            .ToList();
        var parent = timed.MaxBy(one => one.End - one.Start)!;
        var (inside, title) = timed.TrueForAll(parent.Holds)
            ? (timed.FindAll(one => one != parent), Words(parent.Event.Summary))
            : (timed, null);
        var items = inside.FindAll(one => one.Event.Start.HasTime);
        // What spans several of the others is a session of theirs.
        items = items.FindAll(one =>
            items.Count(other => other != one && one.Holds(other) && !other.Holds(one)) < LeastInside);
        if (items.Count == 0 || items.Count < inside.Count(one => one.Event.Start.HasTime) / 2) return null;
        var (start, end) = (items.Min(one => one.Start), items.Max(one => one.End));
        if (parent.Event.Start.HasTime && title is not null) (start, end) = (parent.Start, parent.End);
        return end - start > Longest
            ? null
            : new CalendarAgenda(
                title, start, end, [.. items.Select(Line).OfType<string>()],
                Place: title is null ? Common(items) : Where(parent.Event));
    }

    // Of a series the next time; of what is over the last, so that it can be said.
    private static CalendarAgenda? Single(Calendar calendar, CalendarEvent only, Instant now, DateTimeZone zone)
    {
        var next = calendar.GetOccurrences(now, now + Ahead, zone)
            .FirstOrDefault(one => one.Event.Uid == only.Uid && one.Start > now);
        var (start, end) = next is null
            ? (only.Start.ToInstant(zone), only.Start.ToInstant(zone) + only.LengthIn(zone))
            : (next.Start, next.End);
        return end - start > Longest
            ? null
            : new CalendarAgenda(
                Words(only.Summary), start, end,
                Ended(
                    Described(only.Description),
                    end.InZone(only.Start.Zone is { } own && !only.Start.IsUtc ? own : zone)),
                WholeDay: !only.Start.HasTime, Where(only));
    }

    // Where all items are in one room it is the meeting's.
    private static string? Common(List<Timed> items) =>
        items.Select(item => Where(item.Event)).Distinct().ToList() is [var only] ? only : null;

    private static string? Where(CalendarEvent one) =>
        Phrases.Shorten(Phrases.Words(one.Location), PlannedStart.MostPlace) is { Length: > 0 } place ? place : null;

    // Items with their starts: the last one lasts until the event's end.
    private static ImmutableArray<string> Ended(ImmutableArray<string> lines, ZonedDateTime end)
    {
        if (StartTimes.Of(lines) is not { } started || started[^1] is not { Timed: true, Length: null }) return lines;
        var ended = lines.Add(end.ToString("HH:mm", CultureInfo.InvariantCulture) + " End");
        return StartTimes.Of(ended) is { } whole && whole[^1].Length is not null ? ended : lines;
    }

    // "Agenda:" may stand below other words; what goes on behind an empty line is no item any more.
    private static ImmutableArray<string> Described(string description)
    {
        var text = WithoutCall(Tag().Replace(description, "\n").ReplaceLineEndings("\n"));
        if (PastedTimetable.Read(text) is { } whole) return whole;
        var heading = Heading().Match(text);
        if (!heading.Success) return [];
        var below = text[(heading.Index + heading.Length)..].TrimStart().Split("\n\n")[0];
        var lines = AgendaLines.Items(below);
        return PastedTimetable.Read(below) ?? (lines.Count >= LeastInside ? [.. lines] : []);
    }

    // How to join the call stands below the items, or between them, and is none of them.
    private static string WithoutCall(string text)
    {
        var lines = text.Split('\n')
            .Where(line => !line.Contains("://", StringComparison.Ordinal) || IsItem(line)).ToList();
        var last = lines.FindLastIndex(IsItem);
        var after = last < 0 ? -1 : lines.FindIndex(last, string.IsNullOrWhiteSpace);
        return string.Join('\n', after < 0 ? lines : lines.Take(after)).Trim();
    }

    private static bool IsItem(string line) => AgendaLines.Bare(line) != line.Trim() || StartTimes.IsStart(line)
        || AgendaItemText.Read(line, []) is { Problem: null, Timebox: not null };

    // As somebody would type it; whatever could be read otherwise than it is meant is left off.
    private static string? Line(Timed item)
    {
        if (Words(item.Event.Summary) is not { } title) return null;
        var length = item.End - item.Start;
        if (length < AgendaItem.LeastTimebox || length > AgendaItem.MostTimebox) return title;
        var said = FormattableString.Invariant($"{(int)Math.Round(length.TotalMinutes)}m");
        var names = Speakers(item.Event.Description);
        return new[] { names is null ? null : $"{title} ({names}, {said})", $"{title} ({said})" }.OfType<string>()
            .FirstOrDefault(line => AgendaItemText.Read(line, []) is { Problem: null } read && read.Title == title)
            ?? title;
    }

    // "Speakers: Luna Roth (Example Institute), Noor Amin (Another)".
    private static string? Speakers(string description)
    {
        var match = Speaking().Match(description);
        if (!match.Success) return null;
        var names = Affiliation().Replace(match.Groups["names"].Value, "").Split([',', ';'], MostNames + 2)
            .Select(name => Phrases.Words(name)).Where(name => name.Length > 0).ToList();
        return names.Count is > 0 and <= MostNames
            && string.Join(", ", names) is { Length: < AgendaItem.MostPresenter } said
            ? said
            : null;
    }

    private static string? Words(string summary) =>
        Phrases.Shorten(Phrases.Words(summary), Meeting.MostTitle) is { Length: > 0 } words ? words : null;

    [GeneratedRegex(@"^\s{0,9}(?:Speakers?|Presenters?)\s{0,3}:\s{0,9}(?<names>[^\n]{1,500})", RegexOptions.CultureInvariant)]
    private static partial Regex Speaking();

    [GeneratedRegex(@"\([^()]{0,200}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Affiliation();

    [GeneratedRegex(@"^[ \t]{0,9}(?:draft |proposed )?(?:agenda|timetable|programme?|tagesordnung|ordre du jour)[ \t]{0,9}:?[ \t]{0,9}$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"</?[A-Za-z][^<>\n]{0,200}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    private sealed record Timed(CalendarEvent Event, Instant Start, Instant End)
    {
        public static Timed Of(CalendarEvent one, DateTimeZone zone)
        {
            var start = one.Start.ToInstant(zone);
            return new Timed(one, start, start + one.LengthIn(zone));
        }

        public bool Holds(Timed other) => Start <= other.Start && other.End <= End;
    }
}
