using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Linking;

/// <summary>
/// Asks the group that has offered the code to take this conversation in. A chair of this one asks; what it has
/// recorded by itself stays its own.
/// </summary>
public sealed record AskLink(string Code) : Command
{
    private static readonly Duration Good = Duration.FromDays(7);

    private const int MostAsked = 20;

    public override Reads Reads(Turn turn) => Tables.Reads.Of(LinkRows.Asking);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Conversation.Kind is ConversationKind.Personal) return LinkWords.NotHere;
        if (!turn.IsChair()) return MeetingRefusals.ChairsOnly(turn);
        if (turn.Group.Sides is { All.Length: > 1 } sides)
            return new Refusal(
                $"This group is on {LinkWords.Others(sides, turn.Conversation)} already. First leave that: /unlink");
        if (turn.CurrentMeeting().Running)
            return new Refusal("A meeting is running here, which would stay behind. First close it: /meeting end");
        var over = rows.In(LinkRows.Asking)
            .Where(row => row.TryRead(LinkJson.Default.LinkAsking) is not { } asking || asking.Until <= turn.Now)
            .ToList();
        if (rows.In(LinkRows.Asking).Count() - over.Count >= MostAsked)
            return new Refusal($"This conversation has asked {MostAsked} groups in a week; wait for their answers.");
        var chairs = turn.Group.Chairs.IsEmpty ? [turn.Actor] : turn.Group.Chairs;
        var request = new LinkRequest(
            turn.Conversation with { Thread = null, Joined = null }, turn.Group.Name ?? "", turn.Actor, chairs,
            turn.Now + Good, turn.Incoming.TenantName, turn.Group.Epoch);
        return new Decision
        {
            Changes = [.. over.Select(row => new RowChange.Delete(row.RowKey))],
            Tell = "Asked: when a chair of the other group says yes, this conversation is one with it. Agendas, "
                + "minutes and polls of before stay here, and are back when it leaves (/unlink).",
            Messages =
            [
                turn.Say("Asked of the other group.") with
                {
                    Recipient = turn.Actor, Errand = LinkErrand.Of(Code, request, turn),
                },
            ],
        };
    }
}
