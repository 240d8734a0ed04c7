using System.Text.RegularExpressions;
using MeetingBot.EndToEnd.Tests.Browser;

namespace MeetingBot.EndToEnd.Tests.Slack;

[Collection(InBrowser.Name)]
public sealed partial class MeetingInSlackTests(Chromium chromium)
{
    [Fact]
    public async Task TheSameMeeting_InAChannelOfSlack_HasTheSameMinutes()
    {
        await using var people = await SlackPeople.StartAsync("Etc/UTC", Story.Ada, Story.Luna);
        await using var bot = await RunningBot.StartAsync(people.Settings);
        foreach (var said in Story.Typed)
        {
            if (said.ToBot) await people.MentionsAsync(bot.Address, said.Who, said.Text);
            else await people.TypesAsync(bot.Address, said.Who, said.Text);
            await people.SeesAsync(said.Answer);
        }
        var told = await people.SeesAsync("Minutes with a link to each line");
        var address = Link().Match(told.Blocks + told.Text).Value;
        Assert.Equal(Story.Minutes.ReplaceLineEndings("\n"), await MinutesText.ReadAsync(chromium, address));
        Assert.Empty(people.Slack.Problems);
    }

    [GeneratedRegex(@"http://127[^""|>]+")]
    private static partial Regex Link();
}
