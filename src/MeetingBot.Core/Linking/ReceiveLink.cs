using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Linking;

/// <summary>Another conversation asks to be joined to this group: its chairs are asked.</summary>
internal sealed record ReceiveLink(string Code, LinkRequest Request) : Command
{
    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(LinkRows.Offer, LinkRows.Request(Request.Id));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        // Another was faster: a code serves once.
        if (rows[LinkRows.Offer] is not { } row
            || row.TryRead(LinkJson.Default.LinkOffer) is not { } offer
            || offer.Code != OpaqueId.Digest(Code)
            || offer.Until <= turn.Now)
            return Decision.Nothing;
        return new Decision
        {
            Changes =
            [
                new RowChange.Delete(row.RowKey, row.ETag),
                new RowChange.Upsert(LinkRows.Request(Request.Id), Rows.Write(Request, LinkJson.Default.LinkRequest)),
            ],
            Messages = [new Outgoing(turn.Conversation, Card(turn).Title, Card: Card(turn))],
        };
    }

    private Card Card(Turn turn)
    {
        var from = LinkWords.Named(Request.From, Request.Name, Request.Tenant);
        var home = turn.Group.Sides?.All[0] ?? turn.Conversation;
        var names = Request.ChairsOf(home).Select(chair => chair.Name).ToList();
        var chairs = names.Count == 0 ? "" : $"Who chairs there ({Phrases.Some(names, ", ", 200)}) chairs here too. ";
        return new Card(
            $"{Phrases.Shorten(Request.By.Name, 80)} asks to join {from} with this group",
            [
                new CardText(
                    "Both become one group: one agenda, one set of ballots, actions and minutes, seen and answered in "
                        + $"either. {chairs}Their people see all that this group has recorded."
                        + LinkWords.Warning(Request.From)),
                new CardText("A chair of this group says: /link yes, or /link no", TextTone.Subtle),
            ],
            [
                turn.Conversation.Button("Join them", AnswerLink.YesForm.Words, ("request", Request.Id))
                    with { Style = ButtonStyle.Primary },
                turn.Conversation.Button("No", AnswerLink.NoForm.Words, ("request", Request.Id)),
            ]);
    }
}
