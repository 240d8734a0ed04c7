using System.Globalization;
using MeetingBot.Bench.Load;
using MeetingBot.Minutes;
using MeetingBot.Storage.Sqlite;
using MeetingBot.Tables;

namespace MeetingBot.Bench.Slack;

/// <summary>The lines in the minutes of a bot that was killed.</summary>
internal static class StoredLines
{
    private const string Words = "hello ";

    /// <summary>How many acknowledged lines are missing, and how many are there twice or were never said.</summary>
    public static async Task<long> FaultsAsync(string path, LoadGenerator load)
    {
        var (stored, odd) = (new LineLedger(), 0L);
        var lines = KeyRange.Under("line");
        await using (var table = SqliteTable.Open(path))
        {
            await foreach (var row in table.ScanAsync(null, CancellationToken.None))
            {
                if (!lines.Contains(row.RowKey)) continue;
                var text = MinuteRows.Read(row).Text;
                if (!text.StartsWith(Words, StringComparison.Ordinal)) continue;
                var line = int.Parse(text.AsSpan(Words.Length), CultureInfo.InvariantCulture);
                if (line >= load.Lines || !stored.Add(line)) odd++;
            }
        }
        return odd + load.State.Accepted.CountMissingFrom(stored.ToBytes());
    }
}
