using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Linking;

/// <summary>The conversation that asked to be joined to this group was forgotten: what it asked is, too.</summary>
/// <param name="Request">As <see cref="LinkRequest.Id"/>.</param>
internal sealed record DropRequest(string Request) : Command
{
    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(LinkRows.Request(Request));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (rows[LinkRows.Request(Request)] is not { } row
            || row.TryRead(LinkJson.Default.LinkRequest) is not { } request) return Decision.Nothing;
        return new Decision
        {
            Changes = [new RowChange.Delete(row.RowKey, row.ETag)],
            Messages =
            [
                new Outgoing(
                    turn.Conversation,
                    "A conversation on " + LinkWords.Platform(request.From)
                        + " that asked to be joined with this group asks no more: everything of it was deleted."),
            ],
        };
    }
}
