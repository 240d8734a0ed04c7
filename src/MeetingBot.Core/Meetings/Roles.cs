using MeetingBot.Conversations;
using MeetingBot.Meetings.Chairing;

namespace MeetingBot.Meetings;

/// <summary>Who may do what. Checked at every turn; a button or a card proves nothing.</summary>
public static class Roles
{
    /// <summary>
    /// Who may run the agenda and end the meeting: its chair, the group's chairs, or anyone where that is settled or
    /// where nothing runs and nobody chairs.
    /// </summary>
    public static bool MayRun(this Turn turn, Meeting meeting) => turn.MayRun(meeting, turn.Actor);

    /// <inheritdoc cref="MayRun(Turn, Meeting)"/>
    /// <param name="person">Who is asked about, where that is not who acts now.</param>
    public static bool MayRun(this Turn turn, Meeting meeting, Person person) =>
        turn.Group.WhoRuns is RunPolicy.Everyone
        || turn.Group.IsChair(person)
        || meeting.Chair?.Key == person.Key
        || (!meeting.Running && turn.Group.Chairs.IsEmpty);

    /// <summary>
    /// Who may take the chair of the running meeting for themselves: anyone while nobody who chairs it is there; and
    /// whose chair was taken so.
    /// </summary>
    public static bool MayTakeChair(this Turn turn, Meeting meeting) =>
        meeting.Vacant || Succession.WasChair(meeting, turn.Actor);

    /// <summary>
    /// Who may change settings and forget: the group's chairs. While it has none, anyone where no meeting runs; one
    /// that runs then was started by the platform, and anybody may have taken its chair.
    /// </summary>
    public static bool IsChair(this Turn turn) => turn.Group.Chairs.IsEmpty
        ? !turn.CurrentMeeting().Running
        : turn.Group.IsChair(turn.Actor);

    /// <summary>Whether the person may use a command of this audience now.</summary>
    public static bool May(this Turn turn, Audience audience) => audience switch
    {
        Audience.Chairs => turn.IsChair(),
        Audience.Runners => turn.MayRun(turn.CurrentMeeting()),
        Audience.WhoMayChair => turn.MayRun(turn.CurrentMeeting()) || turn.MayTakeChair(turn.CurrentMeeting()),
        _ => true,
    };

    /// <summary>Whether the moment has come.</summary>
    public static bool Fits(this Meeting meeting, Moment moment) => moment switch
    {
        Moment.InMeeting => meeting.Running,
        Moment.BeforeMeeting => !meeting.Running,
        _ => true,
    };

    /// <summary>Names of those who may run the meeting.</summary>
    public static string Runners(this Turn turn, Meeting meeting)
    {
        var names = turn.Group.Chairs.Select(chair => chair.Name).Prepend(meeting.Chair?.Name ?? "")
            .Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count == 0 ? "nobody yet" : Phrases.Join(names);
    }
}
