using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Risks.Scoring;
using NodaTime;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// One round of scoring: blind until it is revealed, then all at once. Who has answered and how far is seen meanwhile,
/// and nothing else.
/// </summary>
/// <param name="Number">From 1 within the assessment.</param>
/// <param name="Generation">The version of the assessment that is scored.</param>
/// <param name="Risks">Ids of the scenarios, in the order in which they are asked.</param>
/// <param name="Author">Who opened it.</param>
/// <param name="ClosesAt">When it is revealed by itself; null while only people reveal it.</param>
/// <param name="Home">Where it was opened: what is told to all is told there.</param>
/// <param name="Members">Who is asked; empty for everybody of the group.</param>
/// <param name="Observers">Who is in the group and is not asked.</param>
/// <param name="OfResidual">What is left once it is treated is scored, not what is today.</param>
/// <param name="Named">
/// As <see cref="Risks.Assessment.Named"/> was when it was opened: what its cards said holds whatever is settled later.
/// </param>
/// <param name="Figures">What the scores of all risks come to together; null until it is revealed.</param>
/// <param name="Guests">Who is asked besides, by a link of their own (<see cref="RoundGuests"/>).</param>
public sealed record ScoringRound(
    int Assessment,
    int Number,
    int Generation,
    ImmutableArray<string> Risks,
    Person Author,
    Instant OpenedAt,
    Instant? ClosesAt,
    ConversationReference Home,
    ImmutableArray<Person> Members = default,
    ImmutableArray<Person> Observers = default,
    bool OfResidual = false,
    RoundStatus Status = RoundStatus.Open,
    Instant? EndedAt = null,
    RoundFigures? Figures = null,
    bool Named = false,
    ImmutableArray<Person> Guests = default)
{
    /// <summary>
    /// Who was forgotten while it is open and whose scores count on (<see cref="Departure.TraceOf"/>): they do not
    /// score twice. None once it has ended.
    /// </summary>
    public ImmutableArray<string> Gone { get; init; }

    /// <summary>
    /// By which keys those were counted who were being forgotten when it was revealed (<see cref="Departure.For"/>).
    /// </summary>
    public ImmutableArray<string> Renamed { get; init; }

    /// <summary>A turn writes a row for each of them.</summary>
    public const int MostRisks = 80;

    public const int MostMembers = 300;

    public bool Open => Status is RoundStatus.Open;

    /// <summary>Whether its time is over, though nothing has revealed it yet.</summary>
    public bool IsOver(Instant now) => ClosesAt <= now;

    /// <summary>Whether somebody of the group is asked, or a guest who is invited.</summary>
    public bool Asks(Person person) => person.IsGuest
        ? !Guests.IsDefaultOrEmpty && Guests.Any(guest => guest.Key == person.Key)
        : Asks(person.Key);

    /// <summary>Whether a member of the group is asked.</summary>
    public bool Asks(PersonKey member) =>
        (Members.IsDefaultOrEmpty || Members.Any(person => person.Key == member))
        && (Observers.IsDefaultOrEmpty || Observers.All(person => person.Key != member))
        && !IsGone(member);

    public bool IsGone(PersonKey member) =>
        !Gone.IsDefaultOrEmpty && Gone.Contains(Departure.TraceOf(member, Thing));

    /// <summary>What its assessment is called for <see cref="Departure"/>: in all its rounds a scorer is one.</summary>
    internal string Scorers => FormattableString.Invariant($"risks {Assessment}");

    /// <summary>What the round alone is called there.</summary>
    internal string Thing => FormattableString.Invariant($"round {Assessment} {Number}");

    /// <summary>Where a scenario stands in it, from 0; -1 for not at all.</summary>
    public int PlaceOf(string risk) => Risks.IndexOf(risk);
}

/// <summary>Where a round stands.</summary>
public enum RoundStatus { Open, Revealed, Cancelled }

/// <summary>Figures over all risks of a round.</summary>
/// <param name="Members">Who could score.</param>
/// <param name="Scored">Who gave any answer.</param>
public sealed record RoundFigures(int Members, int Scored, ImmutableArray<DimensionAgreement> Dimensions);

/// <summary>How far members agree in one dimension, over the whole table.</summary>
/// <param name="Alpha">Krippendorff's, ordinal; null where it is not defined.</param>
/// <param name="W">Kendall's; null where it is not defined.</param>
/// <param name="Raters">Members who scored every ranked risk: those W tells of.</param>
/// <param name="Ranked">How many risks are ranked.</param>
public sealed record DimensionAgreement(RiskDimension Dimension, double? Alpha, double? W, int Raters, int Ranked);
