using System.Text.Json.Nodes;
using MeetingBot.Cards;
using MeetingBot.Teams.Cards;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>The sample cards as Teams would get them.</summary>
public static class RenderedCards
{
    /// <summary>Of one text, parted where too large, by name.</summary>
    public static IEnumerable<(string Name, Card Card)> Of(string text) =>
        from sample in SampleCards.All(text)
        from part in CardPages.Split(sample.Card).Select((card, i) => (Card: card, Number: i + 1))
        select ($"{sample.Name}/{part.Number}", part.Card);

    /// <summary>Of every hostile text, as JSON.</summary>
    public static JsonObject All() => new(
        from text in HostileTexts.All
        from card in Of(text.Value)
        select KeyValuePair.Create($"{text.Key}/{card.Name}", JsonOf(card.Card)));

    public static JsonNode? JsonOf(Card card) => JsonNode.Parse(AdaptiveCardRenderer.Render(card));
}
