using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>A group chat whose messages reach the bot as Teams would send them.</summary>
internal sealed class ActivityChat(Uri bot, string serviceUrl) : IDisposable
{
    private const string Tenant = "11111111-1111-4111-8111-111111111111";
    private const string BotId = "28:22222222-2222-4222-8222-222222222222";
    private const string Mention = "<at>MeetingBot</at>";

    private readonly HttpClient http = new() { BaseAddress = bot };
    private int messages;

    public async Task SendAsync(Said said)
    {
        var answer = await http.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), Message(said));
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted, $"{answer.StatusCode} for {said.Text}");
    }

    public void Dispose() => http.Dispose();

    private JsonObject Message(Said said)
    {
        var mentioned = new JsonObject { ["id"] = BotId, ["name"] = "MeetingBot" };
        var mention = new JsonObject { ["type"] = "mention", ["mentioned"] = mentioned, ["text"] = Mention };
        return new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"17000000{++messages:D5}",
            ["timestamp"] = DateTimeOffset.UtcNow.ToString("O"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject { ["id"] = $"29:{said.Who}", ["name"] = said.Who },
            ["conversation"] = new JsonObject
            {
                ["id"] = "19:meeting_story@thread.v2", ["conversationType"] = "groupChat", ["isGroup"] = true, ["tenantId"] = Tenant,
            },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "MeetingBot" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
            ["textFormat"] = "plain",
            ["text"] = said.ToBot ? $"{Mention} {said.Text}" : said.Text,
            ["entities"] = said.ToBot ? new JsonArray(mention) : [],
        };
    }
}
