using MeetingBot.Conversations;

namespace MeetingBot.Linking;

/// <summary>How joined conversations are spoken of, and the "no"s about them.</summary>
internal static class LinkWords
{
    public static Refusal NotJoined { get; } = new(
        "This group is one conversation by itself. To join it with one of another platform, a chair types: /link");

    public static Refusal NotHere { get; } = new("In a chat of our own there is no group to join.");

    public static Refusal Full { get; } = new(
        $"A group has up to {GroupSides.Most} conversations. To take one out: type /unlink there.");

    public static Refusal NotVouched { get; } = new(
        "A name in a web room is no proof of who you are: accounts are joined on platforms that people sign in to.");

    public static Refusal NoSuchCode { get; } = new(
        "There is no such code, or it was given longer than an hour ago. Get a new one with your other account: "
            + "/me link");

    public static Refusal SameAccount { get; } = new(
        "That is the code of this very account: type it with your other one, in this group's other conversation.");

    public static Refusal TooManyAccounts { get; } = new(
        $"I keep up to {GroupSides.MostAliases} second accounts of a group.");

    public static Refusal Forgotten { get; } = new(
        "One of the two accounts is being forgotten, or was forgotten in a round of scores that is still open: what it "
            + "has scored there counts on, and is nobody's any more. Join the accounts when that round is revealed.");

    public static Refusal BeingJoined { get; } = new(
        "Accounts are being joined just now, and what was scored with them put together. Try again in a minute.");

    /// <summary>A conversation by its platform and name, and its tenant's, which says whose people it is of.</summary>
    public static string Named(ConversationReference side, string? name, string? tenant)
    {
        var said = name is { Length: > 0 } ? $"\"{Phrases.Shorten(name, 80)}\"" : "a conversation";
        // The marks say where a name ends that somebody has chosen.
        var within = tenant is { Length: > 0 } ? $" in \"{Phrases.Shorten(tenant, 80).Replace('"', '\'')}\"" : "";
        return $"{said}{within} on {Platform(side)}";
    }

    public static string Platform(ConversationReference side) => side.Kind is ConversationKind.Room
        ? "the web"
        : char.ToUpperInvariant(side.Platform[0]) + side.Platform[1..];

    /// <summary>Where else the group is.</summary>
    public static string Others(GroupSides sides, ConversationReference here) =>
        Phrases.Join([.. sides.All.Where(side => side.Own != here.Own).Select(Platform).Distinct()]);

    /// <summary>What a web room lets in: whoever has its address, under any name.</summary>
    public static string Warning(ConversationReference side) => side.Platform == Person.Unvouched
        ? " Nobody vouches for the names of people in a web room: who has its address can take part."
        : "";
}
