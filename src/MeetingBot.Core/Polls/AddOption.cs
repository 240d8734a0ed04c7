using MeetingBot.Conversations;
using MeetingBot.Meetings.Busy;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Adds options to an open poll. Who has answered already is not asked again.</summary>
public sealed record AddOption(int? Number, string Text) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll add", "[number] <time or answer>", "/poll add 3 Thu 10 July 15:00", "adds an option to a poll", Read)
    {
        Aliases = ["poll option add"],
    };

    protected override Reads Beside(int poll, Turn turn) => BusyMembers.Reads;

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (OptionChanges.Hindrance(poll, turn) is { } hindrance) return hindrance;
        var (added, problem) = OptionChanges.Read(poll, Text, turn);
        if (problem is not null) return problem;
        if (poll.Options.FirstOrDefault(known => added.Any(option => OptionChanges.Same(option, known))) is { } there)
            return PollRefusals.AlreadyAnOption(there);
        if (poll.Options.Length + added.Length > Poll.MostOptions)
            return new Refusal($"A poll has up to {Poll.MostOptions} options.");
        if (poll.Kind is PollKind.Ranked && poll.Options.Length + added.Length > Poll.MostRanked)
            return PollRefusals.TooManyRanked(poll.Options.Length + added.Length);
        var changed = poll with
        {
            Options = OptionChanges.Sorted([.. poll.Options, .. added]), NextOption = poll.NextOption + added.Length,
        };
        var texts = Phrases.Join([.. added.Select(option => $"\"{option.Text}\"")]);
        return OptionChanges.Done(state, changed, null, $"{poll.Name} has {texts} too.", turn);
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var (number, text) = PollNumber.Take(input.Text, timeFollows: true);
        return text.Length == 0 ? ParsedCommand.Wrong("What is the option?") : new AddOption(number, text);
    }
}
