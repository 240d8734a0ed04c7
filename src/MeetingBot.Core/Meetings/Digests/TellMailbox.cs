using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Digests;

/// <summary>Answers a person's mailbox what they owe in the group, as it is now.</summary>
/// <param name="Question">Goes back with the answer.</param>
public sealed record TellMailbox(string Question) : Command
{
    public override Reads Reads(Turn turn) => OwedAnswers.Needs(turn.Actor.Key, turn);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var owed = OwedAnswers.Of(turn.Actor.Key, turn.Actor.Zone, turn, rows)?.Part;
        return MailErrands.Answer(Question, owed, turn) is { } answer
            ? new Decision { Messages = [answer] }
            : Decision.Nothing;
    }
}
