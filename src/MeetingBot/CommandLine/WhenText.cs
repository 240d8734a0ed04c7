using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Program.CommandLine;

/// <summary>A reading in words.</summary>
internal static class WhenText
{
    public static string Write(TimeReading reading, Instant now)
    {
        var lines = new List<string>();
        if (reading.Reason is { } reason) lines.Add($"{TimeWords.Say(reason)} [{reason.Code()}]");
        if (reading.Start is { } start)
            lines.Add(
                $"{Say(new TimeCandidate(start, reading.End, reading.Kind is TimeReadingKind.Date), reading.Zone)}, "
                + TimeWords.Away(start, now, reading.Zone));
        lines.AddRange(reading.Candidates.Select(candidate => "- " + Say(candidate, reading.Zone)));
        lines.AddRange(reading.Warnings.Select(warning => $"{TimeWords.Say(warning)} [{warning.Code()}]"));
        if (reading.Literal is { } literal) lines.Add("Literally: " + Say(literal, reading.Zone));
        return string.Join('\n', lines);
    }

    private static string Say(TimeCandidate time, DateTimeZone zone) => $"{TimeWords.Say(time, zone)} {zone.Id}";
}
