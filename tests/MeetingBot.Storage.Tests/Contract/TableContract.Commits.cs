using MeetingBot.Tables;

namespace MeetingBot.Storage.Tests.Contract;

public abstract partial class TableContract
{
    [Fact]
    public async Task StoredRow_IsReadBack()
    {
        await StoreAsync(Insert("item|1", "Welcome"));

        var row = await GetAsync("item|1");

        Assert.Equal((Group, "item|1"), (row!.PartitionKey, row.RowKey));
        Assert.Equal("\"Welcome\"", Json.Of(row));
        Assert.NotEmpty(row.ETag);
    }

    [Fact]
    public async Task MissingRow_IsNull()
    {
        await StoreAsync(Insert("item|1"));

        Assert.Null(await GetAsync("item|2"));
        Assert.Null(await GetAsync("item|1", partition: "other"));
    }

    [Fact]
    public async Task SameKeyInsertedTwice_ConflictsAndKeepsTheFirst()
    {
        await StoreAsync(Insert("seen|a", "first"));

        AssertConflict("seen|a", await CommitAsync(Insert("seen|a", "second")));

        Assert.Equal("\"first\"", Json.Of(await GetAsync("seen|a")));
    }

    [Fact]
    public async Task Upsert_AddsAndReplaces_WithANewETag()
    {
        await StoreAsync(Upsert("k", "one"));
        var one = await GetAsync("k");
        await StoreAsync(Upsert("k", "two"));
        var two = await GetAsync("k");

        Assert.Equal("\"two\"", Json.Of(two));
        Assert.NotEqual(one!.ETag, two!.ETag);
    }

    [Fact]
    public async Task UnwrittenRow_KeepsItsETag()
    {
        await StoreAsync(Upsert("k"));
        var before = await GetAsync("k");
        await StoreAsync(Upsert("other"));

        Assert.Equal(before!.ETag, (await GetAsync("k"))!.ETag);
        Assert.Equal(before.ETag, (await QueryAsync(KeyRange.All))[0].ETag);
        Assert.Equal(before.ETag, (await ScanAsync())[0].ETag);
    }

    [Fact]
    public async Task ReplaceWithCurrentETag_Writes()
    {
        await StoreAsync(Insert("k", "one"));

        await StoreAsync(Replace((await GetAsync("k"))!, "two"));

        Assert.Equal("\"two\"", Json.Of(await GetAsync("k")));
    }

    [Fact]
    public async Task ReplaceWithStaleETag_ConflictsAndKeepsTheNewer()
    {
        await StoreAsync(Insert("k", "one"));
        var stale = (await GetAsync("k"))!;
        await StoreAsync(Upsert("k", "two"));

        AssertConflict("k", await CommitAsync(Replace(stale, "three")));

        Assert.Equal("\"two\"", Json.Of(await GetAsync("k")));
    }

    [Fact]
    public async Task ReplaceOfAGoneRow_Conflicts()
    {
        await StoreAsync(Insert("k"));
        var gone = (await GetAsync("k"))!;
        await StoreAsync(new RowChange.Delete("k"));

        AssertConflict("k", await CommitAsync(Replace(gone, "again")));

        Assert.Null(await GetAsync("k"));
    }

    [Fact]
    public async Task Rewrite_WritesOverWhateverIsThere_AndGivesANewETag()
    {
        await StoreAsync(Insert("k", "one"));
        var first = (await GetAsync("k"))!;
        await StoreAsync(new RowChange.Rewrite("k", Json.Text("two")));
        await StoreAsync(new RowChange.Rewrite("k", Json.Text("three")), Insert("other"));

        Assert.Equal("\"three\"", Json.Of(await GetAsync("k")));
        AssertConflict("k", await CommitAsync(Replace(first, "four")));
    }

    [Fact]
    public async Task RewriteOfAGoneRow_ConflictsAndStoresNothing()
    {
        AssertConflict("k", await CommitAsync(Insert("other"), new RowChange.Rewrite("k", Json.Text("x"))));
        await StoreAsync(Insert("k"));
        await StoreAsync(new RowChange.Delete("k"));

        AssertConflict("k", await CommitAsync(new RowChange.Rewrite("k", Json.Text("x")), Insert("other")));

        Assert.Empty(await QueryAsync(KeyRange.All));
    }

