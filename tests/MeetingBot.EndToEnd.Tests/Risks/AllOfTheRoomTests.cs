using MeetingBot.EndToEnd.Tests.Browser;

namespace MeetingBot.EndToEnd.Tests.Risks;

/// <summary>A round in a room is for all who have written there, if they have never said a word to the bot.</summary>
[Collection(InBrowser.Name)]
public sealed class AllOfTheRoomTests(Chromium chromium)
{
    [Fact]
    public async Task WhoHasOnlyTalked_GetsACardToo()
    {
        await using var bot = await RunningBot.StartAsync();
        await using var anna = await chromium.EnterAsync(bot, "main", "Anna");
        await using var dora = await chromium.EnterAsync(bot, "main", "Dora");
        await dora.SayAsync("good morning", "good morning");
        await anna.SayAsync("/risk new Tokens", "has begun");
        await anna.SayAsync("/risk add Stolen token is replayed", "TR-1: Stolen token is replayed.");
        await anna.SendAsync("/risk open");
        await OwnCard.ScoreAsync(dora, 0, "Save");
        await dora.SeesAsync("All answered (1): Dora");
        Assert.Empty(dora.Problems);
    }
}
