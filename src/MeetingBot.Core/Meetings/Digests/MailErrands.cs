using System.Collections.Immutable;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Digests;

/// <summary>
/// What groups and mailboxes tell each other, each in a turn of its own: a group that somebody owes something; the
/// mailbox asks what, when they may be told; the group answers as it is then.
/// </summary>
internal static class MailErrands
{
    private const string Kind = "kind";
    private const string Calling = "owes";
    private const string Asking = "ask";
    private const string Answering = "answer";
    private const string Group = "group";
    private const string Zone = "zone";
    private const string Question = "question";
    private const string Part = "part";

    /// <summary>Tells the mailbox of a person that they may owe something here; null where they have none.</summary>
    public static Outgoing? Call(Person person, Turn turn) => Mailbox.Of(person, turn.SideOf(person)) is { } mailbox
        ? Of(mailbox, person, turn.Now, (Kind, Calling), (Group, Write(turn.Conversation)), (Zone, Moments.ZoneOf(person, turn.Group)))
        : null;

    /// <summary>Asks a group what a person owes there.</summary>
    public static Outgoing Ask(Debt debt, Person person, Instant now) =>
        Of(debt.Home, person, now, (Kind, Asking), (Question, debt.Asked!));

    /// <summary>Tells their mailbox.</summary>
    /// <param name="part">Null for nothing.</param>
    public static Outgoing? Answer(string question, OwedPart? part, Turn turn) =>
        Mailbox.Of(turn.Actor, turn.SideOf(turn.Actor)) is not { } mailbox
            ? null
            : Of(mailbox, turn.Actor, turn.Now,
            [
                (Kind, Answering), (Group, Write(turn.Conversation)), (Question, question),
                .. part is null
                    ? (ReadOnlySpan<(string, string)>)[]
                    : [(Part, JsonSerializer.Serialize(part, MeetingJson.Default.OwedPart))],
            ]);

    /// <summary>The turn that an errand is where it arrives; null for another door's.</summary>
    public static Command? Read(ErrandDone done)
    {
        if (done.Errand.Door != InnerDoor.Name) return null;
        var fields = done.Errand.Fields;
        return fields.GetValueOrDefault(Kind) switch
        {
            Calling when Home(fields) is { } home =>
                new NoteDebt(home, ZoneRules.Canonical(fields.GetValueOrDefault(Zone, "")) ?? "UTC"),
            Asking when fields.TryGetValue(Question, out var question) => new TellMailbox(question),
            Answering when Home(fields) is { } home && fields.TryGetValue(Question, out var question) => new TakeAnswer(
                home.Group, question,
                fields.TryGetValue(Part, out var part)
                    ? JsonSerializer.Deserialize(part, MeetingJson.Default.OwedPart)
                    : null),
            _ => null,
        };
    }

    // The partition that it is for has no other way to hear of it: it is tried until it is done.
    private static Outgoing Of(
        ConversationReference to, Person person, Instant now, params ReadOnlySpan<(string Key, string Value)> fields)
    {
        var said = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in fields) said[key] = value;
        return new Outgoing(to, "", Recipient: person)
        {
            Errand = new Errand(InnerDoor.Name, said.ToImmutable(), now + OutboxDelivery.Longest),
        };
    }

    private static string Write(ConversationReference home) =>
        JsonSerializer.Serialize(home, MeetingJson.Default.ConversationReference);

    private static ConversationReference? Home(ImmutableSortedDictionary<string, string> fields) =>
        fields.TryGetValue(Group, out var home)
            ? JsonSerializer.Deserialize(home, MeetingJson.Default.ConversationReference)
            : null;
}
