using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>What is to be done, and by when.</summary>
/// <param name="Text">Without the due day, when it tells one at its start or end.</param>
public sealed record DueText(string Text, LocalDate? Due)
{
    /// <summary>The time of that day, as typed: <c>16.00 CET</c>.</summary>
    public string? Time { get; init; }

    /// <summary>The date in it that can't be, or is past.</summary>
    public UnreadDate? Unread { get; init; }

    /// <summary>More than one day that it tells.</summary>
    public SeveralDays? Several { get; init; }

    /// <summary>What begins like a due day and is none that can be read: <c>by next meeting</c>.</summary>
    public string? Unknown { get; init; }
}

/// <summary>Days of which none can be told to be the due day.</summary>
/// <param name="Said">Each as typed.</param>
/// <param name="Instead">How one of them is written: <c>5 December</c>.</param>
public sealed record SeveralDays(ImmutableArray<string> Said, string Instead);
