using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Times;

/// <summary>
/// One row of phrases.csv: what was said when and where, and what it means. Its last column has parts joined by
/// semicolons: <c>cat=</c> the category, <c>cand=</c> the candidates, best first, <c>warn=</c>, <c>alt=</c> the literal
/// reading, <c>reason=</c>.
/// </summary>
public sealed record PhraseRow(string Text, string Now, string Zone, string Kind, string Start, string End, string Note)
{
    public string Category => Part("cat");

    /// <summary>What is expected, in the words of <see cref="Written"/>.</summary>
    public string Expected => $"{Kind} [{Start} .. {End}] cand={Part("cand")} warn={Part("warn")} alt={Part("alt")} reason={Part("reason")}";

    public static IEnumerable<PhraseRow> All() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Times/Phrases/phrases.csv"))
        .Skip(1)
        .Select(Cells)
        .Select(cells => new PhraseRow(cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]));

    public TimeReading Read() => TimePhrases.Read(
        Text, OffsetDateTimePattern.ExtendedIso.Parse(Now).Value.ToInstant(), DateTimeZoneProviders.Tzdb[Zone]);

    /// <summary>A reading as a row has it.</summary>
    public static string Written(TimeReading reading) =>
        $"{reading.Kind.ToString().ToLowerInvariant()} [{Iso(reading.Start)} .. {Iso(reading.End)}]"
        + $" cand={string.Join('|', reading.Candidates.Select(candidate => Written(candidate, reading.Zone)))}"
        + $" warn={string.Join(',', reading.Warnings.Select(warning => warning.Code()))}"
        + $" alt={(reading.Literal is { } literal ? Written(literal, reading.Zone) : "")} reason={reading.Reason?.Code()}";

    private static string Written(TimeCandidate candidate, DateTimeZone zone) => candidate.WholeDay
        ? LocalDatePattern.Iso.Format(candidate.Start.InZone(zone).Date)
        : Iso(candidate.Start);

    private static string Iso(Instant? at) => at?.ToString("uuuu-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    private string Part(string key) => Note.Split("; ").FirstOrDefault(part => part.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..] ?? "";

    // Commas within quotes belong to the cell.
    private static string[] Cells(string line) =>
        [.. line.Split('"').Select((part, at) => at % 2 == 1 ? part.Replace(",", "\u0001", StringComparison.Ordinal) : part)
            .Aggregate("", string.Concat).Split(',').Select(cell => cell.Replace('\u0001', ','))];
}
