using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;

namespace MeetingBot.Linking;

/// <summary>A chair says whether the conversation that has asked is joined to this group.</summary>
/// <param name="Request">Which one; null where only one can be meant.</param>
public sealed record AnswerLink(bool Yes, string? Request) : Command
{
    public static CommandForm YesForm { get; } = Form("link yes", "joins the conversation that has asked", yes: true);

    public static CommandForm NoForm { get; } = Form("link no", "does not join it", yes: false);

    public override Reads Reads(Turn turn) => Tables.Reads.Of(LinkRows.Requests);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (!turn.IsChair()) return MeetingRefusals.ChairsOnly(turn);
        var asked = rows.In(LinkRows.Requests)
            .Select(row => (Row: row, Request: row.TryRead(LinkJson.Default.LinkRequest)))
            .Where(one => one.Request is not null && one.Request.Until > turn.Now
                && (Request is null || one.Request.Id == Request))
            .ToList();
        return asked switch
        {
            [] => new Refusal("No conversation is asking to be joined. To offer it: /link"),
            [{ Request: { } request } one] => Yes ? Join(one.Row, request, turn) : Decline(one.Row, request, turn),
            _ => new Refusal("Several conversations ask: press the button of the one that you mean."),
        };
    }

    private static Decision Join(Row row, LinkRequest request, Turn turn)
    {
        var before = turn.AllSides;
        if (before.Length >= GroupSides.Most) return LinkWords.Full;
        var side = request.From with { Joined = turn.Conversation.Group };
        var sides = (turn.Group.Sides ?? new GroupSides([])) with
        {
            All = [.. before.Where(known => known.Own != side.Own), side],
        };
        var told = $"{LinkWords.Named(side, request.Name, request.Tenant)} and this conversation are one group now, "
            + $"joined by {Phrases.Shorten(request.By.Name, 80)} and {turn.Actor.Name}: one agenda, one set of "
            + "ballots, actions and minutes. Who is in both can be one member: /me link";
        // Another side's is not told here.
        var tenant = before[0].Own == turn.Conversation.Own ? turn.Incoming.TenantName : null;
        // Where nobody chairs yet, who says yes does.
        var ours = turn.Group.Chairs.IsEmpty ? [turn.Actor] : turn.Group.Chairs;
        var group = turn.Group with
        {
            Sides = sides,
            Chairs = [.. ours.Concat(request.ChairsOf(before[0])).DistinctBy(chair => chair.Key).Take(MostChairs)],
            // Of the new side nobody has told who is there.
            RosterAt = null,
        };
        return new Decision
        {
            Changes = [turn.Change(group), new RowChange.Delete(row.RowKey, row.ETag)],
            Joins = [new JoiningSide(side, request.Epoch)],
            Tell = turn.AnsweredInPlace ? "Joined." : null,
            Messages =
            [
                turn.Say(char.ToUpperInvariant(told[0]) + told[1..]),
                LinkErrand.Settling(request, before[0], turn),
                new Outgoing(
                    request.From,
                    $"This conversation is one group with {LinkWords.Named(before[0], turn.Group.Name, tenant)} now. "
                        + "/agenda, /polls and /actions show what is theirs and yours; /unlink leaves it."),
            ],
        };
    }

    private static Decision Decline(Row row, LinkRequest request, Turn turn) => new()
    {
        Changes = [new RowChange.Delete(row.RowKey, row.ETag)],
        Tell = $"{LinkWords.Named(request.From, request.Name, request.Tenant)} is not joined.",
        Messages =
        [
            new Outgoing(request.From, $"{turn.Actor.Name} of the other group has said no: nothing is joined."),
        ],
    };

    private const int MostChairs = 20;

    private static CommandForm Form(string words, string purpose, bool yes) => new(
        words, "", "/" + words, purpose,
        input => input.Text.Length > 0
            ? ParsedCommand.Wrong($"\"{words}\" stands alone.")
            : new AnswerLink(yes, input.Field("request")))
    {
        Audience = Audience.Chairs,
    };
}
