using System.Text;
using System.Text.Json.Nodes;

namespace MeetingBot.EndToEnd.Tests.Kit;

/// <summary>One group chat, whose people write to any instance of the bot.</summary>
public sealed class Chat(FakeConnector connector, string name)
{
    private const int MostTries = 20;

    private int exports;

    public string Id { get; } = Activities.GroupChat(name);

    /// <summary>Says a line; the message's id is also what its reply is found by.</summary>
    public Task<Posted> SayAsync(BotProcess bot, string who, string id, string text) =>
        PostAsync(bot, Activities.Message(connector.ServiceUrl, Id, who, id, text));

    /// <summary>Says a line, which must be accepted, and waits for the reply.</summary>
    public async Task<string> AskAsync(BotProcess bot, string who, string id, string text)
    {
        var posted = await SayAsync(bot, who, id, text);
        Assert.Equal(200, posted.Status);
        return (await connector.ReplyAsync(Id, id)).Text;
    }

    /// <summary>Says a line, and again while the bot says that it could not save it, as Teams does.</summary>
    public async Task<Posted> InsistAsync(BotProcess bot, string who, string id, string text)
    {
        for (var tries = 1; ; tries++)
        {
            var posted = await SayAsync(bot, who, id, text);
            if (posted.Status != 503 || tries == MostTries) return posted;
        }
    }

    /// <summary>Somebody was added to the chat, as Teams tells it.</summary>
    public async Task AddedAsync(BotProcess bot, string who)
    {
        var added = Activities.Message(connector.ServiceUrl, Id, who, $"added-{who}", "");
        added["type"] = "conversationUpdate";
        added.Remove("text");
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:" + who, ["name"] = who });
        Assert.Equal(200, (await PostAsync(bot, added)).Status);
    }

    /// <summary>Presses a button; the answer is in the response.</summary>
    public Task<Posted> PressAsync(
        BotProcess bot, string who, string id, string verb, params (string Name, string Value)[] fields) =>
        PostAsync(bot, Activities.Pressed(connector.ServiceUrl, Id, who, id, verb, fields));

    /// <summary>Reads everything that is kept of the group, by the address that <c>/export</c> replies.</summary>
    public async Task<Export> ExportAsync(BotProcess bot)
    {
        var reply = await AskAsync(bot, "Luna", $"export-{Guid.NewGuid():N}-{++exports}", "/export");
        var address = new Uri(reply[reply.IndexOf("http", StringComparison.Ordinal)..].Trim());
        return Export.Read(await bot.Client.GetStringAsync(address));
    }

    public static async Task<Posted> PostAsync(BotProcess bot, JsonNode activity)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        return await PostAsync(bot, content);
    }

    public static async Task<Posted> PostAsync(BotProcess bot, HttpContent content)
    {
        try
        {
            using var answer = await bot.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
            return new Posted((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return new Posted(0, e.Message);
        }
    }
}

/// <summary>What the bot answered to a request; status 0 when it did not.</summary>
public readonly record struct Posted(int Status, string Body)
{
    /// <summary>The bot says that it has it.</summary>
    public bool Accepted => Status == 200;
}
