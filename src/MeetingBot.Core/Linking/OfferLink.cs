using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Linking;

/// <summary>
/// Offers to make one group of this conversation and another one. Who chairs the other asks with the code; a chair of
/// this group then says yes.
/// </summary>
public sealed record OfferLink : Command
{
    private static readonly Duration Good = Duration.FromHours(1);

    public static CommandForm Form { get; } = new(
        "link", "[code]", "/link", "makes one group of this conversation and one of another platform", Read)
    {
        Aliases = ["link with"],
        Audience = Audience.Chairs,
    };

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(LinkRows.Offer);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Conversation.Kind is ConversationKind.Personal) return LinkWords.NotHere;
        if (!turn.IsChair()) return MeetingRefusals.ChairsOnly(turn);
        if (turn.Group.Sides is { All.Length: >= GroupSides.Most }) return LinkWords.Full;
        var home = turn.Group.Sides?.All[0] ?? turn.Conversation with { Thread = null };
        var code = turn.NewToken();
        var offer = new LinkOffer(OpaqueId.Digest(code), home, turn.Now + Good);
        return new Decision
        {
            Changes = [new RowChange.Upsert(LinkRows.Offer, Rows.Write(offer, LinkJson.Default.LinkOffer))],
            Links = [new PageLink(code, LinkErrand.Kind, home.Group, offer.Until, turn.Group.Epoch)],
            Tell = (turn.Group.Sides is { All.Length: > 1 } sides
                    ? $"This group is on {LinkWords.Others(sides, turn.Conversation)} too. To leave it: /unlink. "
                    : "")
                + $"To join another conversation, one of its chairs types there within the hour: /link {code}\n"
                + "I ask here then, and a chair of this group says yes.",
        };
    }

    private static ParsedCommand Read(CommandInput input) => input.Text.Trim() switch
    {
        "" => new OfferLink(),
        var code when code.Length is >= 16 and <= 64 && !code.Any(char.IsWhiteSpace) => new AskLink(code),
        _ => ParsedCommand.Wrong("A code is what /link answers in the other conversation, one word."),
    };
}
