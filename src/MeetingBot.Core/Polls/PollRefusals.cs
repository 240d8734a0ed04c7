using MeetingBot.Conversations;

namespace MeetingBot.Polls;

/// <summary>The "no"s of polls.</summary>
public static class PollRefusals
{
    public static Refusal NoSuchPoll(int number) => new($"There is no poll {number}. To see them: /polls");

    public static Refusal WhichPoll(OpenPolls open) => new(open.Polls.IsEmpty
        ? "No poll is open. Open one: /poll Focus on tokens first? | everything | tokens | decide later"
        : $"Which poll? Open are {Phrases.Join([.. open.Polls.Select(Brief)])}. Name its number.");

    public static Refusal NotOpen(Poll poll, Turn turn) => new(poll.Status switch
    {
        PollStatus.Cancelled => $"{poll.Name} was called off.",
        PollStatus.Open => $"{poll.Name} was open until {PollTimes.Deadline(poll.ClosesAt!.Value, poll, turn)}; its "
            + "result is on the way.",
        _ => $"{poll.Name} is closed since {PollTimes.Moment(poll.Result!.At, poll, turn)}.",
    });

    public static Refusal StillOpen(Poll poll) => new($"{poll.Name} is open.");

    public static Refusal RunnersOnly(Poll poll, Turn turn) =>
        new($"That is for who opened {poll.Name}, or chairs: {turn.Runners(poll)}.");

    public static Refusal TooManyOpen { get; } = new(
        $"{Polls.OpenPolls.Most} polls are open; close one first: /polls");

    public static Refusal TooManyRanked(int options) =>
        new($"Up to {Poll.MostRanked} options are put into an order, not {options}.");

    public static Refusal TooManyHands { get; } = new(
        $"{OpenHands.Most} shows of hands are open; close one first: /polls");

    public static Refusal EmptyBallot(Poll poll, Person voter) => new(
        "There is no answer on it, so nothing was recorded. Answer at least one option"
            + (voter.IsGuest ? "." : $"; to take an answer back: /poll withdraw {poll.Number}"));

    public static Refusal Gone(Poll poll) => new(
        $"You asked to be forgotten. An answer that you gave to {poll.Name} counts on without your name and is no more "
            + "yours to change.");

    public static Refusal NothingToWithdraw(Poll poll) => new($"You have no answer in {poll.Name} to take back.");

    public static Refusal NoSuchOption(Poll poll, string typed) => new(
        $"\"{Phrases.Shorten(typed, 40)}\" is none of its options: {Options(poll)}.");

    public static Refusal NotInPublic(Poll poll) => new(
        $"{poll.Name} does not show who answers what, and what is typed here all can read. Answer on its card, or "
            + $"take your answer back there; /poll {poll.Number} shows it again.");

    public static Refusal NoOneTime(string typed, string why) => new(
        $"\"{Phrases.Shorten(typed, 60)}\" is no time to meet at. {why} For example: /poll Fri 11 July 16:00, Tue 22 "
            + "July 15:00 for 1h");

    public static Refusal LastOptions(Poll poll) => new(
        $"{poll.Name} would be left without a choice. To call it off: /poll cancel {poll.Number}");

    public static Refusal AlreadyAnOption(PollOption option) => new($"\"{option.Text}\" is an option already.");

    public static Refusal WhichOption { get; } = new("Which option? Its number, such as: /poll drop 3 option 2");

    public static Refusal TooManyVoters { get; } = new($"Up to {Poll.MostVoters} voters can be named.");

    public static Refusal Counted(Poll poll) => new(
        $"{poll.Name} is not open any more: what was answered is counted. To end a link: /poll guests {poll.Number} "
            + "revoke Anna Berg");

    public static Refusal WouldTell(Poll poll) => new(
        $"{poll.Name} shows nobody who answers what; the counts without one ballot would tell what was on it. To end a "
            + $"link and leave what was answered: /poll guests {poll.Number} revoke Anna Berg");

    private static string Brief(OpenQuestion poll) => $"{poll.Number} ({Phrases.Shorten(poll.Question, 40)})";

    private static string Options(Poll poll) => Phrases.Some(
        [.. poll.Options.Select(option => $"{poll.PlaceOf(option)} {option.Text}")], ", ", 300);
}
