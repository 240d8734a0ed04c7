using System.Collections.Immutable;
using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Meetings.People;

/// <summary>
/// Asks the platforms who is in the group's conversations: a round or a poll is for all of them, and not for those alone
/// who have spoken to the bot.
/// </summary>
internal static class Rosters
{
    // Who comes and goes meanwhile the platform tells of by itself; a room does not.
    private static readonly Duration Kept = Duration.FromHours(12);

    // So long names may be waited for.
    private static readonly Duration Patience = Duration.FromMinutes(10);

    /// <summary>Whether it was not asked lately.</summary>
    public static bool IsDue(Turn turn) =>
        turn.Conversation.Kind is ConversationKind.Room
        || turn.Group.RosterAt is not { } asked || turn.Now - asked >= Kept || turn.Now < asked;

    /// <summary>The questions, one a conversation; none where there is nobody to ask.</summary>
    public static ImmutableArray<Outgoing> Ask(Turn turn) =>
    [
        .. (turn.Group.Sides?.All ?? [turn.Conversation with { Thread = null }])
            .Where(side => side.Kind is not ConversationKind.Personal)
            .Select(side => new Outgoing(side, "", Recipient: turn.Actor)
            {
                Errand = new Errand(
                    RosterDoor.Name, ImmutableSortedDictionary<string, string>.Empty, turn.Now + Patience,
                    turn.Group.Epoch),
            }),
    ];

    /// <summary>The group, which remembers that it was asked now.</summary>
    public static Group Asked(Turn turn) => turn.Group with { RosterAt = turn.Now };
}
