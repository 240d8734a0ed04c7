using System.Text;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Tests.Contract;

public abstract partial class TableContract
{
    public static TheoryData<string> HostileIds { get; } =
    [
        "/", "\\", "#", "?", "%", "%2F", "a/b\\c#d?e%f", "'", "''", "\"", "a'b eq 'c", "+ &=;,:@$!*()", "{}[]<>^`|~",
        "19:0123456789abcdef@thread.tacv2;messageid=1700000000001", "a:1-long_personal.id", "https://a.example/b?c=d#e",
        "\0", "\u0001\u001F\u007F\u0085\u009F", "line\r\nbreak\ttab", " ", " lead and trail ", ".", "..", "../..",
        "Überprüfung", "e\u0301 and é", "日本語", "🙂", "👩\u200D👩\u200D👧", "\uFEFF", "\uFFFE\uFFFF", "\u2028",
        "$batch", "HTTP/1.1 404", "--batch_x", "null", "PartitionKey",
    ];

    [Theory]
    [MemberData(nameof(HostileIds))]
    public async Task HostileId_IsOneKeyThatIsWrittenReadReplacedAndDeleted(string id)
    {
        var partition = TableKey.Join("group", id);
        var key = TableKey.Join("member", id, "end");
        async Task<CommitResult> Commit(RowChange change) =>
            await Table.CommitAsync(partition, [change], CancellationToken.None);

        Assert.IsType<CommitResult.Committed>(await Commit(Insert(key, "one")));
        AssertConflict(key, await Commit(Insert(key, "again")));
        var row = await GetAsync(key, partition);
        Assert.Equal((partition, key), (row!.PartitionKey, row.RowKey));
        Assert.IsType<CommitResult.Committed>(await Commit(Replace(row, "two")));
        AssertConflict(key, await Commit(Replace(row, "three")));

        var found = await Table.QueryAsync(partition, KeyRange.Under("member", id), 10, CancellationToken.None);
        Assert.Equal("\"two\"", Json.Of(Assert.Single(found)));
        Assert.IsType<CommitResult.Committed>(await Commit(new RowChange.Delete(key, found[0].ETag)));
        Assert.Null(await GetAsync(key, partition));
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0xDC00, 0xD800)]
    public async Task LoneSurrogates_AreAKeyOfTheirOwn(params int[] units) =>
        await HostileId_IsOneKeyThatIsWrittenReadReplacedAndDeleted(string.Concat(units.Select(unit => (char)unit)));

    [Fact]
    public async Task NearlyEqualIds_AreNeverOneKey()
    {
        var longId = new string('x', 1024);
        string[] ids =
        [
            "a", "A", "a ", " a", "á", "a\u0301", "à", "a\0", "a/", "a\\", "a|", "a~", "a~007C", "~0061", "a%", "a%20",
            longId, longId + "x", longId[..^1], longId[..^1] + "y", longId[..150], longId[..151],
            "\uD800", "\uDBFF", "\uFFFD",
            "🙂", "🙃", "\uD83D", "ﬁ", "fi", "K", "\u212A", "ß", "ss",
        ];
        foreach (var batch in ids.Chunk(20))
            await StoreAsync([.. batch.Select(id => Insert(TableKey.Join("id", id)))]);

        Assert.Equal(ids.Length, (await QueryAsync(KeyRange.Under("id"))).Count);
    }

    [Fact]
    public async Task LongestKey_Survives()
    {
        var key = new string('k', TableKey.MaxLength);
        var partition = new string('|', TableKey.MaxLength);

        await Table.CommitAsync(partition, [Insert(key)], CancellationToken.None);

        Assert.NotNull(await GetAsync(key, partition));
        Assert.Equal(key, Assert.Single(await ScanAsync()).RowKey);
    }

    public static TheoryData<string> HostileData { get; } =
    [
        "1", "\"\"", "{}", "null", "{\"a\":\"it's 'quoted' \\\"twice\\\" \\\\ back\"}",
        "\"\\u0000\\u001f \\ud83d\\ude42 \\ud800\"",
        "{\r\n\t\"pretty\": true\n}",
        "\"🙂 👩\u200D👩\u200D👧 日本語 \u2028\u2029\u0085\u007F\uFEFF \uE000 \uFFFF\"", "\uFEFF{}",
        "\"--changeset_x\\r\\nHTTP/1.1 409 Conflict {}\"",
        "\"</script>&<at>\"", "{\"odata.error\":{\"code\":\"x\"}}", "  1  ", "\"€\"", "\"â\"",
    ];

    [Theory]
    [MemberData(nameof(HostileData))]
    public async Task HostileData_IsReadBackByteForByte(string json)
    {
        var data = Json.Raw(json);
        await StoreAsync(new RowChange.Insert("k", data), Upsert("other"));
        await StoreAsync(new RowChange.Replace("k", data, (await GetAsync("k"))!.ETag));

        Assert.Equal(data, (await GetAsync("k"))!.Data.ToArray());
        Assert.Equal(data, (await QueryAsync(KeyRange.All))[0].Data.ToArray());
        Assert.Equal(data, (await ScanAsync())[0].Data.ToArray());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\\\"")]
    [InlineData("é")]
    [InlineData("日")]
    [InlineData("🙂")]
    [InlineData("a🙂")]
    [InlineData("\u2028")]
    public async Task LargestRow_IsReadBackByteForByte(string text)
    {
        var unit = Encoding.UTF8.GetByteCount(text);
        var whole = string.Concat(Enumerable.Repeat(text, (Row.MaxData - 2) / unit));
        var data = Json.Text(whole.PadRight(whole.Length + ((Row.MaxData - 2) % unit)));
        Assert.Equal(Row.MaxData, data.Length);

        await StoreAsync(new RowChange.Insert("large", data));
        await StoreAsync(new RowChange.Replace("large", data, (await GetAsync("large"))!.ETag));

        var read = (await GetAsync("large"))!;
        Assert.True(data.AsSpan().SequenceEqual(read.Data.Span));
    }

    [Fact]
    public async Task LargestBatch_IsStored()
    {
        var data = Json.Text(string.Concat(Enumerable.Repeat("\\\"", ((ITable.MaxBatchData / 96) - 2) / 2)));

        var key = new string('|', 500);
        await StoreAsync([.. Enumerable.Range(0, 96).Select(i => new RowChange.Upsert(key + i, data))]);

        Assert.Equal(96, (await QueryAsync(KeyRange.All)).Count(row => row.Data.Length == data.Length));
    }
}
