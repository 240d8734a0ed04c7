using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Digests;

/// <summary>
/// The person of a mailbox may be told: first their groups are asked what they owe by now; when all have answered, or
/// some minutes later with what is known, they are told. Fired by the mailbox's timer.
/// </summary>
public sealed record GatherAnswers : Command
{
    /// <summary>So long groups have to say that somebody owes something, and then to answer what.</summary>
    public static readonly Duration Gathering = Duration.FromMinutes(2);

    /// <summary>So much later than it was due something was down, and the groups' own timers are late too.</summary>
    private static readonly Duration Late = Duration.FromMinutes(10);

    /// <summary>Most groups of one message; a turn writes two rows for each.</summary>
    private const int MostAtOnce = 30;

    public override Reads Reads(Turn turn) => Tables.Reads.Of(Debt.All);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (Mailbox.Read(turn) is not { } mailbox) return Decision.Nothing;
        ImmutableArray<Debt> debts = [.. rows.In(Debt.All).Select(Debt.Read)];
        if (!mailbox.Waiting.IsEmpty) return Telling.Of(mailbox, debts, turn);
        if (debts.IsEmpty) return new Decision { Changes = [(mailbox with { Due = null }).Put(turn)] };

        var late = mailbox.Due is { } due && turn.Now - due > Late;
        var next = ReminderRule.Next(
            late ? turn.Now + Gathering : turn.Now, ZoneRules.Of(mailbox.Zone), mailbox.Told);
        if (next > turn.Now) return Then(mailbox, next, turn);

        ImmutableArray<Debt> asked = [.. debts.Take(MostAtOnce).Select(debt => debt with { Asked = turn.Id, Part = null })];
        var waiting = mailbox with { Waiting = [.. asked.Select(debt => debt.Home.Group.PartitionKey)] };
        var then = Then(waiting, turn.Now + Gathering, turn);
        return then with
        {
            Changes = [.. then.Changes, .. asked.Select(debt => debt.Put())],
            Messages = [.. asked.Select(debt => MailErrands.Ask(debt, mailbox.Person, turn.Now))],
        };
    }

    private static Decision Then(Mailbox mailbox, Instant due, Turn turn) => new()
    {
        Changes = [(mailbox with { Due = due }).Put(turn)], Timers = [mailbox.Next(due)],
    };
}
