using System.Text.Json.Nodes;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Homes;
using MeetingBot.Slack.Blocks;
using MeetingBot.Teams.Tests.Cards;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>The sample cards as Slack would get them.</summary>
internal static class RenderedBlocks
{
    /// <summary>Of every hostile text, each message of each card and each card as a view, by name.</summary>
    public static IEnumerable<(string Name, JsonNode Drawn)> All() =>
        (from text in HostileTexts.All
         from sample in SampleCards.All(text.Value)
         from drawn in Of(sample.Card)
         select ($"{text.Key}/{sample.Name}/{drawn.Name}", drawn.Drawn))
        .Concat(HostileTexts.All.Select(text => ($"{text.Key}/home", Home(text.Value))));

    /// <summary>A full page of somebody's Home tab, with the text wherever a person may have typed.</summary>
    public static JsonNode Home(string text)
    {
        var line = Phrases.Shorten(text, 500);
        var parts = Enumerable.Range(0, HomeViews.MostParts).Select(n => new HomePart(
            new ConversationReference("slack", "T1", $"{(n == 3 ? "D" : "C")}{n}", n == 3 ? ConversationKind.Personal : ConversationKind.Channel),
            n % 2 == 0 ? Phrases.Shorten(text, 100) : null,
            [
                new CardText(line, TextTone.Subtle),
                .. Enumerable.Range(0, n == 0 ? HomeViews.MostItems - HomeViews.MostParts + 1 : 1).SelectMany(item => (CardElement[])
                [
                    new CardText(line, item % 2 == 0 ? TextTone.Warning : TextTone.Normal),
                    new CardButtons([CardButton.Press("Mark 12 as done", "done", ("number", "12"), ("home", "C1"))]),
                ]),
            ]));
        var home = new PersonHome([new CardText(line)], [.. parts], "3.0");
        return JsonNode.Parse(BlockKitHome.Of(home, "1.0", new CardText(text, TextTone.Strong)).Span)!;
    }

    /// <summary>Of one card: its messages, the forms that they open, and the card as a view.</summary>
    public static IReadOnlyList<(string Name, JsonNode Drawn)> Of(Card card)
    {
        var messages = Messages(card);
        return
        [
            .. messages.Select((blocks, i) => ($"{i + 1}", (JsonNode)blocks)),
            .. messages.SelectMany(Forms).Select(form => ("form", form)),
            ("view", View(card)),
        ];
    }

    public static IReadOnlyList<JsonArray> Messages(Card card) =>
        [.. BlockKitMessage.Pages(card).Select(page => JsonNode.Parse(page.Blocks.Span)!.AsArray())];

    /// <summary>The forms that the blocks have a button for.</summary>
    public static IEnumerable<JsonNode> Forms(JsonArray blocks) =>
        from button in Elements(blocks)
        where (string?)button["action_id"] == ActionIds.OpenModal
        select JsonNode.Parse(BlockKitModal.OfForm((string)button["value"]!, "C1")!.Value.Span)!;

    public static JsonNode View(Card card) => JsonNode.Parse(BlockKitModal.Of(card, "C1").Span)!;

    /// <summary>Every element of the <c>actions</c> blocks.</summary>
    public static IEnumerable<JsonNode> Elements(JsonArray blocks) =>
        blocks.Where(block => (string?)block!["type"] == "actions").SelectMany(block => block!["elements"]!.AsArray())!;
}
