using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Takes an option out of an open poll; answers to the others stay.</summary>
public sealed record DropOption(int? Number, int Place) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll drop", "[number] option <n>", "/poll drop 3 option 2", "takes an option out of a poll", Read)
    {
        Aliases = ["poll remove", "poll option drop"],
    };

    protected override Reads Beside(int poll, Turn turn) => Tables.Reads.OfKeys(PollRows.Door(poll));

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (OptionChanges.Hindrance(poll, turn) is { } hindrance) return hindrance;
        if (poll.At(Place) is not { } option) return PollRefusals.NoSuchOption(poll, PollCards.Number(Place));
        if (poll.Options.Length <= (poll.Kind is PollKind.Times ? 1 : 2)) return PollRefusals.LastOptions(poll);
        return OptionChanges.Done(
            state, poll with { Options = poll.Options.Remove(option) }, null,
            $"{poll.Name} has \"{option.Text}\" no more.", turn);
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var (number, rest) = PollNumber.Take(input.Text);
        return OptionChanges.Place(rest) is (var place, { Length: 0 })
            ? new DropOption(number, place)
            : ParsedCommand.Wrong(PollRefusals.WhichOption.Text);
    }
}
