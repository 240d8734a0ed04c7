using System.Text.Json.Nodes;
using MeetingBot.Teams.Tests.Npm;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>The types that Slack publishes read what is drawn.</summary>
public sealed class BlockTypesTests
{
    private const string Types = "cards/compile-blocks.mjs";

    [Fact]
    public async Task EveryCard_WithEveryText_IsOfSlacksTypes()
    {
        var all = new JsonObject(RenderedBlocks.All().Select((drawn, i) => KeyValuePair.Create($"{i} {drawn.Name}", (JsonNode?)drawn.Drawn)));
        var wrong = await NodeScript.Run<Dictionary<string, string[]>>(Types, all);

        Assert.True(all.Count > 1_000);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(10).Select(w => $"{w.Key}: {string.Join("; ", w.Value)}")));
    }

    [Theory]
    [InlineData("""[{"type":"divider","txet":"b"}]""")]
    [InlineData("""[{"type":"dividre"}]""")]
    [InlineData("""[{"type":"header","text":{"type":"mrkdwn","text":"a"}}]""")]
    [InlineData("""{"type":"home","title":{"type":"plain_text","text":"a"},"blocks":[{"type":"dividre"}]}""")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"a"},"blocks":[{"type":"dividre"}]}""")]
    public async Task Misspelling_IsFound(string drawn)
    {
        var wrong = await NodeScript.Run<Dictionary<string, string[]>>(Types, new JsonObject { ["misspelt"] = JsonNode.Parse(drawn) });

        Assert.Equal(["misspelt"], wrong.Keys);
    }
}
