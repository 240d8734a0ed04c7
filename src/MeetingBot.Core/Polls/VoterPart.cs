using MeetingBot.Conversations;

namespace MeetingBot.Polls;

/// <summary>So many voters as one turn looks after.</summary>
/// <param name="Next">Key of the last of them, where there are more behind; null where there are none.</param>
internal sealed record VoterPart(IReadOnlyList<Person> Voters, string? Next)
{
    private const int Most = 40;

    /// <summary>Those behind the given one, in the order of their keys.</summary>
    /// <param name="after">Key of the last who was looked after; empty at first.</param>
    public static VoterPart Of(IEnumerable<Person> voters, string after)
    {
        var left = voters.Where(voter => string.CompareOrdinal(voter.Key.Value, after) > 0)
            .OrderBy(voter => voter.Key.Value, StringComparer.Ordinal).ToList();
        var part = left.Take(Most).ToList();
        return new VoterPart(part, left.Count > part.Count ? part[^1].Key.Value : null);
    }
}
