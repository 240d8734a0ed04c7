using System.Globalization;
using MeetingBot.Cards;

namespace MeetingBot.Slack.Blocks;

/// <summary>Draws the elements of one card, one under another. Its buttons are numbered as they are drawn.</summary>
/// <param name="tables">Whether there may be a <c>table</c> block: in a message, and one alone.</param>
internal sealed class CardDrawer(bool tables)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _buttons;

    /// <summary>For a card: of several tables none is to stand out.</summary>
    public static CardDrawer For(Card card) => new(card.Elements().OfType<CardTable>().Take(2).Count() == 1);

    public IEnumerable<Block> Draw(CardElement element) => element switch
    {
        CardHeading heading => RichText.Heading(heading.Text),
        CardText text => Paragraph(text),
        CardFacts facts => RichText.Blocks(facts.Facts.Select(fact =>
            new RichLine([new RichRun(fact.Name + ": ", Bold: true), new RichRun(fact.Value)]))),
        CardTable table => tables ? TableBlocks.Tables(table) : TableBlocks.Lines(table),
        CardImage image => ImageBlocks.Of(image),
        CardColumns columns => columns.Columns.SelectMany(column => column).SelectMany(Draw),
        CardButtons row => Buttons(row.Buttons),
        CardInput input => InputBlocks.Of(input, Unique(input.Id)),
        _ => throw new ArgumentException($"No way is known to draw {element.GetType().Name}.", nameof(element)),
    };

    public IEnumerable<Block> Buttons(IReadOnlyCollection<CardButton> buttons)
    {
        var first = _buttons + 1;
        _buttons += buttons.Count;
        return ButtonBlocks.Of([.. buttons], first);
    }

    private static IEnumerable<Block> Paragraph(CardText text) =>
        Shown(text with { Text = CommandHints.Spelled(text.Text) });

    private static IEnumerable<Block> Shown(CardText text) => text.Tone switch
    {
        TextTone.Strong => RichText.Blocks(text.Text, bold: true),
        TextTone.Subtle => RichText.Subtle(text.Text),
        TextTone.Warning => RichText.Blocks(
            [new RichLine([new RichRun("\u26A0\uFE0F "), new RichRun(text.Text, Bold: true)])]),
        _ => RichText.Blocks(text.Text),
    };

    private string Unique(string id)
    {
        var unique = id;
        for (var n = 2; !_ids.Add(unique); n++) unique = string.Create(CultureInfo.InvariantCulture, $"{id}|{n}");
        return unique.Length <= BlockLimits.Id
            ? unique
            : throw new CardTooLargeException("The id of an input", unique.Length, BlockLimits.Id);
    }
}
