using MeetingBot.Tables;

namespace MeetingBot.Storage.Tests.Contract;

public abstract partial class TableContract
{
    [Fact]
    public async Task EmptyPartition_HasNoRows()
    {
        Assert.Empty(await QueryAsync(KeyRange.All));
        Assert.Empty(await ScanAsync());
    }

    [Fact]
    public async Task Query_GivesItsRangeInOrdinalOrder()
    {
        string[] keys = ["b", "a|2", "B", "a|10", "a", "a~0020", "a|~007C", "ab", "a|1", "Z", "a b", "a-b"];
        await StoreAsync([.. keys.Select(key => Insert(key))]);

        var all = (await QueryAsync(KeyRange.All)).Select(row => row.RowKey);
        var under = (await QueryAsync(KeyRange.Under("a"))).Select(row => row.RowKey);
        var between = (await QueryAsync(new KeyRange("a", "ab"))).Select(row => row.RowKey);

        Assert.Equal(keys.Order(StringComparer.Ordinal), all);
        Assert.Equal(["a|1", "a|10", "a|2", "a|~007C"], under);
        Assert.Equal(["a", "a b", "a-b"], between);
    }

    [Fact]
    public async Task Query_GivesTheFirstRowsUpToItsLimit()
    {
        await StoreAsync([.. Enumerable.Range(0, 9).Select(i => Insert($"k|{i}"))]);

        var three = await QueryAsync(KeyRange.Under("k"), limit: 3);

        Assert.Equal(["k|0", "k|1", "k|2"], three.Select(row => row.RowKey));
        Assert.Equal(9, (await QueryAsync(KeyRange.Under("k"), limit: 9)).Count);
    }

    [Fact]
    public async Task Query_SeesOnlyItsPartition()
    {
        await StoreAsync(Insert("k"));
        foreach (var near in new[] { Group + " ", Group[..^1], Group + "|x", Group.ToUpperInvariant() })
            await Table.CommitAsync(near, [Insert("k", near)], CancellationToken.None);

        Assert.Equal("\"x\"", Json.Of(Assert.Single(await QueryAsync(KeyRange.All))));
        Assert.Equal(5, (await ScanAsync()).Count);
    }

    [Fact]
    public async Task MoreThanAThousandRows_AreAllThereInOrder()
    {
        var keys = Enumerable.Range(0, 2_345).Select(i => $"line|{i:0000}").ToArray();
        foreach (var batch in keys.Chunk(ITable.MaxBatch)) await StoreAsync([.. batch.Select(key => Insert(key))]);

        Assert.Equal(keys, (await QueryAsync(KeyRange.Under("line"))).Select(row => row.RowKey));
        Assert.Equal(keys[..1_500], (await QueryAsync(KeyRange.All, limit: 1_500)).Select(row => row.RowKey));
        Assert.Equal(keys, (await ScanAsync()).Select(row => row.RowKey));
        Assert.Equal(keys[1_235..], (await ScanAsync((Group, keys[1_234]))).Select(row => row.RowKey));
    }

    [Fact]
    public async Task Scan_GoesThroughAllPartitionsInOrder_FromAfterTheGivenRow()
    {
        foreach (var partition in new[] { "c", "a", "b|1", "b" })
            await Table.CommitAsync(partition, [Insert("2"), Insert("1")], CancellationToken.None);

        var all = (await ScanAsync()).Select(row => $"{row.PartitionKey}/{row.RowKey}").ToArray();
        var rest = (await ScanAsync(("b", "1"))).Select(row => $"{row.PartitionKey}/{row.RowKey}");

        Assert.Equal(["a/1", "a/2", "b/1", "b/2", "b|1/1", "b|1/2", "c/1", "c/2"], all);
        Assert.Equal(all[3..], rest);
        Assert.Equal(all[4..], (await ScanAsync(("b", "zzz"))).Select(row => $"{row.PartitionKey}/{row.RowKey}"));
    }

    [Fact]
    public async Task ScanOfManyPartitions_ContinuesOverPages()
    {
        var partitions = Enumerable.Range(0, 30).Select(i => $"group|{i:00}").ToArray();
        foreach (var partition in partitions)
            await Table.CommitAsync(
                partition, [.. Enumerable.Range(0, 50).Select(i => Insert($"{i:00}"))], CancellationToken.None);

        var rows = await ScanAsync();

        Assert.Equal(1_500, rows.Count);
        Assert.Equal(partitions, rows.Select(row => row.PartitionKey).Distinct());
    }
}
