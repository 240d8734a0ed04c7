using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Chairing;

/// <summary>How the chair of a meeting goes from one to another, and who may have it back.</summary>
internal static class Succession
{
    /// <summary>Whether the person's chair was taken while they were away.</summary>
    public static bool WasChair(Meeting meeting, Person person) => Place(meeting, person) >= 0;

    /// <summary>The meeting with its new chair.</summary>
    public static Meeting To(Person chair, Meeting meeting, Turn turn) =>
        meeting with { Chair = chair, EarlierChairs = Earlier(chair, meeting, turn) };

    /// <summary>What is said behind the new chair's name.</summary>
    public static string Told(Person chair, Meeting meeting) =>
        meeting is { Vacant: true, Chair: { } absent } && absent.Key != chair.Key && !WasChair(meeting, chair)
            ? $", as {absent.Name} has left the call. To take the chair back, {absent.Name} or a chair of the group "
                + "says: /meeting chair me"
            : ".";

    // Who has it back owes it to nobody who had it since; what a chair of the group settles is settled.
    private static ImmutableArray<Person> Earlier(Person chair, Meeting meeting, Turn turn)
    {
        var earlier = Known(meeting);
        var place = Place(meeting, chair);
        if (place >= 0) return earlier[..place];
        if (meeting is { Vacant: true, Chair: { } absent } && chair.Key == turn.Actor.Key && absent.Key != chair.Key)
            return earlier.Add(absent);
        return turn.Group.IsChair(turn.Actor) ? [] : earlier;
    }

    private static int Place(Meeting meeting, Person person)
    {
        var earlier = Known(meeting);
        for (var at = 0; at < earlier.Length; at++) if (earlier[at].Key == person.Key) return at;
        return -1;
    }

    private static ImmutableArray<Person> Known(Meeting meeting) =>
        meeting.EarlierChairs.IsDefault ? [] : meeting.EarlierChairs;
}
