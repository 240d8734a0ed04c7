using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeetingBot.Slack.Blocks;
using MeetingBot.Teams.Tests.Cards;
using MeetingBot.Teams.Tests.Npm;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>Each kind of element is drawn exactly as in its golden file: the messages, and the card as a view.</summary>
public sealed class GoldenBlocksTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Names => [.. SampleCards.OfEveryElement("Review the draft").Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Card_IsDrawnAsInItsGoldenFile(string name)
    {
        var card = SampleCards.OfEveryElement("Review the draft").Single(sample => sample.Name == name).Card;
        var messages = BlockKitMessage.Pages(card).Select(page => new JsonObject
        {
            ["text"] = page.Text,
            ["blocks"] = JsonNode.Parse(page.Blocks.Span),
        });
        var drawn = new JsonObject
        {
            ["messages"] = new JsonArray([.. messages]),
            ["view"] = RenderedBlocks.View(card),
        };

        var path = RepositoryFiles.PathOf("tests", "MeetingBot.Slack.Tests", "Blocks", "Golden", name + ".json");
        var golden = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
        Assert.True(JsonNode.DeepEquals(golden, drawn), $"{name} is now:\n{drawn.ToJsonString(Readable)}");
    }
}
