namespace MeetingBot.Teams.Cards;

/// <summary>Which addresses a card may hold.</summary>
internal static class WebAddress
{
    /// <summary>Clients load pictures by https; plain http serves a client on the same machine.</summary>
    public static bool IsForImages(Uri address) =>
        IsForLinks(address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);

    public static bool IsForLinks(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
