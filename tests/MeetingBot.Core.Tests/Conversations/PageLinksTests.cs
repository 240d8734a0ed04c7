using MeetingBot.Kit;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

public sealed class PageLinksTests
{
    [Fact]
    public async Task Token_IsInNoKeyThatTheStoreIsAskedFor()
    {
        using var room = await Room.InMeeting("One");
        await room.Says("Mara", "export");
        var tokens = room.Table.Under("links").Select(row => row.Read(ConversationJson.Default.PageLink).Token).ToList();

        foreach (var (token, kind) in tokens.Zip(["minutes", "export"]))
            Assert.NotNull(await PageLinks.FindAsync(room.Table, token, kind, room.Time.GetCurrentInstant(), CancellationToken.None));

        Assert.Equal(2, tokens.Count);
        Assert.DoesNotContain(
            room.Table.Calls.SelectMany(call => call.Changes.Select(change => change.RowKey).Append(call.Key)),
            key => tokens.Any(token => key.Contains(token, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GuestsLink_IsFoundByItsTokenAlone()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        await room.Invites("Mara", "Anna Berg");
        Assert.Equal("ballot", Assert.Single(room.Table.Under("links")).Read(ConversationJson.Default.PageLink).Kind);
    }
}
