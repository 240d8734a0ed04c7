using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Presence;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>The current meeting, and who is known in the group.</summary>
public sealed record MemberState(Meeting Meeting, ImmutableArray<Person> Members) : ILoaded<MemberState>
{
    public static Reads Names(Turn turn) => Reads.Of(GroupRows.Members);

    public static Standing? StandsOn(Turn turn) => turn.WhileItRuns();

    public static MemberState From(Turn turn, RowSet rows) => new(
        turn.CurrentMeeting(),
        [.. rows.In(GroupRows.Members).Select(GroupRows.ReadMember).Where(person => GroupRows.IsMember(person, turn.Conversation))]);

    /// <summary>Who joined the call may have said nothing yet.</summary>
    public MemberState With(IEnumerable<Attendance> there) => this with
    {
        Members = [.. Members.Concat(there.Select(fact => fact.Person).OfType<Person>()).DistinctBy(one => one.Key)],
    };

    /// <summary>
    /// The one person a name means: mentioned in the message, or known in the group; null when none or several.
    /// </summary>
    public Person? Find(string name, Turn turn)
    {
        var typed = name.Trim().TrimStart('@');
        if (typed is "me" or "Me" or "I") return turn.Actor;
        var mentioned = turn.Incoming is IncomingMessage message ? message.Mentioned : [];
        var known = mentioned.Concat(Members).DistinctBy(person => person.Key).ToList();
        var exact = known.Where(person => Meetings.People.Names.Same(typed, person.Name)).ToList();
        var meant = exact.Count > 0 ? exact : known.Where(person => Meetings.People.Names.Means(typed, person.Name)).ToList();
        return meant.Count == 1 ? meant[0] : null;
    }
}
