using System.Collections.Immutable;
using MeetingBot.Calendars;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>By which rule the group meets, in wall time of a zone, and what differs from it.</summary>
/// <param name="Id">Names it in calendars.</param>
/// <param name="Rule">As RFC 5545 writes it (<see cref="RecurrenceText"/>).</param>
/// <param name="First">The first start by the rule.</param>
/// <param name="Sequence">How often it was changed.</param>
/// <param name="Changes">Starts that were called off or moved, the last ones changed last; default for none.</param>
/// <param name="EndedAt">Since when it goes on no more.</param>
public sealed record MeetingSeries(
    string Id,
    string Rule,
    LocalDateTime First,
    string Zone,
    Duration? Length = null,
    string? Place = null,
    int Sequence = 0,
    ImmutableArray<SeriesChange> Changes = default,
    Instant? EndedAt = null)
{
    /// <summary>Older ones are forgotten; by then they are past.</summary>
    public const int MostChanges = 40;

    private const int MostLooked = 500;

    public ImmutableArray<SeriesChange> Differing => Changes.IsDefault ? [] : Changes;

    /// <summary>The rule; of a series that goes on no more, until then.</summary>
    public RecurrencePattern Pattern
    {
        get
        {
            var rule = RecurrenceText.Read(Rule) ?? new RecurrencePattern(FrequencyType.Daily) { Count = 1 };
            return EndedAt is { } ended ? rule with { Count = null, Until = CalDateTime.Utc(ended) } : rule;
        }
    }

    public CalDateTime Start => new(First, ZoneRules.Of(Zone));

    /// <summary>Whether none of it has been yet when it ended.</summary>
    public bool NeverWas => EndedAt < Start.ToInstant(DateTimeZone.Utc);

    /// <summary>The next meeting of the series that is not over, as it is with what was moved; null for none.</summary>
    /// <param name="held">A start that is being held, or was.</param>
    public PlannedStart? Next(Instant now, LocalDateTime? held = null)
    {
        if (NeverWas || EndedAt <= now) return null;
        var moved = Differing.Where(change => change.Occurrence != held).Select(change => change.Instead)
            .OfType<PlannedStart>();
        return Regular(now, held).Take(1).Concat(moved)
            .Where(start => !start.IsOver(now))
            .MinBy(start => start.At);
    }

    /// <summary>The series with a start that was called off, or moved.</summary>
    public MeetingSeries With(LocalDateTime occurrence, PlannedStart? instead) => this with
    {
        Sequence = Sequence + 1,
        Changes =
        [
            .. Differing.Where(change => change.Occurrence != occurrence).TakeLast(MostChanges - 1),
            new SeriesChange(occurrence, instead),
        ],
    };

    private IEnumerable<PlannedStart> Regular(Instant now, LocalDateTime? held)
    {
        var differing = Differing.Select(change => change.Occurrence).ToHashSet();
        var since = (now - (Length ?? PlannedStart.UsualLength)).InZone(ZoneRules.Of(Zone)).LocalDateTime;
        return Pattern.Expand(Start, since.PlusDays(-1))
            .Take(MostLooked)
            .Where(start => !differing.Contains(start.Value) && start.Value != held)
            .Select(Occurrence)
            .Where(start => !start.IsOver(now));
    }

    private PlannedStart Occurrence(CalDateTime start) => new(
        Id, start.Value, Zone, start.ToInstant(DateTimeZone.Utc), Length, Place, Sequence,
        Occurrence: start.Value, SeriesId: Id);
}

/// <summary>A start of the series that is not as the rule says.</summary>
/// <param name="Occurrence">By the rule.</param>
/// <param name="Instead">Where it was moved to; null where it was called off.</param>
public sealed record SeriesChange(LocalDateTime Occurrence, PlannedStart? Instead);
