using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Digests;

/// <summary>
/// What the bot keeps of one person across their groups, in a partition of their own: when they were told what they
/// owe, and which groups said that they owe something (<see cref="Debt"/>). Nobody else's turn reads it.
/// </summary>
/// <param name="Person">As a group told them last.</param>
/// <param name="Zone">IANA zone of their client; while none is known that of the group which told of them last.</param>
/// <param name="Chat">Where they are told, with what their platform needs for it.</param>
/// <param name="Told">When they were told last; null for never.</param>
/// <param name="Due">When the timer goes on; null while nobody has said that they owe anything.</param>
/// <param name="Waiting">Partition keys of the groups that are asked and have not answered.</param>
public sealed record Mailbox(
    Person Person, string Zone, ConversationReference Chat, Instant? Told, Instant? Due,
    ImmutableArray<string> Waiting)
{
    /// <summary>The timer that goes on with it.</summary>
    public const string Timer = "mailbox";

    private static readonly string Key = TableKey.Join("now", "mailbox");

    /// <summary>
    /// The conversation that is a person's mailbox: no platform's, whose ids begin otherwise. Null for who has none:
    /// a guest has no chat with the bot, and in the rooms of the web nobody is known to be the same as in another.
    /// </summary>
    /// <param name="group">A group of theirs: how their platform is reached.</param>
    public static ConversationReference? Of(Person person, ConversationReference group) =>
        person.Platform is Person.Guest or Person.Unvouched || person.Platform != group.Platform
            ? null
            : new ConversationReference(
                person.Platform, person.Tenant, "person:" + person.Id, ConversationKind.Personal,
                ServiceUrl: group.ServiceUrl, Bot: group.Bot);

    /// <summary>What every turn there has read; null at first.</summary>
    public static Mailbox? Read(Turn turn) => turn.Hot.Read(Key, MeetingJson.Default.Mailbox);

    /// <summary>Changes it under the ETag that was read: of turns that meet there, one comes after the other.</summary>
    public RowChange Put(Turn turn) => Rows.Put(Key, this, MeetingJson.Default.Mailbox, turn.Hot[Key]);

    /// <summary>Goes on then.</summary>
    public TimerEntry Next(Instant due) => new(Timer, due, Chat);
}
