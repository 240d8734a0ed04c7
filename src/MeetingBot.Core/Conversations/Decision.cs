using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>What a rule decides: changed rows with outgoing messages, a refusal in words, or nothing.</summary>
public sealed record Decision
{
    /// <summary>It is not for us: nothing is stored and nobody is answered.</summary>
    public static Decision Nothing { get; } = new();

    /// <summary>Rows to write, in one batch.</summary>
    public ImmutableArray<RowChange> Changes { get; init; } = [];

    /// <summary>
    /// What must still stand when this is stored, where it is not what the command stands on anyhow
    /// (<see cref="Command.StandsOn"/>).
    /// </summary>
    public Standing? While { get; init; }

    /// <summary>
    /// Facts written whatever is there, whose content hardly ever changes; skipped when known to be stored.
    /// </summary>
    public ImmutableArray<RowChange.Upsert> Marks { get; init; } = [];

    /// <summary>What the person is told: a reply to what was typed, or in place where a button was pressed.</summary>
    public string? Tell { get; init; }

    /// <summary>How <see cref="Tell"/> is written.</summary>
    public TextFormat TellFormat { get; init; }

    /// <summary>
    /// A card that the person is shown with <see cref="Tell"/>; to what was typed it is a message of its own.
    /// </summary>
    public Card? ShowCard { get; init; }

    /// <summary><see cref="ShowCard"/> is a question: what was asked for is done by one of its buttons.</summary>
    public bool Asks { get; init; }

    /// <summary>Further messages.</summary>
    public ImmutableArray<Outgoing> Messages { get; init; } = [];

    /// <summary>Timers to set, by name; a name that is set again is moved.</summary>
    public ImmutableArray<TimerEntry> Timers { get; init; } = [];

    /// <summary>Names of timers to take back.</summary>
    public ImmutableArray<string> CancelledTimers { get; init; } = [];

    /// <summary>Unguessable addresses to make before the commit.</summary>
    public ImmutableArray<PageLink> Links { get; init; } = [];

    /// <summary>
    /// The person keeps rows here for all groups they are in (<see cref="OwnRows"/>): others are to find them.
    /// </summary>
    public bool Own { get; init; }

    /// <summary>Conversations that this commit makes sides of the group.</summary>
    public ImmutableArray<JoiningSide> Joins { get; init; } = [];

    /// <summary>The group is forgotten: nothing outside its own rows may name it any more.</summary>
    public bool Forgotten { get; init; }

    /// <summary>A member is forgotten: no address of a page of theirs is kept.</summary>
    public PersonKey? Departed { get; init; }

    /// <summary>Who did it is not in the conversation any more: nothing leads them there.</summary>
    public bool Leaves { get; init; }

    /// <summary><see cref="Tell"/> is a refusal.</summary>
    public bool Refused { get; init; }

    public static implicit operator Decision(Refusal refusal) => new() { Tell = refusal.Text, Refused = true };

    /// <summary>
    /// The decision, to be stored while that stands, if it says nothing else itself; a change of the row that says that
    /// it stands has that condition already.
    /// </summary>
    internal Decision Holding(Standing? standing) =>
        standing is null || While is not null || Changes.IsEmpty
            || Changes.Any(change => change.RowKey == standing.Row.RowKey)
            ? this
            : this with { While = standing };

    public static Decision Says(string text) => new() { Tell = text };
}

/// <summary>A conversation that becomes a side of the group.</summary>
/// <param name="Epoch">Its own group's <see cref="Group.Epoch"/> when it asked.</param>
public sealed record JoiningSide(ConversationReference Side, int Epoch);

/// <summary>A "no" in words: what was understood, why not, and what works instead.</summary>
public sealed record Refusal(string Text);

/// <summary>A timer: a turn like any other is run when it is due.</summary>
/// <param name="Name">Unique within the group; the command table knows what it means.</param>
/// <param name="Conversation">Where what it says is said.</param>
public sealed record TimerEntry(string Name, Instant Due, ConversationReference Conversation);

/// <summary>Who holds the address may see the page.</summary>
/// <param name="Token">128 random bits, base64url.</param>
/// <param name="Kind">What the address shows, such as <c>minutes</c> or <c>export</c>.</param>
/// <param name="ExpiresAt">Null for as long as the group exists.</param>
/// <param name="Epoch">The group's <see cref="Group.Epoch"/>: the address ends when the group is forgotten.</param>
/// <param name="Owner">The person whose page it is (<see cref="PersonKey"/>); null for the group's.</param>
/// <param name="Subject">What of the group it shows, such as a poll's number; null where the kind tells it.</param>
public sealed record PageLink(
    string Token, string Kind, GroupId Group, Instant? ExpiresAt, int Epoch, string? Owner = null,
    string? Subject = null);
