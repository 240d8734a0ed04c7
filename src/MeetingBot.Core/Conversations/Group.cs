using System.Collections.Immutable;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>What a group has settled for itself; the defaults are good enough never to change them.</summary>
/// <param name="Zone">IANA zone of the group.</param>
/// <param name="Chairs">The group's chairs; empty until a first meeting was started.</param>
/// <param name="WhoRuns">Who may run the agenda and end a meeting.</param>
/// <param name="Quiet">Lines taken into the minutes are not confirmed one by one.</param>
/// <param name="Link">Unguessable part of the address of the group's pages; empty until one is needed.</param>
/// <param name="Epoch">Counts how often the group was forgotten.</param>
/// <param name="ForgottenAt">Since when everything of the group is being deleted; null when it is not.</param>
/// <param name="Departed">
/// Counts how many members were forgotten: marks written before are not taken for written now.
/// </param>
public sealed record Group(
    string Zone,
    ImmutableArray<Person> Chairs,
    RunPolicy WhoRuns = RunPolicy.Chairs,
    bool Quiet = false,
    string? Name = null,
    string Link = "",
    int Epoch = 0,
    Instant? ForgottenAt = null,
    int Departed = 0)
{
    /// <summary>The conversations that are this group together; null where it has only ever been one.</summary>
    public GroupSides? Sides { get; init; }

    /// <summary>When the platforms were asked last who is in the group; null for never.</summary>
    public Instant? RosterAt { get; init; }

    /// <summary>Everything of the group is being deleted.</summary>
    public bool Forgetting => ForgottenAt is not null;

    /// <summary>The zone's rules.</summary>
    public DateTimeZone TimeZone => ZoneRules.Of(Zone);

    public bool IsChair(Person person) => Chairs.Any(chair => chair.Key == person.Key);
}

/// <summary>Who may run a meeting.</summary>
public enum RunPolicy
{
    /// <summary>Who chairs the meeting, and the group's chairs.</summary>
    Chairs,

    /// <summary>Anyone in the group.</summary>
    Everyone,
}
