using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Polls;

/// <summary>Who may do what with a poll. Checked at every turn.</summary>
public static class PollRoles
{
    /// <summary>Who opened it, the group's chairs, and who chairs the running meeting.</summary>
    public static bool MayRun(this Turn turn, Poll poll) =>
        turn.Actor.Key == poll.Author.Key
        || turn.Group.IsChair(turn.Actor)
        || (turn.CurrentMeeting() is { Running: true, Chair: { } chair } && chair.Key == turn.Actor.Key);

    /// <summary>Names of those who may.</summary>
    public static string Runners(this Turn turn, Poll poll) => Phrases.Join(
        [.. turn.Group.Chairs.Select(chair => chair.Name).Prepend(poll.Author.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)]);
}
