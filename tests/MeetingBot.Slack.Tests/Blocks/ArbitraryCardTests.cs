using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MeetingBot.Cards;
using MeetingBot.Slack.Blocks;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>Whatever a card holds, it is sent within the limits, and all of it is.</summary>
public sealed class ArbitraryCardTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20250627, 1);

    [Fact]
    public void CardsOfAnything_KeepTheLimits() => Prop.ForAll(Arb.From(ArbitraryCards.WithInputs), card =>
    {
        var broken = RenderedBlocks.Messages(card).SelectMany(SlackLimits.Broken).ToList();
        return (broken.Count == 0).Label(string.Join("; ", broken));
    }).Check(Thorough);

    [Fact]
    public void ViewsOfAnything_KeepTheLimits() => Prop.ForAll(Arb.From(ArbitraryCards.WithInputs), card =>
    {
        try
        {
            var broken = SlackLimits.Broken(JsonNode.Parse(BlockKitModal.Of(card, "C1").Span)!);
            return (broken.Count == 0).Label(string.Join("; ", broken));
        }
        catch (CardTooLargeException)
        {
            return true.Label("over a hundred blocks");
        }
    }).Check(Thorough);

    [Fact]
    public void EveryText_IsThere_InItsOrder() => Prop.ForAll(Arb.From(ArbitraryCards.WithoutInputs), card =>
    {
        var shown = ShownWords.Letters(string.Concat(ShownWords.Of(RenderedBlocks.Messages(card))));
        var at = 0;
        foreach (var text in Texts(card).Select(ShownWords.Letters).Where(text => text.Length > 0))
        {
            var found = shown.IndexOf(text, at, StringComparison.Ordinal);
            if (found < 0) return false.Label(text);
            at = found + text.Length;
        }
        return true.Label("");
    }).Check(Thorough);

    // Buttons that send inputs stand in the last message.
    private static IEnumerable<string> Texts(Card card) => card.Elements().SelectMany(element => element switch
    {
        CardHeading heading => [heading.Text],
        CardText text => [text.Text],
        CardFacts facts => facts.Facts.SelectMany(fact => (string[])[fact.Name, fact.Value]),
        CardTable table => [.. table.Headers, .. table.Rows.SelectMany(row => row)],
        CardImage image => [image.AltText],
        _ => Array.Empty<string>(),
    }).Prepend(card.Title);
}
