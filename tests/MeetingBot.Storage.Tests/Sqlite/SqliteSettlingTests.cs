using MeetingBot.Storage.Sqlite;
using MeetingBot.Tables;
using MeetingBot.Testing;
using Microsoft.Data.Sqlite;

namespace MeetingBot.Storage.Tests.Sqlite;

/// <summary>Rows on their way from the log to the table: nobody sees half of a batch, and no crash loses one.</summary>
public sealed class SqliteSettlingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string StorePath => folder.File("store.db");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(16_384)]
    public async Task ReadersAndWritersAtOnce_SeeWholeBatches(int mostFresh)
    {
        await using var table = SqliteTable.Open(StorePath, new FreshRows(mostFresh));
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var rows = await table.QueryAsync("p", KeyRange.All, 10_000, default);
                Assert.Equal(0, rows.Count % 3);
                var same = rows.Where(row => row.RowKey.Length == 1).Select(Json.Of).Distinct();
                Assert.Equal(rows.Count == 0 ? 0 : 1, same.Count());
            }
        })).ToArray();

        for (var i = 0; i < 60; i++)
        {
            string[] keys = ["a", "m", "z"];
            var same = keys.Select(key => (RowChange)new RowChange.Upsert(key, Json.Text($"{i}")));
            var own = keys.Select(key => (RowChange)new RowChange.Insert($"{key}|{i}", Json.Text("x")));
            var others = keys.Select(key => (RowChange)new RowChange.Delete($"{key}|{i - 5}"));
            await table.CommitAsync("p", [.. same, .. own, .. others], default);
        }
        await stop.CancelAsync();

        await Task.WhenAll(readers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(16_384)]
    public async Task ManyCommitsOfAllKinds_LeaveWhatADictionaryWouldHold(int mostFresh)
    {
        var random = new Random(7);
        var model = new Dictionary<(string, string), string>();
        var table = SqliteTable.Open(StorePath, new FreshRows(mostFresh));
        for (var i = 0; i < 600; i++)
        {
            var partition = $"p{random.Next(5)}";
            var keys = Enumerable.Range(0, 6).Select(_ => $"k{random.Next(30):00}").Distinct();
            RowChange[] changes = [.. keys.Select(key => Change(random, model.ContainsKey((partition, key)), key, i))];
            Assert.IsType<CommitResult.Committed>(await table.CommitAsync(partition, changes, default));
            foreach (var change in changes)
            {
                if (change is RowChange.Delete) model.Remove((partition, change.RowKey));
                else model[(partition, change.RowKey)] = $"\"{i}\"";
            }
            if (i % 50 == 0) await AssertEqualAsync(model, table);
            if (i == 300)
            {
                await table.DisposeAsync();
                table = SqliteTable.Open(StorePath, new FreshRows(mostFresh));
            }
        }
        await AssertEqualAsync(model, table);
        await table.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(16_384)]
    public async Task FileAsACrashLeavesIt_HasEveryCommit(int mostFresh)
    {
        await using var table = SqliteTable.Open(StorePath, new FreshRows(mostFresh));
        for (var i = 0; i < 100; i++)
        {
            RowChange[] changes = [new RowChange.Insert($"k{i}", Json.Text("x")), new RowChange.Delete($"k{i - 7}")];
            await table.CommitAsync($"p{i % 7}", changes, default);
        }

        // Nothing is being written now: these two files are what a killed process leaves.
        File.Copy(StorePath, folder.File("crashed.db"));
        File.Copy(StorePath + "-wal", folder.File("crashed.db-wal"));
        await using var crashed = SqliteTable.Open(folder.File("crashed.db"));

        Assert.Equal(await ListAsync(table), await ListAsync(crashed));
        Assert.Equal(7, (await ListAsync(crashed)).Count);
    }

    [Fact]
    public async Task ClosedFile_HasItsRowsInTheTableAlone()
    {
        await using (var table = SqliteTable.Open(StorePath))
            await table.CommitAsync("p", [new RowChange.Insert("k", Json.Text("x"))], default);

        using var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM rows) || ' ' || (SELECT count(*) FROM log)";
        Assert.Equal("1 0", command.ExecuteScalar());
    }

    [Fact]
    public async Task RowWrittenOverAndOver_KeepsTheLogShort()
    {
        await using var table = SqliteTable.Open(StorePath);
        var large = Json.Text(new string('x', 400_000));
        for (var i = 0; i < 250; i++) await table.CommitAsync("p", [new RowChange.Upsert("k", large)], default);

        Assert.InRange(new FileInfo(StorePath).Length + new FileInfo(StorePath + "-wal").Length, 1, 80 << 20);
    }

    private static RowChange Change(Random random, bool exists, string key, int i) => random.Next(3) switch
    {
        0 => new RowChange.Delete(key),
        1 when !exists => new RowChange.Insert(key, Json.Text($"{i}")),
        _ => new RowChange.Upsert(key, Json.Text($"{i}")),
    };

    private static async Task AssertEqualAsync(Dictionary<(string, string), string> model, SqliteTable table)
    {
        var expected = model
            .OrderBy(row => row.Key.Item1, StringComparer.Ordinal).ThenBy(row => row.Key.Item2, StringComparer.Ordinal)
            .Select(row => $"{row.Key.Item1}/{row.Key.Item2}={row.Value}");
        Assert.Equal(expected, await ListAsync(table));
    }

    private static async Task<List<string>> ListAsync(SqliteTable table)
    {
        var rows = new List<string>();
        await foreach (var row in table.ScanAsync(null, default))
            rows.Add($"{row.PartitionKey}/{row.RowKey}={Json.Of(row)}");
        return rows;
    }
}
