using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Busy;

/// <summary>Removes one's own busy times: those that were given in this conversation.</summary>
public sealed record ForgetBusyTimes : Command
{
    public static CommandForm Form { get; } =
        CommandForm.Plain("busy forget", "removes your busy times", () => new ForgetBusyTimes()) with
        {
            Example = "/busy forget", Aliases = ["forget busy", "forget my busy times"],
        };

    public override Reads Reads(Turn turn) => Tables.Reads.OfKeys(BusyMembers.Key(turn.Actor.Key));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var personal = turn.Conversation.Kind is ConversationKind.Personal;
        if (rows[BusyMembers.Key(turn.Actor.Key)] is not { } row)
            return BusyAnswers.Alone(
                personal ? "I keep no busy times of yours; to give some: /busy"
                    : "I keep no busy times of yours here. Those that you gave me in our own chat are removed there: "
                        + "/busy forget",
                turn) with { Refused = true };
        return BusyAnswers.Alone("Your busy times are removed.", turn) with
        {
            Changes = [new RowChange.Delete(row.RowKey)],
        };
    }
}
