using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>A picture of a card, or its words where the address is none that a page may load.</summary>
public sealed partial class ImageView
{
    [Parameter, EditorRequired] public CardImage Image { get; set; } = null!;

    private bool IsShown =>
        CardLinks.IsOwnPath(Image.Source)
        || (Image.Source.IsAbsoluteUri && (Image.Source.Scheme == Uri.UriSchemeHttps || IsInlineImage));

    private bool IsInlineImage =>
        Image.Source.Scheme == "data"
            && Image.Source.OriginalString.StartsWith("data:image/", StringComparison.Ordinal);
}
