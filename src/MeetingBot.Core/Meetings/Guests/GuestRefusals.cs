using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Guests;

/// <summary>The "no"s about guests.</summary>
internal static class GuestRefusals
{
    public static Refusal LinkEnded { get; } = new("This link has ended. Ask who has sent it to you for a new one.");

    public static Refusal NoPublicAddress { get; } = new(
        "I have no public address under which guests could answer; the operator sets PublicUrl.");

    public static Refusal NoName(string example) => new($"Who is to answer? For example: {example}");

    public static Refusal TooMany(GuestWords words) => new($"{words.Name} takes up to {Guest.Most} guests.");

    public static Refusal TooManyAtOnce(int names) => new(
        $"Up to {GuestNames.Most} guests are invited at a time, not {names}; the others in a next message.");

    public static Refusal TooManyToEnd(int guests) => new(
        $"The links of up to {GuestNames.Most} guests are ended at a time, not of {guests}: name them.");

    public static Refusal Address(string typed, string example) => new(
        $"\"{Phrases.Shorten(typed, 60)}\" is an address and no name. I send no mail: I give you the link of each "
            + $"guest, to be sent on. For example: {example}");

    public static Refusal NotAName(string typed, string example) => new(
        $"\"{Phrases.Shorten(typed, 60)}\" is no name. For example: {example}");

    public static Refusal LongName(string typed, string example) => new(
        $"\"{Phrases.Shorten(typed, 60)}\" has {typed.Length} characters; a guest's name has up to "
            + $"{Guest.MostName}. Several stand with commas between them. For example: {example}");

    public static Refusal IsMember(Person person, GuestWords words) => new(
        $"{person.Name} is in this group and answers {words.Name} on a card. A guest of that name needs a word more, "
            + $"such as \"{Phrases.Shorten(person.Name, 40)} (Acme)\".");

    public static Refusal NoSuchGuest(GuestWords words, string typed, IReadOnlyList<Guest> guests) => new(
        guests.Count == 0
            ? $"{words.Name} has no guest whose link stands."
            : $"\"{Phrases.Shorten(typed, 60)}\" is none of the guests of {words.Name}, or several: "
                + $"{Phrases.Some([.. guests.Select(guest => guest.Person.Name)], ", ", 400)}.");

    public static Refusal NoGuests(GuestWords words) => new(
        $"{words.Name} has no guests. To invite some: {words.Command} Anna Berg, Ben Ito");
}