    [Fact]
    public async Task RowDeletedAndInsertedAgain_HasANewETag()
    {
        await StoreAsync(Insert("k", "same"));
        var first = (await GetAsync("k"))!;
        await StoreAsync(new RowChange.Delete("k"));
        await StoreAsync(Insert("k", "same"));

        AssertConflict("k", await CommitAsync(Replace(first, "other")));
    }

    [Fact]
    public async Task DeleteWithETag_DeletesOnlyTheRowItSaw()
    {
        await StoreAsync(Insert("k", "one"));
        var stale = (await GetAsync("k"))!;
        await StoreAsync(Upsert("k", "two"));

        AssertConflict("k", await CommitAsync(new RowChange.Delete("k", stale.ETag)));
        await StoreAsync(new RowChange.Delete("k", (await GetAsync("k"))!.ETag));

        Assert.Null(await GetAsync("k"));
        AssertConflict("k", await CommitAsync(new RowChange.Delete("k", stale.ETag)));
    }

    [Fact]
    public async Task DeleteWithoutETag_DeletesWhateverIsThere_AndAbsenceIsNoConflict()
    {
        await StoreAsync(Insert("a"), Insert("b"));

        await StoreAsync(new RowChange.Delete("gone"));
        await StoreAsync(
            new RowChange.Delete("never"), Upsert("c"), new RowChange.Delete("a"), new RowChange.Delete("nor this"));

        Assert.Equal(["b", "c"], (await QueryAsync(KeyRange.All)).Select(row => row.RowKey));
    }

    [Fact]
    public async Task OneConflictInABatch_StoresNothingOfIt()
    {
        await StoreAsync(Insert("taken", "old"), Insert("kept", "old"), Insert("doomed", "old"));

        var result = await CommitAsync(
            Insert("new", "new"), Upsert("kept", "new"), new RowChange.Delete("doomed"), Insert("taken", "new"));

        AssertConflict("taken", result);
        Assert.Null(await GetAsync("new"));
        Assert.Equal(3, (await QueryAsync(KeyRange.All)).Count(row => Json.Of(row) == "\"old\""));
    }

    [Fact]
    public async Task TwoConditionsInABatch_BothMustHold()
    {
        await StoreAsync(Insert("a", "old"), Insert("b", "old"));
        var (a, b) = ((await GetAsync("a"))!, (await GetAsync("b"))!);
        await StoreAsync(Upsert("b", "newer"));

        AssertConflict("b", await CommitAsync(Replace(a, "new"), Replace(b, "new")));

        Assert.Equal("\"old\"", Json.Of(await GetAsync("a")));
    }

    [Fact]
    public async Task HundredChanges_AreOneBatch()
    {
        await StoreAsync([.. Enumerable.Range(0, ITable.MaxBatch).Select(i => Insert($"k|{i:000}"))]);

        Assert.Equal(ITable.MaxBatch, (await QueryAsync(KeyRange.All)).Count);
    }

    [Fact]
    public async Task ManyWritersOfOneRow_OneWins()
    {
        await StoreAsync(Insert("next", "0"));
        var seen = (await GetAsync("next"))!;

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            CommitAsync(Replace(seen, $"{i}"), Insert($"winner|{i}")))));

        Assert.Single(results, result => result is CommitResult.Committed);
        Assert.Single(await QueryAsync(KeyRange.Under("winner")));
    }

    [Fact]
    public async Task ManyInsertersOfOneKey_OneWins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            CommitAsync(Insert("seen|delivery"), Insert($"reply|{i}")))));

        Assert.Single(results, result => result is CommitResult.Committed);
        Assert.Single(await QueryAsync(KeyRange.Under("reply")));
    }

    [Fact]
    public async Task ManyWritersOfTheirOwnRows_AllSucceed()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() =>
            CommitAsync(Insert($"ballot|{i:00}"), Upsert($"outbox|{i:00}")))));

        Assert.All(results, result => Assert.IsType<CommitResult.Committed>(result));
        Assert.Equal(50, (await QueryAsync(KeyRange.Under("ballot"))).Count);
    }
}
