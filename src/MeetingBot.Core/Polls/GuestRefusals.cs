using MeetingBot.Conversations;

namespace MeetingBot.Polls;

/// <summary>The "no"s about guests.</summary>
public static class GuestRefusals
{
    private const string Example = "For example: /poll guests 3 Anna Berg, Ben Ito";

    public static Refusal LinkEnded { get; } = new("This link has ended. Ask who has sent it to you for a new one.");

    public static Refusal NoPublicAddress { get; } = new(
        "I have no public address under which guests could answer; the operator sets PublicUrl.");

    public static Refusal NoName { get; } = new("Who is to answer? " + Example);

    public static Refusal TooMany(Poll poll) => new($"{poll.Name} takes up to {PollGuest.Most} guests.");

    public static Refusal TooManyAtOnce(int names) => new(
        $"Up to {GuestNames.Most} guests are invited at a time, not {names}; the others in a next message.");

    public static Refusal TooManyToEnd(int guests) => new(
        $"The links of up to {GuestNames.Most} guests are ended at a time, not of {guests}: name them.");

    public static Refusal Address(string typed) => new(
        $"\"{Phrases.Shorten(typed, 60)}\" is an address and no name. I send no mail: I give you the link of each "
            + $"guest, to be sent on. {Example}");

    public static Refusal NotAName(string typed) => new($"\"{Phrases.Shorten(typed, 60)}\" is no name. {Example}");

    public static Refusal LongName(string typed) => new(
        $"\"{Phrases.Shorten(typed, 60)}\" has {typed.Length} characters; a guest's name has up to "
            + $"{PollGuest.MostName}. Several stand with commas between them. {Example}");

    public static Refusal IsMember(Person person, Poll poll) => new(
        $"{person.Name} is in this group and answers {poll.Name} on its card. A guest of that name needs a word more, "
            + $"such as \"{Phrases.Shorten(person.Name, 40)} (Acme)\".");

    public static Refusal NoSuchGuest(Poll poll, string typed, IReadOnlyList<string> guests) => new(
        guests.Count == 0
            ? $"{poll.Name} has no guest whose link stands."
            : $"\"{Phrases.Shorten(typed, 60)}\" is none of the guests of {poll.Name}, or several: "
                + $"{Phrases.Some(guests, ", ", 400)}.");

    public static Refusal NoGuests(Poll poll) => new(
        $"{poll.Name} has no guests. To invite some: /poll guests {poll.Number} Anna Berg, Ben Ito");

    public static Refusal Counted(Poll poll) => new(
        $"{poll.Name} is not open any more: what was answered is counted. To end a link: /poll guests {poll.Number} "
            + "revoke Anna Berg");

    public static Refusal WouldTell(Poll poll) => new(
        $"{poll.Name} shows nobody who answers what; the counts without one ballot would tell what was on it. To end a "
            + $"link and leave what was answered: /poll guests {poll.Number} revoke Anna Berg");
}
