using MeetingBot.Meetings.Documents;

namespace MeetingBot.Minutes;

/// <summary>What a typed line says, before it is anybody's.</summary>
/// <param name="Continues">It goes on with the line before.</param>
public sealed record MinuteText(MinuteKind Kind, string Text, string? Speaker = null, bool Continues = false)
{
    /// <inheritdoc cref="Minute.IfSaid"/>
    public bool IfSaid { get; init; }
}
