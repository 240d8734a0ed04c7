using MeetingBot.Conversations;
using MeetingBot.Polls;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Digests;

/// <summary>What one person has not answered in one group, of all features together.</summary>
internal static class OwedAnswers
{
    public static Reads Needs(PersonKey who, Turn turn) => Reads.OfKeys(GroupRows.MemberKey(who))
        .And(OwedBallots.Needs(who, turn)).And(OwedScores.Needs(who, turn));

    /// <summary>
    /// The person as the group knows them and what they owe; null where that is nothing, or they are not of the group.
    /// </summary>
    /// <param name="zone">IANA zone of their client as another group has learnt it; null where none has.</param>
    public static (Person Person, OwedPart Part)? Of(PersonKey who, string? zone, Turn turn, RowSet rows)
    {
        var polls = OwedBallots.Of(who, turn, rows);
        var rounds = OwedScores.Of(who, turn, rows);
        if (polls.Count + rounds.Count == 0) return null;
        var known = rows[GroupRows.MemberKey(who)] is { } row
            ? GroupRows.ReadMember(row)
            : OwedBallots.Named(polls, who) ?? rounds.Select(round => round.AskedMember(who)).FirstOrDefault();
        if (known is null) return null;
        var person = known with { Zone = known.Zone ?? zone };
        return (person, new OwedPart(
            turn.Group.Name,
            [.. polls.Select(poll => OwedBallots.Line(poll, person, turn, rows))],
            [.. rounds.Select(round => OwedScores.Line(round, person, turn))],
            [.. rounds.Select(OwedScores.Button)]));
    }
}
