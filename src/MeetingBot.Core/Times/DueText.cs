using NodaTime;

namespace MeetingBot.Times;

/// <summary>What is to be done, and by when.</summary>
/// <param name="Text">Without the due day, when it tells one.</param>
public sealed record DueText(string Text, LocalDate? Due)
{
    /// <summary>The date at its end that can't be, or is past, as typed; at most 40 characters.</summary>
    public string? Unread { get; init; }

    /// <summary>With <see cref="Unread"/>: how a date that can be is written, <c>28 February</c>.</summary>
    public string? Instead { get; init; }
}
