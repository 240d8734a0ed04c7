using MeetingBot.Cards;

namespace MeetingBot.Slack.Blocks;

/// <summary>Draws a picture, or its words where Slack can't load it.</summary>
internal static class ImageBlocks
{
    public static IEnumerable<Block> Of(CardImage image)
    {
        if (!WebAddress.IsForImages(image.Source)) return RichText.Blocks(image.AltText);
        var words = ShownText.Line(image.AltText);
        var brief = ShownText.Brief(image.AltText, BlockLimits.AltText);
        var picture = Block.Of("image", writer =>
        {
            writer.WriteString("image_url"u8, image.Source.AbsoluteUri);
            writer.WriteString("alt_text"u8, string.IsNullOrWhiteSpace(brief) ? "Picture" : brief);
        });
        return brief == words ? [picture] : [picture, .. RichText.Blocks(image.AltText)];
    }
}
