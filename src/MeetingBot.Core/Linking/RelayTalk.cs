using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Linking;

/// <summary>
/// Tells in the group's other conversations what somebody says during a meeting, where that is settled.
/// </summary>
internal static class RelayTalk
{
    private const int MostRelayed = 2_000;

    /// <summary>
    /// What the others are told; nothing where it is not settled. What they are told comes back to none.
    /// </summary>
    public static ImmutableArray<Outgoing> Of(Turn turn)
    {
        if (turn is not { Group.Sides: { Relays: true } sides, Incoming: IncomingMessage talk }) return [];
        var said = $"{turn.Actor.Name}: {Phrases.Shorten(talk.Text, MostRelayed)}";
        return
        [
            .. sides.All.Where(side => side.Own != turn.Conversation.Own)
                .Select(side => new Outgoing(side, said) { Lone = true, IsTalk = true }),
        ];
    }
}
