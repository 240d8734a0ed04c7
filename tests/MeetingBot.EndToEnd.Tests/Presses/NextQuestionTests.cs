using System.Text.Json.Nodes;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Presses;

/// <summary>What Teams shows to who presses "Next item" twice.</summary>
public sealed class NextQuestionTests
{
    [Fact]
    public async Task SecondNextWithinAMinute_IsQuestionedByACard_WhoseYesGoesOn()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await BotProcess.StartAsync(folder.Path);
        var chat = new Chat(connector, "question");
        await chat.AskAsync(bot, "Mara", "add", "/agenda add Budget\nRelease");
        await chat.AskAsync(bot, "Mara", "start", "/meeting start");
        await chat.PressAsync(bot, "Mara", "next-1", "agenda next", ("seen", "0"));

        var question = Answered(await chat.PressAsync(bot, "Mara", "next-2", "agenda next", ("seen", "1")));

        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)question["type"]);
        var yes = Buttons(question["value"]!).Single(button => (string?)button["title"] == "Yes, it is done");
        Assert.Contains(Buttons(question["value"]!), button => (string?)button["title"] == "Not yet");
        var data = yes["data"]!.AsObject().Select(field => (field.Key, (string)field.Value!)).ToArray();
        var answer = Answered(await chat.PressAsync(bot, "Mara", "yes", (string)yes["verb"]!, data));
        Assert.Contains("Now: 2. Release", answer["value"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonNode Answered(Posted posted)
    {
        Assert.Equal(200, posted.Status);
        return JsonNode.Parse(posted.Body)!;
    }

    private static IEnumerable<JsonNode> Buttons(JsonNode card) =>
        card["body"]!.AsArray().Where(element => (string?)element!["type"] == "ActionSet")
            .SelectMany(set => set!["actions"]!.AsArray()).Select(button => button!);
}
