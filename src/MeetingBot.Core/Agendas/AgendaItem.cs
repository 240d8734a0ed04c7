using MeetingBot.Conversations;
using MeetingBot.Meetings;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>A planned topic of a meeting.</summary>
/// <param name="Number">Given once within the meeting and never again to another item.</param>
/// <param name="Position">Orders the items; not shown.</param>
/// <param name="Timebox">Time granted to it; null for as long as it takes.</param>
/// <param name="Presenter">Who leads it, as typed.</param>
/// <param name="Proposer">Who put it on the agenda.</param>
/// <param name="Spent">Time spent on it before it was last taken up.</param>
/// <param name="Rank">When it was first taken up among the others, from 1; 0 while it was not.</param>
/// <param name="CarriedOver">Was not reached in the meeting before.</param>
public sealed record AgendaItem(
    int Number,
    string Title,
    double Position,
    Person Proposer,
    Duration? Timebox = null,
    string? Presenter = null,
    AgendaItemState State = AgendaItemState.Open,
    Duration Spent = default,
    Instant? OpenedAt = null,
    int Rank = 0,
    bool CarriedOver = false)
{
    /// <summary>What of another feature it is about, by which that shows it when it is taken up; null for none.</summary>
    public string? Subject { get; init; }

    public const int MostTitle = 300;
    public const int MostPresenter = 100;

    public static readonly Duration LeastTimebox = Duration.FromMinutes(1);
    public static readonly Duration MostTimebox = Duration.FromHours(12);

    // Taken up and left sooner, it was a slip of the hand; "next" asks before it leaves an item so soon.
    public static readonly Duration LeastDiscussion = Duration.FromMinutes(1);

    /// <summary>Whether it still waits to be taken up.</summary>
    public bool Waits => State is AgendaItemState.Open or AgendaItemState.Skipped;

    /// <summary>
    /// Whether it was discussed though it waits: it was left by "back", with time spent on it or something recorded.
    /// What the chair has skipped is not done, whatever was said.
    /// </summary>
    public bool WasLeft(bool recorded) =>
        State is AgendaItemState.Open && Rank > 0 && (recorded || Spent >= LeastDiscussion);

    /// <summary>Time spent on it until now.</summary>
    public Duration SpentBy(Instant now) =>
        Spent + (OpenedAt is { } opened && now > opened ? now - opened : Duration.Zero);

    /// <summary><c>3. Token lifetimes (15 min, Luna)</c>.</summary>
    public string Line
    {
        get
        {
            var details = new[] { Timebox is { } box ? Phrases.Length(box) : null, Presenter };
            var given = string.Join(", ", details.Where(detail => detail is not null));
            return given.Length == 0 ? $"{Number}. {Title}" : $"{Number}. {Title} ({given})";
        }
    }
}
