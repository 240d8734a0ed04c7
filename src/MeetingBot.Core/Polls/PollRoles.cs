using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Polls;

/// <summary>Who may do what with a poll. Checked at every turn.</summary>
public static class PollRoles
{
    /// <summary>
    /// Who opened it and the group's chairs; of a show of hands who chairs its meeting too. Anybody may start a
    /// meeting: that gives them no poll of others.
    /// </summary>
    public static bool MayRun(this Turn turn, Poll poll) =>
        turn.SeesAsChair(poll) || ChairOfHands(turn, poll)?.Key == turn.Actor.Key;

    /// <summary>Who sees what of a poll only its chair sees: who opened it and the group's chairs.</summary>
    public static bool SeesAsChair(this Turn turn, Poll poll) =>
        turn.Actor.Key == poll.Author.Key || turn.Group.IsChair(turn.Actor);

    /// <summary>Names of those who may.</summary>
    public static string Runners(this Turn turn, Poll poll)
    {
        IEnumerable<Person> others = ChairOfHands(turn, poll) is { } chair ? [chair] : [];
        return Phrases.Join(
            [.. turn.Group.Chairs.Prepend(poll.Author).Concat(others).Select(person => person.Name)
                .Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private static Person? ChairOfHands(Turn turn, Poll poll) =>
        turn.CurrentMeeting() is { Running: true } meeting && meeting.Number == poll.HandsOf ? meeting.Chair : null;
}
