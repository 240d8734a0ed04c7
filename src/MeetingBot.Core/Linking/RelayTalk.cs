using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;

namespace MeetingBot.Linking;

/// <summary>Tells in the group's other conversations what somebody says during a meeting, where that is settled.</summary>
public sealed record RelayTalk(string Text) : Command
{
    private const int MostRelayed = 2_000;

    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Group.Sides is not { Relays: true, All.Length: > 1 } sides || !turn.CurrentMeeting().Running)
            return Decision.Nothing;
        var said = $"{turn.Actor.Name}: {Phrases.Shorten(Text, MostRelayed)}";
        return new Decision
        {
            Messages =
            [
                .. sides.All.Where(side => side.Own != turn.Conversation.Own)
                    .Select(side => new Outgoing(side, said) { Lone = true }),
            ],
        };
    }
}
