using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>People joined or left the platform's call of the running meeting. Its organiser chairs when nobody does.</summary>
public sealed record CallAttendance(ImmutableArray<SignalPerson> People, bool Joined) : Command<MeetingState>
{
    private const int MostPeople = 80;

    public override Decision Decide(MeetingState state, Turn turn)
    {
        if (!state.Meeting.Running) return Decision.Nothing;
        var number = state.Meeting.Number;
        var people = People.Take(MostPeople).ToList();
        var facts = people.Select(member => Joined
            ? Attendance.Present(number, member.Person)
            : new Attendance(member.Person.Name, AttendanceKind.Left, member.Person, turn.Now).ToRow(number)).ToList();
        var organizer = Joined && state.Meeting.Chair is null ? people.FirstOrDefault(member => member.Organizer)?.Person : null;
        return new Decision
        {
            Changes = [.. facts.DistinctBy(row => row.RowKey), .. organizer is null ? [] : new[] { turn.Change(state.Meeting with { Chair = organizer }) }],
            Messages = organizer is null ? [] : [turn.Say($"{organizer.Name} organises the call and chairs. To hand over: /meeting chair @name")],
        };
    }
}
