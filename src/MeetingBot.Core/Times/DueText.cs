using NodaTime;

namespace MeetingBot.Times;

/// <summary>What is to be done, and by when.</summary>
/// <param name="Text">Without the due day, when it tells one.</param>
public sealed record DueText(string Text, LocalDate? Due)
{
    /// <summary>The date at its end that can't be, or is past.</summary>
    public UnreadDate? Unread { get; init; }
}
