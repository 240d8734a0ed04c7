using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Digests;

/// <summary>The end of asking: the person is told what their groups have answered, and what is left is for later.</summary>
internal static class Telling
{
    /// <summary>Most groups of one message; the others are for later.</summary>
    private const int Most = 60;

    private static readonly Duration Pause = Duration.FromHours(1);

    /// <param name="debts">All that are kept; those of groups that have answered with what they answered.</param>
    public static Decision Of(Mailbox mailbox, ImmutableArray<Debt> debts, Turn turn)
    {
        var zone = ZoneRules.Of(mailbox.Zone);
        var owed = debts.Where(debt => debt.Part is not null)
            .OrderBy(debt => debt.Part!.Group, StringComparer.OrdinalIgnoreCase).Take(Most).ToList();
        var left = debts.Length - owed.Count;
        if (owed.Count == 0)
            return Then(mailbox, left > 0 ? ReminderRule.Next(turn.Now + Pause, zone, mailbox.Told) : null, turn);
        // Something was down between question and answer, and their day is over: what they owe then is asked then.
        var next = ReminderRule.Next(turn.Now, zone, mailbox.Told);
        if (next > turn.Now)
        {
            var then = Then(mailbox, next, turn);
            return then with { Changes = [.. then.Changes, .. owed.Select(debt => (debt with { Part = null }).Put())] };
        }

        var told = Then(
            mailbox with { Told = turn.Now }, left > 0 ? ReminderRule.Next(turn.Now, zone, turn.Now) : null, turn);
        return told with
        {
            Changes = [.. told.Changes, .. owed.Select(debt => debt.Drop())],
            Messages = [DigestMessage.Of([.. owed.Select(debt => debt.Part!)], mailbox.Chat, mailbox.Person)],
        };
    }

    private static Decision Then(Mailbox mailbox, Instant? due, Turn turn) => new()
    {
        Changes = [(mailbox with { Due = due, Waiting = [] }).Put(turn)],
        Timers = due is { } at ? [mailbox.Next(at)] : [],
        CancelledTimers = due is null ? [Mailbox.Timer] : [],
    };
}
