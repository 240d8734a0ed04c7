using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Polls.Guests;

namespace MeetingBot.Kit;

/// <summary>What a test asks of guests, who answer a poll of a room by their links.</summary>
internal static partial class GuestRoom
{
    private static int deliveries;

    /// <summary>The tokens that somebody was told last, in the order of the guests.</summary>
    public static List<string> Tokens(this Room room, string who) =>
        [.. Link().Matches(room.Told(who).Last()).Select(link => link.Groups[1].Value)];

    /// <summary>Invites one guest and gives the token of their link.</summary>
    public static async Task<string> Invites(this Room room, string who, string guest, int poll = 1)
    {
        await room.Says(who, $"/poll guests {poll} {guest}");
        return Assert.Single(room.Tokens(who));
    }

    public static ValueTask<FoundBallot> Finds(this Room room, string token, string? zone = null) =>
        room.Bot.Ballots.FindAsync(token, zone, CancellationToken.None);

    public static async Task<GuestBallot> Page(this Room room, string token, string? zone = null) =>
        (await room.Finds(token, zone)).Ballot!;

    /// <summary>Sends the page's form, as it was when it was opened.</summary>
    public static Task<Answer?> Sends(this Room room, GuestBallot page, params (string Key, string Value)[] inputs) =>
        room.Sends(page, "poll vote", [("poll", $"{page.Poll.Number}"), .. inputs]);

    public static async Task<Answer?> Sends(
        this Room room, GuestBallot page, string verb, params (string Key, string Value)[] fields)
    {
        var outcome = await room.Bot.Turn(new CardAnswer(
            $"guest-{Interlocked.Increment(ref deliveries)}", page.Guest.Home, page.Guest.Person, verb,
            fields.ToImmutableDictionary(field => field.Key, field => field.Value), null, WantsAnswer: true));
        await room.Bot.Settled();
        return outcome.Answer;
    }

    public static List<Guest> Guests(this Room room, int poll = 1) =>
        [.. room.Table.Under(room.Partition, "guest", $"{poll:D8}").Select(GuestBook.Read)];

    [GeneratedRegex("https://bot\\.example/ballot/(\\S+)")]
    private static partial Regex Link();
}
