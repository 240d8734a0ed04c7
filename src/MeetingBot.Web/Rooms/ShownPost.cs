using MeetingBot.Cards;

namespace MeetingBot.Web.Rooms;

/// <summary>A post with its card as one viewer sees it now.</summary>
/// <param name="Live">The card is the live one of its slot: it is drawn for the viewer, not as it was stored.</param>
public sealed record ShownPost(Post Post, Card? Card, bool Live)
{
    private string? _print;

    /// <summary>Differs when the drawn post differs.</summary>
    public string Print => _print ??= Card is null ? $"{Post.Change}" : $"{Post.Change}-{Fingerprint.Of(Card)}";

    /// <summary>The id of its element on the page.</summary>
    public string ElementId => ElementOf(Post.Id);

    public static string ElementOf(string postId) => $"post-{postId}";
}
