using MeetingBot.Conversations;
using MeetingBot.Slack.Homes;

namespace MeetingBot.Slack.Payloads;

/// <summary>Where what concerns one person alone is shown to them.</summary>
/// <param name="ResponseUrl">Good for five answers within half an hour.</param>
/// <param name="SeenAlone">Nobody else sees the pressed card: its answer may stand in its place.</param>
internal sealed record AnswerPlace(
    ConversationReference Conversation, string User, string? ResponseUrl, bool SeenAlone)
{
    /// <summary>An input of the view that was sent, at which a refusal is shown; null for a message's card.</summary>
    public string? InputBlock { get; init; }

    /// <summary>Where in the Home tab or above it; null for anywhere else.</summary>
    public HomeView? View { get; init; }
}
