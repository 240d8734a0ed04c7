using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>The doors without a key, in Development, open for callers on this machine alone.</summary>
public sealed class OpenDoorTests
{
    [Fact]
    public async Task CallersThatAreNotHere_AreRefusedAndNothingIsRecorded()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var chat = new Chat(connector, "doors");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");

        (string Name, string Value)[] headers =
        [
            ("Host", "meetings.example.org"), ("Host", "127.0.0.1.example.org"),
            ("Origin", "https://example.org"), ("Origin", "null"),
            ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "localhost"), ("Forwarded", "for=127.0.0.1"),
            ("Via", "1.1 proxy"), ("X-Real-IP", "127.0.0.1"), ("CF-Connecting-IP", "127.0.0.1"),
        ];
        foreach (var (name, value) in headers)
        {
            var posted = await PostAsync(bot, connector, chat, bot.Address, name, value);
            var page = await GetPageAsync(bot, bot.Address, name, value);
            Assert.Equal((name, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (name, posted, page));
        }

        var here = bot.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, connector, chat, bot.Address, "Origin", here));
        Assert.Equal(["let in"], (await chat.ExportAsync(bot)).Lines);
    }

    [Fact]
    public async Task CallerFromAnotherAddress_IsRefusedAndNothingIsRecorded()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartOnAsync(IPAddress.Any, folder.Path, "--PublicUrl=http://127.0.0.1");
        var chat = new Chat(connector, "elsewhere");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");

        foreach (var elsewhere in Elsewhere().Select(address => new Uri($"http://{address}:{bot.Address.Port}")))
        {
            var here = bot.Address.Authority;
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(bot, connector, chat, elsewhere, "Host", here));
            Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(bot, connector, chat, elsewhere, "X-Nothing", "x"));
            Assert.Equal(HttpStatusCode.Forbidden, await GetPageAsync(bot, elsewhere, "Host", here));
        }

        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, connector, chat, bot.Address, "X-Nothing", "x"));
        await connector.ReplyAsync(chat.Id, "line");
        Assert.Single(connector.Taken.Snapshot(), call => call.Text.Contains("let in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnotherContentType_IsRefusedAndNothingIsRecorded()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var chat = new Chat(connector, "types");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");

        string?[] types =
        [
            "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
            "application/json; charset=utf-16", null,
        ];
        foreach (var type in types)
        {
            using var content = new ByteArrayContent(Line(connector, chat));
            if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
            Assert.Equal((type, 415), (type, (await Chat.PostAsync(bot, content)).Status));
        }

        Assert.Empty((await chat.ExportAsync(bot)).Lines);
    }

    // Always the same delivery: refused ones must not leave even the mark that it was seen.
    private static byte[] Line(FakeConnector connector, Chat chat) => Encoding.UTF8.GetBytes(
        Activities.Message(connector.ServiceUrl, chat.Id, "Mara", "line", "note: let in").ToJsonString());

    private static async Task<HttpStatusCode> PostAsync(
        BotProcess bot, FakeConnector connector, Chat chat, Uri to, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(to, "/api/messages"));
        request.Content = new ByteArrayContent(Line(connector, chat));
        request.Content.Headers.Add("Content-Type", "application/json");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await bot.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> GetPageAsync(BotProcess bot, Uri from, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(from, "/"));
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await bot.Client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>This machine's addresses in its networks; none without a network, where nobody is elsewhere.</summary>
    private static IEnumerable<IPAddress> Elsewhere() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(found => found.Address)
        .Where(address => address.AddressFamily == AddressFamily.InterNetwork)
        .Where(address => !IPAddress.IsLoopback(address));
}
