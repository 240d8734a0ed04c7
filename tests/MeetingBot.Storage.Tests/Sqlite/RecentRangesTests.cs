using MeetingBot.Storage.Sqlite;
using MeetingBot.Tables;
using MeetingBot.Testing;

namespace MeetingBot.Storage.Tests.Sqlite;

/// <summary>What is remembered of reads is never older than the last answered commit.</summary>
public sealed class RecentRangesTests : IDisposable
{
    private static readonly KeyRange Now = KeyRange.Under("now");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EveryWriter_FindsItsOwnWriteInTheRangeThatAllRead()
    {
        await using var table = SqliteTable.Open(folder.File("store.db"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var key = TableKey.Join("now", $"{writer}");
            for (var i = 0; i < 100; i++)
            {
                await table.CommitAsync("p", [new RowChange.Upsert(key, Json.Text($"{i}"))], default);
                var rows = await table.QueryAsync("p", Now, 50, default);
                Assert.Equal(Json.Text($"{i}").ToArray(), rows.Single(row => row.RowKey == key).Data.ToArray());
            }
        })));
    }

    [Fact]
    public async Task RangeThatWasNotWritten_IsNotReadAgain()
    {
        await using var table = SqliteTable.Open(folder.File("store.db"));
        await table.CommitAsync("p", [new RowChange.Upsert(TableKey.Join("now", "a"), Json.Text("a"))], default);
        var first = await table.QueryAsync("p", Now, 50, default);

        await table.CommitAsync("p", [new RowChange.Upsert(TableKey.Join("line", "1"), Json.Text("b"))], default);

        Assert.Same(first[0], (await table.QueryAsync("p", Now, 50, default))[0]);
    }

    [Fact]
    public void ReadThatWasOvertakenByAWrite_IsNotRemembered()
    {
        var recent = new RecentRanges();
        var before = recent.Writes("p");
        List<Row> read = [new("p", "now|a", Json.Text("old"), "1")];

        recent.Written("p", ["now|a"]);
        recent.Remember("p", Now, read, before);

        Assert.Null(recent.Find("p", Now, 50));
    }

    [Fact]
    public void MoreThanTheBound_IsForgottenAndReadAgain()
    {
        var recent = new RecentRanges(mostBytes: 10_000);
        for (var i = 0; i < 1_000; i++)
            recent.Remember($"p{i}", Now, [new($"p{i}", "now|a", Json.Text("x"), "1")], recent.Writes($"p{i}"));

        var known = Enumerable.Range(0, 1_000).Count(i => recent.Find($"p{i}", Now, 50) is not null);

        Assert.InRange(known, 1, 50);
        Assert.NotNull(recent.Find("p999", Now, 50));
    }

    [Fact]
    public void RangeWithMoreRowsThanAskedFor_IsLeftToTheStore()
    {
        var recent = new RecentRanges();
        recent.Remember("p", Now, [new("p", "now|a", Json.Text("x"), "1"), new("p", "now|b", Json.Text("x"), "1")], 0);

        Assert.Null(recent.Find("p", Now, 1));
        Assert.Equal(2, recent.Find("p", Now, 2)!.Count);
    }
}
