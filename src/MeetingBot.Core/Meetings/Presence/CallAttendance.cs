using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Chairing;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Presence;

/// <summary>
/// People joined or left the platform's call of the running meeting. Its organiser chairs when nobody does, and the
/// group with it; of who chairs it is kept that they are away.
/// </summary>
public sealed record CallAttendance(ImmutableArray<SignalPerson> People, bool Joined) : Command<MeetingState>
{
    public override Decision Decide(MeetingState state, Turn turn)
    {
        if (!state.Meeting.Running) return Decision.Nothing;
        var number = state.Meeting.Number;
        var facts = People.Select(member => member.Person).DistinctBy(person => person.Key).SelectMany(person => Joined
            ? [.. Named(person, turn) ? [Attendance.Present(number, person)] : None, Attendance.Back(number, person)]
            : Named(person, turn) ? [Attendance.Gone(number, person, turn.Now)] : None);
        var organizer = Joined ? People.FirstOrDefault(member => member.Organizer)?.Person : null;
        var chairs = organizer is not null && state.Meeting.Chair is null;
        var first = organizer is not null && turn.Group.Chairs.IsEmpty ? FirstChair.Told(organizer) : null;
        return new Decision
        {
            Changes = [.. facts, .. Chaired(organizer, state.Meeting, turn)],
            Messages =
                chairs ? [turn.Say($"{organizer!.Name} organises the call and chairs. To hand over: /meeting chair "
                    + "@name" + (first is null ? "" : "\n" + first))]
                : first is not null ? [turn.Say(first)] : [],
        };
    }

    private static ImmutableArray<RowChange> None => [];

    private static bool Named(Person person, Turn turn) => GroupRows.IsMember(person, turn.Conversation);

    // A group without chairs would be anybody's after the call.
    private IEnumerable<RowChange> Chaired(Person? organizer, Meeting meeting, Turn turn)
    {
        var told = meeting with { Chair = meeting.Chair ?? organizer };
        if (People.Any(member => member.Person.Key == told.Chair?.Key)) told = told with { ChairLeft = !Joined };
        if (told.Chair != meeting.Chair || told.ChairLeft != meeting.ChairLeft) yield return turn.Change(told);
        if (organizer is not null && turn.Group.Chairs.IsEmpty)
            yield return turn.Change(turn.Group with { Chairs = [organizer] });
    }
}
