using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Digests;

/// <summary>
/// How a group has people reminded of what they owe: it tells the mailbox that each has for all their groups; who has
/// none is told by a timer of the group. What they are told is decided then: by then they may have answered.
/// </summary>
internal static class Reminders
{
    private const string Digesting = "digest ";

    /// <summary>When the people of the group were reminded, who have no mailbox.</summary>
    public static readonly KeyRange Sent = KeyRange.Under("reminded");

    /// <summary>The command that a timer means; null for another's.</summary>
    public static Command? Read(string name) =>
        name == Mailbox.Timer ? new GatherAnswers()
        : name.StartsWith(Digesting, StringComparison.Ordinal)
            ? new SendDigest(new PersonKey(name[Digesting.Length..]))
            : null;

    /// <summary>Has them reminded when their day is on.</summary>
    /// <param name="people">So many as one turn looks after.</param>
    /// <param name="rows">With <see cref="Sent"/>, where that spares a timer that is too early.</param>
    public static Decision Of(IReadOnlyList<Person> people, Turn turn, RowSet rows) => new()
    {
        Messages = [.. people.Select(person => MailErrands.Call(person, turn)).OfType<Outgoing>()],
        Timers =
        [
            .. people.Where(person => Mailbox.Of(person, turn.SideOf(person)) is null).Select(person => Digest(
                person,
                ReminderRule.Next(
                    turn.Now, ZoneRules.Of(Moments.ZoneOf(person, turn.Group)), ReminderSent.Find(person, rows)?.At),
                turn)),
        ],
    };

    /// <summary>Tells one person what they owe in the group.</summary>
    public static TimerEntry Digest(Person person, Instant due, Turn turn) =>
        new(Digesting + person.Key.Value, due, turn.Conversation);
}
