using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>A card of another group was answered here: nothing is read and nothing changed.</summary>
public sealed record ForeignCard : Command
{
    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows) =>
        new Refusal("This card belongs to another conversation; nothing was changed.");
}
