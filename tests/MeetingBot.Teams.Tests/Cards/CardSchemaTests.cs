using System.Text.Json.Nodes;
using MeetingBot.Teams.Tests.Npm;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>What Microsoft publishes of its cards, in two forms, reads ours.</summary>
public sealed class CardSchemaTests
{
    private const string Schema = "cards/validate.mjs";
    private const string Types = "cards/compile.mjs";

    [Theory]
    [InlineData(Schema)]
    [InlineData(Types)]
    public async Task EveryCard_WithEveryText_IsValid(string script)
    {
        var cards = RenderedCards.All();
        var wrong = await NodeScript.Run<Dictionary<string, string[]>>(script, cards);

        Assert.True(cards.Count > 300);
        var told = wrong.Take(10).Select(w => $"{w.Key}: {string.Join("; ", w.Value)}");
        Assert.True(wrong.Count == 0, string.Join('\n', told));
    }

    [Theory]
    [InlineData(Schema)]
    [InlineData(Types)]
    public async Task CardWithAnUnknownProperty_IsFound(string script)
    {
        var card = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","txet":"b"}]}""";
        var wrong = await NodeScript.Run<Dictionary<string, string[]>>(
            script, new JsonObject { ["misspelt"] = JsonNode.Parse(card) });

        Assert.Equal(["misspelt"], wrong.Keys);
    }
}
