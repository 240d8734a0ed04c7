using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Calls a poll off, after a confirmation: it has no result.</summary>
public sealed record CancelPoll(int? Number, bool Sure) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll cancel", "[number]", "/poll cancel 3", "calls a poll off", Read)
    {
        Aliases = ["cancel poll", "poll call off", "poll delete", "delete poll"],
    };

    protected override Reads Beside(int poll, Turn turn) => Tables.Reads.OfKeys(PollRows.Door(poll));

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        if (!poll.Open) return PollRefusals.NotOpen(poll, turn);
        if (!Sure) return Question(poll, turn);
        var off = poll with { Status = PollStatus.Cancelled };
        var tell = $"{poll.Name} is called off by {turn.Actor.Name}.";
        return new Decision
        {
            Changes = state.Change(off, turn),
            CancelledTimers = PollTimers.Of(poll),
            Tell = turn.AnsweredInPlace ? tell : null,
            ShowCard = turn.AnsweredInPlace ? PollCards.Own(off, null, null, turn) : null,
            Messages = [turn.Say(tell), PollCards.Changed(off, turn)],
        };
    }

    private static Decision Question(Poll poll, Turn turn)
    {
        var text = $"{poll.Name} would have no result. To go on: /poll cancel {poll.Number} really";
        var yes = turn.Conversation.Button(
            "Call it off", Form.Words, ("poll", PollCards.Number(poll.Number)), ("sure", "yes"))
            with { Style = ButtonStyle.Danger };
        return new Decision
        {
            Tell = text,
            ShowCard = new Card(
                "Call the poll off?", [new CardText(text, TextTone.Warning)],
                [yes, PollButtons.Show(poll, "Leave it open", turn)]),
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.IsCard) return new CancelPoll(input.NumberField("poll"), input.Field("sure") == "yes");
        var (number, rest) = PollNumber.Take(input.Text);
        return rest.ToLowerInvariant() switch
        {
            "" => new CancelPoll(number, false),
            "really" or "yes" => new CancelPoll(number, true),
            _ => ParsedCommand.Wrong("Which poll? I need its number, or nothing for the only open one."),
        };
    }
}
