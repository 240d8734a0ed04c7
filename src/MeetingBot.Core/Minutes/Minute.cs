using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using NodaTime;

namespace MeetingBot.Minutes;

/// <summary>One line of the minutes, kept with its speaker, its author, its time and its agenda item.</summary>
/// <param name="Id">Unique in the group, sorts by time; letters, digits and <c>-</c>.</param>
/// <param name="Text">As typed, one line.</param>
/// <param name="Author">Who typed it.</param>
/// <param name="Speaker">Who said it, as typed.</param>
/// <param name="Item">The agenda item that was being discussed.</param>
/// <param name="Continues">It goes on with the line before of the same author.</param>
public sealed record Minute(
    string Id,
    MinuteKind Kind,
    string Text,
    Person Author,
    Instant At,
    string? Speaker = null,
    int? Item = null,
    bool Continues = false)
{
    /// <summary>The delivery that was cut into turns, of which this is one; null where it was not.</summary>
    public string? CutFrom { get; init; }

    /// <summary>The platform's id of the message that it was typed in; null where it tells none.</summary>
    public string? Message { get; init; }

    /// <summary>It goes on only with something said: behind an action or a decision it stands by itself.</summary>
    public bool IfSaid { get; init; }

    public const int MostText = 8_000;
    public const int MostSpeaker = 60;
}
