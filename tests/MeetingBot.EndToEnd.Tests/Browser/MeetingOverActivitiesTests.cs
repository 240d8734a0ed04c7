using System.Text.RegularExpressions;

namespace MeetingBot.EndToEnd.Tests.Browser;

[Collection(InBrowser.Name)]
public sealed partial class MeetingOverActivitiesTests(Chromium chromium)
{
    [Fact]
    public async Task TheSameMeeting_OverTheActivityProtocol_HasTheSameMinutes()
    {
        await using var connector = await LoopbackConnector.StartAsync();
        using var chat = new ActivityChat(chromium.Bot.Address, connector.ServiceUrl);
        foreach (var said in Story.Typed)
        {
            await chat.SendAsync(said);
            await connector.WaitAsync(said.Answer);
        }
        var markdown = await connector.WaitAsync("# Planning");
        var address = Link().Match(markdown).Groups[1].Value;
        Assert.Equal(Story.Minutes.ReplaceLineEndings("\n"), await MinutesText.ReadAsync(chromium, address));
        Assert.Equal(Markdown.ReplaceLineEndings("\n"), MinutesText.Timeless(Link().Replace(markdown, "](…)")));
    }

    private const string Markdown = """
        # Planning
        ### (day)
        Attending: Ada, Luna, ML
        Apologies:
        Chair: Ada
        Time: (time) – (time) Etc/UTC
        [Minutes with a link to each line](…)
        ## 1. Budget
        We have enough for two workshops
        ML - should we ask for more?
        Luna - I will ask the office
        and the sponsors
        ## Sponsors
        **AGREED:** ask the sponsors first
        ## 2. Release plan
        **RESOLVED:** two workshops in spring
        **ACTION** 1\. Luna: book the rooms (due (day))
        **ACTION** 2\. Ada: write to the sponsors
        ## Resolutions
        * ask the sponsors first
        * two workshops in spring
        ## Next Steps/Actions
        * Luna: book the rooms (due (day)) – action 1, done
        * Ada: write to the sponsors – action 2
        Not reached: Any other business
        """;

    [GeneratedRegex(@"\]\((http[^)]+)\)")]
    private static partial Regex Link();
}
