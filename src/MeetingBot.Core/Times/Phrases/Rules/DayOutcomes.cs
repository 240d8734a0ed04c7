using NodaTime;

namespace MeetingBot.Times;

/// <summary>What days without a time of day mean: whole local days.</summary>
internal static class DayOutcomes
{
    public static Outcome Resolve(DayPart day, Segment segment, Reference reference)
    {
        var zone = segment.Zone switch
        {
            ZoneMention.Place place => place.Zone,
            ZoneMention.Seasonal named => named.Zone,
            _ => reference.Zone,
        };
        var choice = day.Resolve(new DayAsk(reference.Today, reference.Zone, date => date >= reference.Today));
        if (choice.Error is { } wrong) return Outcome.Wrong(wrong);
        return Outcome.Of(
            choice.IsRange ? TimeReadingKind.Range : TimeReadingKind.Date,
            choice.Spans.Select(span => Whole(span, zone, choice.IsRange)), choice.Question) with
        {
            Warnings = choice.Warnings,
            Zone = zone,
            Literal = choice.Other is { } other ? Whole(DaySpan.On(other), zone, isRange: false) : null,
        };
    }

    private static TimeCandidate Whole(DaySpan span, DateTimeZone zone, bool isRange) => new(
        zone.AtStartOfDay(span.First).ToInstant(), zone.AtStartOfDay(span.Last.PlusDays(1)).ToInstant(), !isRange);
}
