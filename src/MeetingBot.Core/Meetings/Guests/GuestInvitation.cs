using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.People;

namespace MeetingBot.Meetings.Guests;

/// <summary>Who is invited by name: who has a link keeps it, the others get one.</summary>
/// <param name="Guests">All of them, in the order of their names.</param>
/// <param name="Fresh">Those whose link is new.</param>
internal sealed record GuestInvitation(ImmutableArray<Guest> Guests, ImmutableArray<Guest> Fresh)
{
    /// <param name="known">The guests so far, those too whose link was ended.</param>
    /// <param name="earlier">Who is the same person where the name is, though not among those.</param>
    public static GuestInvitation Of(
        ImmutableArray<string> names, IReadOnlyList<Guest> known, IEnumerable<Person> earlier, Turn turn)
    {
        var people = known.Select(guest => guest.Person).Concat(earlier).ToList();
        ImmutableArray<Guest> guests = [.. names.Select((name, index) => One(name, index, known, people, turn))];
        return new GuestInvitation(guests, [.. guests.Except(known)]);
    }

    /// <summary>Whether there would be too many with those who are there.</summary>
    /// <param name="standing">How many are invited now.</param>
    public bool IsTooMany(int standing, IEnumerable<Guest> known) =>
        standing + Fresh.Length > Guest.Most
        || known.Concat(Fresh).DistinctBy(guest => guest.Person.Key).Count() > Guest.MostEver;

    /// <summary>A name of theirs that a member of the group has; null for none.</summary>
    public static Person? Member(ImmutableArray<string> names, MemberState members, Turn turn) =>
        members.Members.Append(turn.Actor).Concat(turn.Incoming is IncomingMessage message ? message.Mentioned : [])
            .FirstOrDefault(member => names.Any(typed => Names.Same(typed, member.Name)));

    /// <summary>Whoever has a link answers in the guest's name: it is told to nobody but who asked.</summary>
    public Decision Told(GuestBook book, GuestWords words, Turn turn)
    {
        var each = Guests.Length == 1 ? $"The link to {words.Deed}" : $"Links to {words.Deed}, one for each guest";
        var links = Guests.Select(guest => $"{guest.Person.Name}: {book.Address(guest, turn.Options)!.AbsoluteUri}");
        var same = Fresh.Length == Guests.Length ? ""
            : Fresh.IsEmpty ? " As before."
            : " Who was invited before has the same link.";
        var text = $"{each}: whoever has it answers in their name, so send it to them alone.{same}\n"
            + $"{string.Join('\n', links)}\n"
            + $"To end one: {words.Command} revoke {Guests[0].Person.Name}";
        if (turn.Conversation.Kind is ConversationKind.Personal) return Decision.Says(text);
        var names = Phrases.Some([.. Guests.Select(guest => guest.Person.Name)], ", ", 600);
        return new Decision
        {
            Tell = $"I have sent you the {(Guests.Length == 1 ? "link" : "links")} for {names}, for you alone.{same}",
            Messages = [turn.Say(text) with { Recipient = turn.Actor }],
        };
    }

    // Whoever was a guest stays the same person: a second one would have a second answer.
    private static Guest One(string name, int index, IReadOnlyList<Guest> known, List<Person> people, Turn turn)
    {
        if (known.FirstOrDefault(guest => guest.Stands && Names.Same(guest.Person.Name, name)) is { } there)
            return there;
        var person = people.Find(before => Names.Same(before.Name, name))
            ?? new Person(Person.Guest, "", $"{turn.Id}-{index:D2}", name);
        return new Guest(person, turn.NewToken(), turn.Conversation);
    }
}
