using System.Text.Json.Nodes;
using MeetingBot.Cards;
using MeetingBot.Slack.Blocks;
using MeetingBot.Teams.Tests.Cards;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>What the features show can be sent, whatever was typed, and no word of it is lost.</summary>
public sealed class FeatureBlocksTests
{
    private static readonly string[] Dear = ["<", "&", "\"", "\\", "`", "\U0001F600", "a", "10% & <b> "];

    public static TheoryData<string, int> Texts
    {
        get
        {
            var texts = new TheoryData<string, int>();
            foreach (var part in Dear)
                foreach (var length in (int[])[12, 40, 90, 180, 300, 8_000]) texts.Add(part, length);
            return texts;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void EveryCard_IsSent_WithinTheLimits(string part, int length)
    {
        var text = string.Concat(Enumerable.Repeat(part, length / part.Length));
        foreach (var (name, card) in FeatureCards.All(text))
        {
            var pages = BlockKitMessage.Pages(card);
            Assert.NotEmpty(pages);
            Assert.All(pages, page => Assert.True(
                SlackLimits.Broken(JsonNode.Parse(page.Blocks.Span)!) is [],
                $"{name}: {string.Join("; ", SlackLimits.Broken(JsonNode.Parse(page.Blocks.Span)!))}"));
        }
    }

    [Fact]
    public void EveryWord_IsInAMessageOrItsForm()
    {
        foreach (var (name, card) in FeatureCards.All("words that everybody reads"))
        {
            var drawn = string.Join('\n', RenderedBlocks.Of(card).Where(part => part.Name != "view").SelectMany(part => Strings(part.Drawn)));
            Assert.All(Shown(card), text => Assert.Contains(text, drawn, StringComparison.Ordinal));
            Assert.NotEmpty(name);
        }
    }

    private static IEnumerable<string> Shown(Card card) => card.Elements().SelectMany(element => element switch
    {
        CardText text => CommandHints.Spelled(text.Text).Split('\n'),
        CardHeading heading => [heading.Text],
        CardFacts facts => facts.Facts.SelectMany(fact => (string[])[fact.Name, fact.Value]),
        _ => [],
    }).Select(text => text.Trim()).Where(text => text.Length > 0);

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Strings(member.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
