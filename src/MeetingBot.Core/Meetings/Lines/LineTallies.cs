using System.Collections.Concurrent;
using System.Collections.Immutable;
using MeetingBot.Minutes;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Lines;

/// <summary>How many lines a meeting has and who spoke, without reading all of them at every look.</summary>
/// <remarks>
/// Lines sort by time and hardly any is taken back but the newest, so those of the last minute are read each time and
/// the older ones once a minute.
/// </remarks>
internal sealed class LineTallies(ITable table, IClock clock)
{
    private const int MostKept = 1_000;
    private static readonly Duration Fresh = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (int Meeting, Instant CountedAt, LineTally Old)> _known = new();

    public async ValueTask<LineTally> CountAsync(string partitionKey, int meeting, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var range = MinuteRows.Of(meeting);
        var known = _known.TryGetValue(partitionKey, out var kept)
            && kept.Meeting == meeting
            && now - kept.CountedAt < Fresh;
        var (old, tally) = known ? (kept.Old, kept.Old) : (LineTally.None, LineTally.None);
        // A space is the lowest character of a key.
        if (old.LastKey is { } last) range = range with { From = last + " " };
        await foreach (var row in table.QueryAllAsync(partitionKey, range, cancel))
        {
            var line = MinuteRows.Read(row);
            tally = tally.With(row.RowKey, line);
            if (now - line.At > Fresh) old = tally;
        }
        if (_known.Count >= MostKept) _known.Clear();
        _known[partitionKey] = (meeting, known ? kept.CountedAt : now, old);
        return tally;
    }
}

/// <summary>What was counted.</summary>
/// <param name="Names">Names and initials of who wrote or spoke, each once.</param>
internal sealed record LineTally(int Lines, ImmutableHashSet<string> Names, string? LastKey)
{
    public static LineTally None { get; } = new(0, [], null);

    public LineTally With(string key, Minute line)
    {
        var names = Names.Add(line.Author.Name);
        return new LineTally(Lines + 1, line.Speaker is { } speaker ? names.Add(speaker) : names, key);
    }
}
