using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Digests;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>
/// The timers of polls: rows like all timers, so that one that came due while nothing ran fires once.
/// </summary>
public static class PollTimers
{
    private const string Closing = "poll close ";
    private const string Settling = "poll settle ";
    private const string Reminding = "poll remind ";
    private const string Asking = "poll ask again ";

    /// <summary>The command that a timer means; null for another feature's.</summary>
    public static Command? Read(string name)
    {
        if (Number(name, Closing) is { } closing) return new ClosePoll(closing, PollCloser.Deadline);
        if (Number(name, Settling) is { } settling) return new ClosePoll(settling, PollCloser.Ballots);
        if (Part(name, Asking) is var (changed, asked)) return new AskAgain(changed, asked);
        return Part(name, Reminding) is var (number, after) ? new RemindVoters(number, after) : null;
    }

    /// <summary>The timers of an open poll: its end, and when those who have not answered are reminded.</summary>
    public static ImmutableArray<TimerEntry> For(Poll poll, Turn turn)
    {
        if (poll.ClosesAt is not { } end) return [];
        var timers = ImmutableArray.Create(new TimerEntry(CloseName(poll.Number), end, turn.Conversation));
        return ReminderRule.At(turn.Now, end) is { } remind
            ? timers.Add(new TimerEntry(RemindName(poll.Number, ""), remind, turn.Conversation))
            : timers;
    }

    /// <summary>The same of a poll that opens, whose times are looked after besides.</summary>
    public static ImmutableArray<TimerEntry> Opening(Poll poll, Turn turn) =>
        poll.Kind is PollKind.Times || poll.ClosesOn is not null
        ? For(poll, turn).Add(FollowZoneRules.Now(turn))
        : For(poll, turn);

    /// <summary>Looks at once whether the ballots end the poll.</summary>
    public static TimerEntry Settle(Poll poll, Turn turn) =>
        new(Settling + Text(poll.Number), turn.Now, turn.Conversation);

    /// <summary>Reminds those who have not answered, from the given one on.</summary>
    public static TimerEntry Remind(int poll, string after, Instant due, Turn turn) =>
        new(RemindName(poll, after), due, turn.Conversation);

    /// <summary>Asks those again who have answered an option before it changed, from the given one on.</summary>
    public static TimerEntry AskAgain(int poll, string after, Turn turn) =>
        new(Asking + Text(poll) + (after.Length > 0 ? " " + after : ""), turn.Now, turn.Conversation);

    /// <summary>Names of the timers of a poll that is no more open.</summary>
    public static ImmutableArray<string> Of(Poll poll) =>
        [CloseName(poll.Number), Settling + Text(poll.Number), RemindName(poll.Number, "")];

    private static string CloseName(int number) => Closing + Text(number);

    private static string RemindName(int number, string after) =>
        Reminding + Text(number) + (after.Length > 0 ? " " + after : "");

    private static (int Poll, string After)? Part(string name, string prefix)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var parts = name[prefix.Length..].Split(' ', 2);
        return Parse(parts[0]) is { } number ? (number, parts.Length > 1 ? parts[1] : "") : null;
    }

    private static int? Number(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) ? Parse(name[prefix.Length..]) : null;

    private static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
