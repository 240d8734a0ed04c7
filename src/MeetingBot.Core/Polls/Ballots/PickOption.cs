using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls.Ballots;

/// <summary>
/// Decides a poll for one of its options, whatever the rule says: who may close it picks. Of an open poll it is its
/// close; of a time it makes the meeting.
/// </summary>
/// <param name="Option">Id of the option, from a button.</param>
/// <param name="Typed">Its place, as typed.</param>
public sealed record PickOption(int? Number, int? Option, int? Typed) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll pick", "<number> <option>", "/poll pick 3 option 2", "decides a poll for one of its options", Read)
    {
        Aliases = ["pick"],
    };

    protected override Reads Beside(int poll, Turn turn) => AllBallots(poll).And(PollOutcome.Reads(turn));

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!turn.MayRun(poll)) return PollRefusals.RunnersOnly(poll, turn);
        if (poll.Status is PollStatus.Cancelled) return PollRefusals.NotOpen(poll, turn);
        var option = Option is { } id ? poll[id] : poll.At(Typed ?? 0);
        if (option is null) return PollRefusals.NoSuchOption(poll, PollCards.Number(Typed ?? Option ?? 0));
        return PollOutcome.Pick(state, option, turn);
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.IsCard) return new PickOption(input.NumberField("poll"), input.NumberField("option"), null);
        var (number, rest) = PollNumber.Take(input.Text);
        var place = CommandInput.TypedNumber(rest.Replace("option", "", StringComparison.OrdinalIgnoreCase).Trim());
        return number is null
            ? ParsedCommand.Wrong("Which poll, and which option? I need both numbers.")
            : place is { } typed ? new PickOption(number, null, typed)
            : rest.Length == 0 ? new PickOption(null, null, number)
            : ParsedCommand.Wrong("Which option? I need its number.");
    }
}
