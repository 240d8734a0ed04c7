using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>A question put to the group with its options: open until it is closed, decided or called off.</summary>
/// <param name="Number">From 1, stable for the life of the group.</param>
/// <param name="Author">Who opened it, and may close it like a chair.</param>
/// <param name="Names">Who sees who answered what.</param>
/// <param name="Shown">When counts are seen.</param>
/// <param name="Zone">IANA zone of the group when it was opened: its times are written in it.</param>
/// <param name="ClosesAt">When it closes by itself; null while only people close it.</param>
/// <param name="Required">Who has to answer; with <paramref name="Optional"/> the voters who were named.</param>
/// <param name="Quorum">Fewer ballots decide nothing; 0 for no such number.</param>
/// <param name="Ends">What closes it beside its deadline and the chair.</param>
/// <param name="NextOption">The id of the next option: none is given twice.</param>
/// <param name="HandsOf">The meeting whose show of hands it is.</param>
/// <param name="AtItem">The agenda item that was being discussed then.</param>
/// <param name="Result">How it stood when it was closed.</param>
/// <param name="Zones">IANA zones of the members when it was opened, the group's aside.</param>
/// <param name="RuleDecides">What the rule puts first at its close is decided, without the chair's click.</param>
/// <param name="Guests">Who has no account and answers by a link of their own, while that stands.</param>
public sealed record Poll(
    int Number,
    string Question,
    PollKind Kind,
    ImmutableArray<PollOption> Options,
    Person Author,
    Instant OpenedAt,
    string Zone,
    PollNames Names = PollNames.Everyone,
    PollShown Shown = PollShown.Always,
    Instant? ClosesAt = null,
    ImmutableArray<Person> Required = default,
    ImmutableArray<Person> Optional = default,
    int Quorum = 0,
    PollEnds Ends = PollEnds.ByHand,
    int NextOption = 1,
    int? HandsOf = null,
    int? AtItem = null,
    PollStatus Status = PollStatus.Open,
    PollResult? Result = null,
    ImmutableArray<string> Zones = default,
    bool RuleDecides = false,
    ImmutableArray<Person> Guests = default)
{
    /// <summary>
    /// The clock on the wall by which its deadline was told, which new zone rules move; null where it was a length.
    /// </summary>
    public WallDeadline? ClosesOn { get; init; }

    /// <summary>
    /// Who was forgotten while it is open and whose answer counts on (<see cref="Departure.TraceOf"/>): they do not
    /// answer twice. None once it has ended.
    /// </summary>
    public ImmutableArray<string> Gone { get; init; }

    public const int MostQuestion = 150;
    public const int MostOptions = 20;

    /// <summary>More nobody puts into an order.</summary>
    public const int MostRanked = 10;
    public const int MostVoters = 100;

    public bool Open => Status is PollStatus.Open;

    /// <summary>Whether it has ended with a result, rather than being called off.</summary>
    public bool HasEnded => Status is PollStatus.Closed or PollStatus.Decided;

    /// <summary>What people call it: <c>Poll 3, "TTT July"</c>.</summary>
    public string Name => $"{(HandsOf is null ? "Poll" : "Show of hands")} {Number}, \"{Question}\"";

    /// <summary>The voters who were named; empty when everybody may be meant.</summary>
    public IEnumerable<Person> Voters =>
        (Required.IsDefault ? [] : Required).Concat(Optional.IsDefault ? [] : Optional);

    /// <summary>Whose answer is waited for: the voters who were named, and the guests.</summary>
    public IEnumerable<Person> Awaited =>
        Voters.Where(person => !person.IsFormer).Concat(Guests.IsDefault ? [] : Guests);

    public bool IsGone(PersonKey person) =>
        !Gone.IsDefaultOrEmpty && Gone.Contains(Departure.TraceOf(person, Thing(Number)));

    /// <summary>What a poll is called for <see cref="Departure"/>.</summary>
    internal static string Thing(int number) => FormattableString.Invariant($"poll {number}");

    public bool IsRequired(Person person) => !Required.IsDefault && Required.Any(voter => voter.Key == person.Key);

    /// <summary>Whether its time is over, though nothing has closed it yet.</summary>
    public bool IsOver(Instant now) => ClosesAt <= now;

    /// <summary>Whether ballots may end it.</summary>
    public bool EndsByBallots => Ends is not PollEnds.ByHand;

    public PollOption? this[int id] => Options.FirstOrDefault(option => option.Id == id);

    /// <summary>The option at that place, counted from 1; null for none.</summary>
    public PollOption? At(int place) => place >= 1 && place <= Options.Length ? Options[place - 1] : null;

    /// <summary>Where an option stands, from 1.</summary>
    public int PlaceOf(PollOption option) => Options.IndexOf(option) + 1;
}

/// <summary>How a poll is answered.</summary>
public enum PollKind
{
    /// <summary>One option.</summary>
    One,

    /// <summary>Any number of options.</summary>
    Multiple,

    /// <summary>Options in order of preference.</summary>
    Ranked,

    /// <summary>Yes, if need be or no to each time.</summary>
    Times,
}

/// <summary>Who sees who answered what. From open to closed: a poll may only go down.</summary>
public enum PollNames
{
    Everyone,

    /// <summary>The chair; others see counts and who has answered.</summary>
    Chair,

    /// <summary>Nobody; all see counts and who has answered.</summary>
    Nobody,

    /// <summary>Nobody, and not even who has answered.</summary>
    Anonymous,
}

/// <summary>When counts are seen. From open to closed: a poll may only go down.</summary>
public enum PollShown { Always, AfterVoting, AfterClose }

/// <summary>What closes a poll beside its deadline and the chair.</summary>
public enum PollEnds
{
    ByHand,

    /// <summary>All who were named have answered.</summary>
    WhenAllAnswered,

    /// <summary>All required voters say yes to one option.</summary>
    OnConsensus,
}

/// <summary>Where a poll stands.</summary>
public enum PollStatus
{
    Open,
    Closed,

    /// <summary>Its time has become a meeting, or the chair has picked an answer.</summary>
    Decided,
    Cancelled,
}
