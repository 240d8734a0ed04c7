using MeetingBot.Times;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Program.CommandLine;

/// <summary>
/// A reading as one line of JSON: <c>{text, kind, start, end, zone, candidates, warnings, reason, literal}</c>, with
/// instants in UTC as ISO 8601. A candidate has <c>start</c>, <c>end</c> and, for a whole local day, <c>date</c>; what
/// there is not is null.
/// </summary>
internal static class WhenJson
{
    public static string Write(TimeReading reading) => JsonLine.Of(
        new
        {
            text = reading.Text,
            kind = reading.Kind.ToString().ToLowerInvariant(),
            start = Iso(reading.Start),
            end = Iso(reading.End),
            zone = reading.Zone.Id,
            candidates = reading.Candidates.Select(candidate => Candidate(candidate, reading.Zone)),
            warnings = reading.Warnings.Select(warning => warning.Code()),
            reason = reading.Reason?.Code(),
            literal = reading.Literal is { } literal ? Candidate(literal, reading.Zone) : null,
        });

    private static object Candidate(TimeCandidate candidate, DateTimeZone zone) => new
    {
        start = Iso(candidate.Start),
        end = Iso(candidate.End),
        date = candidate.WholeDay ? LocalDatePattern.Iso.Format(candidate.Start.InZone(zone).Date) : null,
    };

    private static string? Iso(Instant? at) => at is { } told ? InstantPattern.ExtendedIso.Format(told) : null;
}
