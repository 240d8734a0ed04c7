using System.Net.Http.Headers;
using System.Text;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>Bodies that no honest sender sends: each is refused or answered politely, and costs no memory.</summary>
[Collection(OneAtATime.Name)]
public sealed class HostileBodiesTests
{
    private const int Mutated = 10_000;
    private const int Connections = 64;
    private const long MostGrowth = 80 << 20;
    private const long MostMemory = 300 << 20;

    private static readonly HashSet<int> Polite = [200, 400, 403, 413, 415, 501];

    [Fact]
    public async Task MutatedActivities_NeverAFailureAndNoGrowingMemory()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var mutations = new Mutations(connector.ServiceUrl, seed: 7);
        await PostAllAsync(bot, mutations, Mutated / 4);
        var before = bot.ResidentBytes;

        await PostAllAsync(bot, mutations, Mutated * 3 / 4);

        var after = bot.ResidentBytes;
        Assert.True(after - before < MostGrowth, $"It grew from {before >> 20} to {after >> 20} MiB.");
        Assert.True(after < MostMemory, $"It takes {after >> 20} MiB.");
        var chat = new Chat(connector, "afterwards");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");
        await chat.AskAsync(bot, "Luna", "line", "note: still here");
        Assert.Equal(["still here"], (await chat.ExportAsync(bot)).Lines);
    }

    [Fact]
    public async Task BodiesOverTheLimit_AreRefusedAndNothingIsRecorded()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var chat = new Chat(connector, "large");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");

        for (var time = 0; time < 20; time++)
        {
            var large = Large(connector, chat, time);
            Assert.Equal(413, (await Chat.PostAsync(bot, Json(new ByteArrayContent(large)))).Status);
            Assert.Equal(413, (await Chat.PostAsync(bot, Json(new StreamContent(new Unmeasured(large))))).Status);
        }

        Assert.True(bot.ResidentBytes < MostMemory, $"It takes {bot.ResidentBytes >> 20} MiB.");
        Assert.Empty((await chat.ExportAsync(bot)).Lines);
    }

    [Fact]
    public async Task DeepJsonAndWrongTypes_AreRefused()
    {
        using var folder = new TemporaryFolder();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        string[] bodies =
        [
            "", "null", "[]", "\"message\"", "{}", "{\"type\":7}",
            """{"type":"message","from":"29:Mara","conversation":[]}""",
            """{"type":"message","id":{"a":1},"text":["note: x"]}""",
            new('[', 100_000),
            Repeated("{\"value\":", 50_000),
            Repeated("{\"type\":\"message\",\"text\":[", 20_000),
        ];

        foreach (var body in bodies)
            Assert.InRange((await Chat.PostAsync(bot, Json(new StringContent(body)))).Status, 400, 403);
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static async Task PostAllAsync(BotProcess bot, Mutations mutations, int count)
    {
        var bodies = Enumerable.Range(0, count).Select(_ => mutations.Next()).ToList();
        var together = new ParallelOptions { MaxDegreeOfParallelism = Connections };
        await Parallel.ForEachAsync(bodies, together, async (body, _) =>
        {
            var posted = await Chat.PostAsync(bot, Json(new ByteArrayContent(body)));
            // An invoke tells its failures in the body of a 200.
            var failed = posted.Body.Contains("\"statusCode\":500", StringComparison.Ordinal);
            Assert.True(
                Polite.Contains(posted.Status) && !failed,
                $"{posted.Status} {posted.Body} to {Encoding.UTF8.GetString(body)}\n{bot.Printed}");
        });
    }

    private static byte[] Large(FakeConnector connector, Chat chat, int time)
    {
        var text = "note: " + new string('x', 1 << 20);
        var activity = Activities.Message(connector.ServiceUrl, chat.Id, "Mara", $"large-{time}", text);
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    private static HttpContent Json(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <summary>Does not tell its length, so it is sent in chunks.</summary>
    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
