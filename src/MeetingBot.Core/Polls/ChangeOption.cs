using MeetingBot.Conversations;
using MeetingBot.Meetings.Busy;
using MeetingBot.Polls.Slots;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Polls;

/// <summary>Changes an option of an open poll, such as its time. Only who has answered it is asked again.</summary>
/// <param name="Place">Where it stands, as typed.</param>
/// <param name="Text">What it is from now on.</param>
/// <param name="Literal">Id of an option whose time was meant by the letter, from a button.</param>
public sealed record ChangeOption(int? Number, int Place, string Text, int? Literal = null) : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll change", "[number] option <n> to <time or answer>", "/poll change 3 option 2 to Thu 10 July 15:00",
        "changes an option of a poll", Read)
    {
        Aliases = ["poll edit", "poll option change"],
    };

    protected override Reads Beside(int poll, Turn turn) => AllBallots(poll).And(BusyMembers.Reads);

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (OptionChanges.Hindrance(poll, turn) is { } hindrance) return hindrance;
        if ((Literal is { } id ? poll[id] : poll.At(Place)) is not { } was)
            return PollRefusals.NoSuchOption(poll, PollCards.Number(Literal ?? Place));
        if (Literal is not null)
            return was.Slot is { Literal: not null } slot
                ? Change(state, was, ByTheLetter(was, slot, poll.Zone, turn), turn)
                : new Refusal($"\"{was.Text}\" is what was meant already.");

        var (options, problem) = OptionChanges.Read(poll, Text, turn);
        if (problem is not null) return problem;
        return options is [var option]
            ? Change(state, was, option, turn)
            : new Refusal("An option is changed into one, not into several. To add more: /poll add 3 Thu 10 July "
                + "15:00");
    }

    private static Decision Change(PollState state, PollOption was, PollOption to, Turn turn)
    {
        var poll = state.Poll;
        if (poll.Options.FirstOrDefault(other => OptionChanges.Same(other, to)) is { } there)
            return PollRefusals.AlreadyAnOption(there);
        var option = to with { Id = was.Id, Version = was.Version + 1 };
        var changed = poll with { Options = OptionChanges.Sorted(poll.Options.Replace(was, option)) };
        return OptionChanges.Done(
            state, changed, was, $"{poll.Name}: \"{was.Text}\" is now \"{option.Text}\".", turn);
    }

    private static PollOption ByTheLetter(PollOption was, Slot slot, string zone, Turn turn)
    {
        var start = slot.Literal!.Value;
        var meant = slot with
        {
            Start = start, Wall = start.InZone(ZoneRules.Of(slot.Zone)).LocalDateTime, Literal = null, Warning = null,
        };
        return was with { Slot = meant, Text = SlotWords.In(meant, zone, turn.Now) };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.IsCard) return new ChangeOption(input.NumberField("poll"), 0, "", input.NumberField("option") ?? 0);
        var (number, rest) = PollNumber.Take(input.Text);
        return OptionChanges.Place(rest) is (var place, { Length: > 0 } text)
            ? new ChangeOption(number, place, text)
            : ParsedCommand.Wrong("Which option becomes what? Its number, and what it is from now on.");
    }
}
