using System.Buffers;
using System.Text;
using System.Text.Json;
using MeetingBot.Kit;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

public sealed class GroupExportTests
{
    [Fact]
    public async Task AddressesOfOurPages_AreNotInIt_HoweverTheyGotThere()
    {
        using var room = await Room.InMeeting("One");
        var export = (await room.Says("Mara", "export")).Split(' ', '\n').Single(word => word.StartsWith("https://", StringComparison.Ordinal));
        await room.Says("Mara", "meeting end");
        var minutes = room.Transcript.SelectMany(said => said.Text.Split(' ', '\n', '(', ')', '<', '>'))
            .First(word => word.StartsWith("https://bot.example/minutes/", StringComparison.Ordinal));
        await room.Says("Mara", "meeting reopen");
        await room.Says("Mara", $"note: see {minutes} there");
        await Put(room, TableKey.Join("post", "0000000001"), new { text = $"Read [them]({minutes}), or {export}", card = new { buttons = new[] { new { address = minutes } } } });
        await Put(room, TableKey.Join("posted", "outbox", "1"), new { post = "0000000001" });

        var written = await Export(room);

        string[] tokens = [new Uri(minutes).Segments[2].Trim('/'), new Uri(export).Segments[2].Trim('/')];
        Assert.All(tokens, token => Assert.Equal(22, token.Length));
        Assert.DoesNotContain(tokens, token => written.Contains(token, StringComparison.Ordinal));
        Assert.Contains("Read [them](https://bot.example/minutes/\\u2026/1), or https://bot.example/export/\\u2026", written, StringComparison.Ordinal);
        Assert.Contains("see https://bot.example/minutes/\\u2026/1 there", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddressesOfReports_AndTheCodeOfACatalogue_AreNotInIt()
    {
        using var room = await Room.InMeeting("One");
        await room.Says("Mara", "/meeting end");
        await room.Says("Mara", "/risk new \"Tokens\"");
        await room.Says("Mara", "/asset add Vault");
        await room.Says("Mara", "/risk report");
        var report = Assert.Single(room.Assessment().Links).Value;
        var told = await room.Says("Mara", "/risk share");
        var code = told.Split('\n')[0].Split(' ')[^1];
        await Put(room, TableKey.Join("post", "0000000001"), new { text = told, card = new { buttons = new[] { new { data = new { kind = "assets", from = code } } } } });
        await Put(room, TableKey.Join("post", "0000000002"), new { text = $"/risk import assets from {code}", from = "2025-06-27" });

        var written = await Export(room);

        Assert.All([report, code], token => Assert.Equal(22, token.Length));
        Assert.DoesNotContain(report, written, StringComparison.Ordinal);
        Assert.DoesNotContain(code, written, StringComparison.Ordinal);
        Assert.Contains("2025-06-27", written, StringComparison.Ordinal);
        Assert.Contains("\"title\": \"Tokens\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoWasForgotten_IsNotToldByItsDigests()
    {
        using var room = await RiskRoom.Scored();
        await room.Says("Anna", "/poll Adopt it? | yes | no");
        await room.Votes("Dora", 1, ("choice", "1"));
        await room.Says("Dora", "/forget me really");
        for (var turn = 0; turn < 60; turn++) await room.Advance(0);
        Assert.Single(room.Round().Gone);
        Assert.Single(room.Poll(1).Gone);

        var written = await Export(room);

        Assert.DoesNotContain("dora", written, StringComparison.OrdinalIgnoreCase);
        foreach (var digest in room.Round().Gone.Concat(room.Poll(1).Gone))
            Assert.DoesNotContain(digest, written, StringComparison.Ordinal);
        Assert.Contains("a former member", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HowPostsAreNumbered_IsNotInIt()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One");
        await Put(room, TableKey.Join("posted", "outbox", "1"), new { post = "0000000001" });

        using var written = JsonDocument.Parse(await Export(room));

        Assert.DoesNotContain("posted", written.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("kind").GetString()));
    }

    private static async Task Put(Room room, string key, object value) => await room.Table.CommitAsync(
        room.Partition, [new RowChange.Upsert(key, JsonSerializer.SerializeToUtf8Bytes(value))], CancellationToken.None);

    private static async Task<string> Export(Room room)
    {
        var output = new ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(room.Table, room.Group, FakeTime.Start, _ => true, output, () => ValueTask.CompletedTask, CancellationToken.None);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
