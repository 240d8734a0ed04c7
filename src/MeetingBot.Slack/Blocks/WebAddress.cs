namespace MeetingBot.Slack.Blocks;

/// <summary>Which addresses a card may hold.</summary>
internal static class WebAddress
{
    /// <summary>
    /// Slack itself loads a picture, by https and from the internet; a message whose picture it can't load is refused.
    /// </summary>
    public static bool IsForImages(Uri address) =>
        address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback
        && address.AbsoluteUri.Length <= BlockLimits.Address;

    public static bool IsForLinks(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
