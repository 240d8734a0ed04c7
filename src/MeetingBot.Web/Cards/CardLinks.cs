namespace MeetingBot.Web.Cards;

/// <summary>Which addresses a card may lead to.</summary>
public static class CardLinks
{
    /// <summary>The web, or a page of our own.</summary>
    public static bool IsAllowed(Uri link) =>
        IsOwnPath(link)
        || (link.IsAbsoluteUri && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp));

    /// <summary>A path on this server: <c>/…</c>, but not <c>//host</c>.</summary>
    public static bool IsOwnPath(Uri link) =>
        link.OriginalString is ['/', ..] and not ['/', '/' or '\\', ..] && !link.OriginalString.Contains('\\');
}
