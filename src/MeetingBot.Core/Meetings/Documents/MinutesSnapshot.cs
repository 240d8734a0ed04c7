using System.Collections.Immutable;

namespace MeetingBot.Meetings.Documents;

/// <summary>
/// What the minutes of an ended meeting take from rows that live on: it is kept as it was at the end.
/// </summary>
/// <param name="Zone">IANA zone of the group at the end.</param>
/// <param name="Present">As the minutes wrote them; default when the lists were too long to keep.</param>
/// <param name="Done">Numbers of its actions that were done by the end; default when they were too many to
/// keep.</param>
public sealed record MinutesSnapshot(
    string Zone,
    string? GroupName = null,
    ImmutableArray<string> Present = default,
    ImmutableArray<string> Regrets = default,
    ImmutableArray<int> Done = default)
{
    // Of any script, far less than a row holds: there is room for the rest of the meeting's row.
    private const int MostCharacters = 12_000;
    private const int MostDone = 1_000;

    public static MinutesSnapshot Of(MinutesDocument minutes)
    {
        var done = minutes.Actions.Where(action => action.Done).Select(action => action.Number).ToImmutableArray();
        var fits = minutes.Present.Concat(minutes.Regrets).Sum(name => name.Length + 3) <= MostCharacters;
        return new MinutesSnapshot(
            minutes.Zone, minutes.GroupName,
            fits ? minutes.Present : default,
            fits ? minutes.Regrets : default,
            done.Length <= MostDone ? done : default);
    }
}
