using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// Draws a card as the messages that show it. Nothing that a person typed is markup in it, and nothing is left out:
/// what does not fit goes on in the next message, and inputs and buttons stand together in the last, which is the one
/// to be edited. A form of many inputs is opened by a button in their place.
/// </summary>
internal static class BlockKitMessage
{
    private const int MostInputs = 5;
    private const int RoomForNumbers = 20;
    private const string FillIn = "Fill in the form";

    /// <param name="text">The notification's; null for the card's title.</param>
    /// <exception cref="ArgumentException">A button opens no web page; the id of an input holds a bar.</exception>
    /// <exception cref="CardTooLargeException">What stands together does not fit into one message.</exception>
    public static ImmutableArray<RenderedMessage> Pages(Card card, string? text = null)
    {
        var form = card.Elements().OfType<CardInput>().Take(MostInputs + 1).Count() > MostInputs ? Form(card) : null;
        try
        {
            return Number(card, text, Draw(card, form));
        }
        catch (CardTooLargeException) when (form is null && Form(card) is { } packed)
        {
            return Number(card, text, Draw(card, packed));
        }
    }

    // A button is shown only for a form that it can open.
    private static string? Form(Card card) =>
        FormPack.Pack(card) is { } packed
        && BlockKitModal.OfForm(packed, new string('"', BlockKitModal.MostOrigin)) is not null
            ? packed
            : null;

    private static List<List<Block>> Draw(Card card, string? form)
    {
        var drawer = CardDrawer.For(card);
        var elements = (form is null ? card.Elements() : card.Elements().Select(WithoutForm).OfType<CardElement>())
            .Select(element => (IsAnswer: AnswersWithInputs(element), Blocks: drawer.Draw(element).ToList())).ToList();
        var buttons = form is null ? card.Buttons : [.. card.Buttons.Where(button => !button.SendsInputs)];
        List<Block> foot = form is null ? [] : [ButtonBlocks.OpenForm(FormTitle(card), form)];
        foot.AddRange(drawer.Buttons(buttons));

        List<Block> head = IsLongTitle(card) ? [.. RichText.Blocks(card.Title, bold: true)] : [];
        List<Block> whole = [.. head, .. elements.SelectMany(element => element.Blocks), .. foot];
        if (MessagePages.Fits(whole)) return [whole];
        return MessagePages.Of(
            [.. head, .. elements.Where(element => !element.IsAnswer).SelectMany(element => element.Blocks)],
            [.. elements.Where(element => element.IsAnswer).SelectMany(element => element.Blocks), .. foot]);
    }

    private static ImmutableArray<RenderedMessage> Number(Card card, string? text, List<List<Block>> pages)
    {
        var messages = ImmutableArray.CreateBuilder<RenderedMessage>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            var of = pages.Count == 1
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $" ({i + 1} of {pages.Count})");
            var title = ShownText.Brief(card.Title, BlockLimits.Header - RoomForNumbers) + of;
            // The whole of a long title heads the first page.
            var heads = i > 0 || !IsLongTitle(card) ? RichText.Heading(title) : [];
            var said = text is { Length: > 0 } && i == pages.Count - 1 ? CommandHints.Spelled(text) : title;
            messages.Add(new RenderedMessage(FallbackText.Of(said), Json([.. heads, .. pages[i]])));
        }
        return messages.MoveToImmutable();
    }

    private static bool IsLongTitle(Card card) =>
        ShownText.Length(ShownText.Line(card.Title)) > BlockLimits.Header - RoomForNumbers;

    // Slack takes no message without a block.
    private static ReadOnlyMemory<byte> Json(List<Block> blocks) => Block.Write(writer =>
        Block.WriteAll(writer, blocks.Count > 0 ? blocks : RichText.Blocks("\u2026"))).WrittenMemory;

    private static bool AnswersWithInputs(CardElement element) =>
        element is CardInput || element is CardButtons row && row.Buttons.Any(button => button.SendsInputs);

    private static CardElement? WithoutForm(CardElement element) => element switch
    {
        CardInput => null,
        CardButtons row => row.Buttons.Where(button => !button.SendsInputs).ToImmutableArray() is { Length: > 0 } rest
            ? new CardButtons(rest)
            : null,
        _ => element,
    };

    private static string FormTitle(Card card)
    {
        var sends = card.AllButtons().Where(button => button.SendsInputs).ToList();
        var first = sends.Find(button => button.Style is ButtonStyle.Primary) ?? sends.FirstOrDefault();
        return first is null ? FillIn : ShownText.Brief(first.Title, BlockLimits.ButtonText - 2) + " \u2026";
    }
}
