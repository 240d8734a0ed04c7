using MeetingBot.Tables;

namespace MeetingBot.Storage.Tests.Contract;

public abstract partial class TableContract
{
    [Fact]
    public async Task OverABatchsLimits_IsRefused()
    {
        await AssertRefused([]);
        await AssertRefused([.. Enumerable.Range(0, ITable.MaxBatch + 1).Select(i => Upsert($"{i}"))]);
        await AssertRefused([Upsert("twice"), new RowChange.Delete("twice")]);
        await AssertRefused([.. Enumerable.Range(0, 50).Select(i => Upsert($"{i % 49}"))]);
        var large = new byte[400 * 1024].Select(_ => (byte)'1').ToArray();
        await AssertRefused([.. Enumerable.Range(0, 4).Select(i => new RowChange.Upsert($"{i}", large))]);

        Assert.Empty(await ScanAsync());
    }

    [Fact]
    public async Task OverARowsLimits_IsRefused()
    {
        await AssertRefused([new RowChange.Upsert("k", new byte[Row.MaxData + 1].Select(_ => (byte)'1').ToArray())]);
        await AssertRefused([new RowChange.Upsert("k", Array.Empty<byte>())]);
        await AssertRefused([new RowChange.Upsert("k", new byte[] { (byte)'"', 0xFF, (byte)'"' })]);
        await AssertRefused([new RowChange.Upsert("k", Json.Raw("\"\0\""))]);

        Assert.Empty(await ScanAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a'b")]
    [InlineData("ä")]
    [InlineData("a\nb")]
    public async Task IllegalKey_IsRefusedEverywhere(string key)
    {
        await AssertRefused([Upsert(key)]);
        await Assert.ThrowsAsync<ArgumentException>(async () => await GetAsync(key));
        await Assert.ThrowsAsync<ArgumentException>(async () => await GetAsync("k", partition: key));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Table.QueryAsync(key, KeyRange.All, 1, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Table.CommitAsync(key, [Upsert("k")], CancellationToken.None));
    }

    [Fact]
    public async Task KeyOverItsLength_IsRefused()
    {
        await AssertRefused([Upsert(new string('k', TableKey.MaxLength + 1))]);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("1\r\nX-Other: 2")]
    public async Task WhatIsNoETag_IsRefused(string etag)
    {
        await StoreAsync(Insert("k"));

        await AssertRefused([new RowChange.Replace("k", Json.Text("y"), etag)]);
        await AssertRefused([new RowChange.Delete("k", etag)]);
        Assert.Equal("\"x\"", Json.Of(await GetAsync("k")));
    }

    [Fact]
    public async Task SenselessQuery_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await QueryAsync(KeyRange.All, limit: 0));
        await Assert.ThrowsAsync<ArgumentException>(async () => await QueryAsync(default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await QueryAsync(new KeyRange("a", "é")));
    }

    [Fact]
    public async Task CancelledCall_IsNotMade()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Table.GetAsync(Group, "k", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Table.CommitAsync(Group, [Upsert("k")], cancelled));

        Assert.Empty(await ScanAsync());
    }

    private async Task AssertRefused(RowChange[] changes) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await CommitAsync(changes));
}
