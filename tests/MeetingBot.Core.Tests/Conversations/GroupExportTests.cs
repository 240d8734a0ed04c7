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
