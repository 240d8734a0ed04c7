using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.People;

/// <summary>
/// Asks the platforms who is in the group's conversations: a round or a poll is for all of them, and not for those
/// alone who have spoken to the bot.
/// </summary>
internal static class Rosters
{
    // Who comes and goes meanwhile the platform tells of by itself; a room does not.
    private static readonly Duration Kept = Duration.FromHours(12);

    // So long names may be waited for.
    private static readonly Duration Patience = Duration.FromMinutes(10);

    /// <summary>The questions, one a conversation; none where there is nobody to ask.</summary>
    public static ImmutableArray<Outgoing> Ask(Turn turn) =>
    [
        .. turn.AllSides.Where(side => side.Kind is not ConversationKind.Personal).Select(side => new Outgoing(side, "")
        {
            Errand = new Errand(
                RosterDoor.Name, ImmutableSortedDictionary<string, string>.Empty, turn.Now + Patience,
                turn.Group.Epoch),
        }),
    ];

    /// <summary>
    /// The questions, and the group that remembers when they were asked; nothing where that was lately.
    /// </summary>
    /// <param name="forAll">Whether it matters who is there.</param>
    public static (ImmutableArray<RowChange> Changes, ImmutableArray<Outgoing> Messages) AskIfDue(
        bool forAll, Turn turn) =>
        forAll && IsDue(turn) ? ([turn.Change(turn.Group with { RosterAt = turn.Now })], Ask(turn)) : ([], []);

    private static bool IsDue(Turn turn) =>
        turn.Conversation.Kind is ConversationKind.Room
        || turn.Group.RosterAt is not { } asked || turn.Now - asked >= Kept || turn.Now < asked;
}
