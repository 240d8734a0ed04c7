using System.Globalization;
using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Risks;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>
/// Shows a risk with how its scores fell when its agenda item is taken up, and invites those who stand farthest from the
/// others, each alone, to speak first. Fired by a timer.
/// </summary>
public sealed record ShowTakenUp(int Assessment, string Risk, int Round) : Command
{
    /// <summary>The command of a taken up subject; null for another feature's.</summary>
    public static Command? Read(string timer) =>
        TakenUp.SubjectOf(timer)?.Split(' ') is ["risk", var number, var risk, var scored]
        && int.TryParse(number, CultureInfo.InvariantCulture, out var assessment)
        && int.TryParse(scored, CultureInfo.InvariantCulture, out var round)
            ? new ShowTakenUp(assessment, risk, round)
            : null;

    public override Reads Reads(Turn turn) => RiskDiscussion.Reads(Assessment, Risk, Round);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (RiskDiscussion.Of(Assessment, Risk, rows) is not { } discussion) return Decision.Nothing;
        var first = discussion.Outliers.Count == 0
            ? ""
            : " Those who scored lowest and highest speak first; I have asked each alone.";
        return new Decision
        {
            Messages =
            [
                new Outgoing(turn.Conversation, discussion.Title, Card: discussion.Card(turn)),
                turn.Say($"{discussion.Id}: how the scores fell is above.{first} When you have talked: score it again with "
                    + $"/risk open {discussion.Id} until …, or settle it: /risk agree {discussion.Id}"),
                .. discussion.Outliers.Select(outlier => turn.Say(discussion.Invitation(outlier)) with { Recipient = outlier.Member }),
            ],
        };
    }
}
