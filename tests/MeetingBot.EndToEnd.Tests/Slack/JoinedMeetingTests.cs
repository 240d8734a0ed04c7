using System.Text.RegularExpressions;
using MeetingBot.EndToEnd.Tests.Browser;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Slack;

/// <summary>
/// One meeting of a group that is in a chat of Teams, a channel of Slack and a room on the web: Ada writes in Teams, Luna in
/// Slack (and sometimes in Teams), Noor in the room.
/// </summary>
[Collection(InBrowser.Name)]
public sealed partial class JoinedMeetingTests(Chromium chromium)
{
    private const string Ada = "Ada";
    private const string Luna = "Luna";
    private const string Noor = "Noor";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private int messages;

    [Fact]
    public async Task TeamsSlackAndTheWeb_HoldOneMeeting_WithOneRecordOfAll()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        await using var people = await SlackPeople.StartAsync("Etc/UTC", Luna, "Omar");
        await using var bot = await BotProcess.StartAsync(folder.Path, ["--DefaultZone=Etc/UTC", .. people.Settings]);
        var teams = new Chat(connector, "joined");
        await using var noor = new RoomWindow(await chromium.PageAsync(), new Uri(bot.Address, "/room/joined"), Noor);
        await noor.EnterAsync();
        Task SlackAsync(string who, string line) => people.TypesAsync(bot.Address, who, line);
        async Task TeamsAsync(string line) =>
            Assert.Equal(200, (await teams.SayAsync(bot, Ada, $"said-{++messages}", line)).Status);

        await JoinAsync(bot, connector, teams, people, noor);
        await TeamsAsync("/link relay on");

        // One agenda, whoever adds to it, on a card in each place.
        await TeamsAsync("/agenda add Token lifetimes 15m");
        await SlackAsync(Luna, "/agenda add Incident drill 10m");
        await noor.SayAsync("/agenda add Any other business", "Added 3. Any other business");
        await TeamsAsync("/meeting start Joint call");
        await people.SeesAsync("Joint call has started");
        await noor.SeesAsync("Joint call has started");

        // What is said in one place is told in the others, once.
        await TeamsAsync("/agenda next");
        await TeamsAsync("ML - agree that tokens live for an hour");
        await people.SeesAsync("agree that tokens live for an hour");
        await noor.SeesAsync("agree that tokens live for an hour");
        await SlackAsync(Luna, "/note heard in Slack & <kept>");
        await noor.SeesAsync("heard in Slack & <kept>");
        await HeardAsync(connector, teams, "heard in Slack");
        await noor.SayAsync("note: heard on the web", "heard on the web");
        await people.SeesAsync("heard on the web");
        await SlackAsync(Luna, "/action @Omar writes to the sites by Friday");
        await noor.SeesAsync("writes to the sites");
        await SlackAsync("Omar", "AGREED: one tenant for all");

        await VoteAsync(bot, connector, teams, people, noor);
        await BeOneMemberAsync(bot, connector, teams, people);

        await TeamsAsync("/meeting end");
        await people.SeesAsync("Joint call has ended");
        await noor.SeesAsync("Joint call has ended");
        await OneRecordAsync(connector, teams, people, noor);
        Assert.Empty(people.Slack.Problems);
        Assert.Empty(noor.Problems);
        await LeaveAsync(bot, teams, people);
    }

    private async Task JoinAsync(
        BotProcess bot, FakeConnector connector, Chat teams, SlackPeople people, RoomWindow noor)
    {
        var code = Code().Match(await teams.AskAsync(bot, Ada, $"said-{++messages}", "/link")).Groups[1].Value;
        await people.TypesAsync(bot.Address, Luna, $"/link {code}");
        await people.SeesAsync("Asked: when a chair of the other group says yes");
        await AskedAsync("Slack");
        await teams.SayAsync(bot, Ada, $"said-{++messages}", "/link yes");
        await people.SeesAsync("This conversation is one group with");

        code = Code().Match(await teams.AskAsync(bot, Ada, $"said-{++messages}", "/link")).Groups[1].Value;
        await noor.SayAsync($"/link {code}", "Asked: when a chair of the other group says yes");
        await AskedAsync("the web");
        await teams.SayAsync(bot, Ada, $"said-{++messages}", "/link yes");
        await noor.SeesAsync("This conversation is one group with");

        async Task AskedAsync(string platform) => await connector.Taken.WaitAsync(
            call => call.Conversation == teams.Id && call.Body.GetRawText().Contains("on " + platform, StringComparison.Ordinal),
            Soon, () => $"the question about {platform}");
    }

    // Three people in three places have one ballot each.
    private async Task VoteAsync(
        BotProcess bot, FakeConnector connector, Chat teams, SlackPeople people, RoomWindow noor)
    {
        await people.TypesAsync(bot.Address, Luna, "/poll Weekly or monthly? | weekly | monthly");
        var inSlack = await people.SeesAsync("Poll 1: Weekly or monthly?");
        await people.PressesAsync(bot.Address, inSlack, "Record my answer", Luna, ("choice", "2"));
        var sent = await connector.Taken.WaitAsync(
            call => call.Conversation == teams.Id && SentCard.Of(call)?.Title == "Poll 1: Weekly or monthly?", Soon, () => "the poll");
        var (verb, fields) = SentCard.Of(sent)!.Press("Record my answer", ("choice", "2"));
        Assert.Equal(200, (await teams.PressAsync(bot, Ada, $"press-{++messages}", verb, fields)).Status);
        await noor.Card("Poll 1").GetByLabel("weekly", new() { Exact = true }).CheckAsync();
        await noor.PressAsync("Poll 1", "Record my answer");

        await people.SeesAsync(
            message => message.Ts == inSlack.Ts && message.All.Contains("Answered (3)", StringComparison.Ordinal), "three votes");
        await connector.Taken.WaitAsync(
            call => call.Conversation == teams.Id && call.Method == "PUT"
                && call.Body.GetRawText().Contains("Answered (3)", StringComparison.Ordinal),
            Soon, () => "three votes in Teams");
        await Microsoft.Playwright.Assertions.Expect(noor.Card("Poll 1")).ToContainTextAsync("Answered (3)");
    }

    // With her account in Teams she changes the ballot that she has given in Slack.
    private async Task BeOneMemberAsync(BotProcess bot, FakeConnector connector, Chat teams, SlackPeople people)
    {
        await people.TypesAsync(bot.Address, Luna, "/me link");
        var alone = await people.SeesAsync(message => OwnCode().IsMatch(message.All), "a code for Luna alone");
        Assert.True(alone.Only == SlackPeople.Id(Luna) || alone.Channel == SlackPeople.PersonalOf(Luna), alone.Channel);
        var code = OwnCode().Match(alone.All).Groups[1].Value;
        Assert.StartsWith(
            "You are Luna here from now on", await teams.AskAsync(bot, Luna, $"said-{++messages}", $"/me link {code}"),
            StringComparison.Ordinal);
        var press = await teams.PressAsync(
            bot, Luna, $"press-{++messages}", "poll vote", ("poll", "1"), ("choice", "1"));
        Assert.Equal(200, press.Status);
        var counted = await people.SeesAsync(
            message => message.All.Contains("Poll 1: Weekly or monthly?", StringComparison.Ordinal)
                && message.All.Contains("2: Luna, Noor", StringComparison.Ordinal), "the changed ballot");
        Assert.Contains("Answered (3)", counted.All, StringComparison.Ordinal);
    }

    private static async Task HeardAsync(FakeConnector connector, Chat teams, string words) => await connector.Taken.WaitAsync(
        call => call.Conversation == teams.Id && call.Text.Contains(words, StringComparison.Ordinal), Soon, () => words);

    private async Task OneRecordAsync(FakeConnector connector, Chat teams, SlackPeople people, RoomWindow noor)
    {
        var inSlack = await people.SeesAsync("Minutes with a link to each line");
        var slacks = await MinutesText.ReadAsync(chromium, Link().Match(inSlack.Blocks + inSlack.Text).Value);
        var inTeams = await connector.Taken.WaitAsync(
            call => call.Conversation == teams.Id && call.Text.Contains("Minutes with a link to each line", StringComparison.Ordinal),
            Soon, () => "the minutes in Teams");
        Assert.Equal(slacks, await MinutesText.ReadAsync(chromium, Link().Match(inTeams.Text).Value));
        var link = noor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Minutes with a link to each line" });
        Assert.Equal(slacks, await MinutesText.ReadAsync(chromium, (await link.Last.GetAttributeAsync("href"))!));
        Assert.Equal(Record.ReplaceLineEndings("\n"), slacks);
    }

    private async Task LeaveAsync(BotProcess bot, Chat teams, SlackPeople people)
    {
        await people.TypesAsync(bot.Address, Luna, "/unlink");
        await people.SeesAsync("has taken this conversation out of the group");
        await teams.AskAsync(bot, Ada, $"said-{++messages}", "/agenda add Only in Teams");
        var before = people.Slack.Methods.Messages.Count;
        await people.TypesAsync(bot.Address, Luna, "/agenda");
        var agenda = await people.SeesAsync(message => message.Channel == SlackPeople.Channel, "the agenda", before);
        Assert.DoesNotContain("Only in Teams", agenda.All, StringComparison.Ordinal);
        Assert.Contains("heard in Slack & <kept>", (await teams.ExportAsync(bot)).Lines);
    }

    private const string Record = """
        Joint call
        Date
        (day), (time)–(time) (zone)
        Chair
        Ada
        Present
        Ada, Luna, ML, Noor, Omar
        1. Token lifetimes
        ML: agree that tokens live for an hour
        (time) #
        heard in Slack & <kept>
        (time) #
        heard on the web
        (time) #
        ACTION 1. Omar: writes to the sites (due (day))
        (time) #
        AGREED: one tenant for all
        (time) #
        Resolutions
        one tenant for all
        Actions
        1 Omar: writes to the sites by (day)
        Not reached
        Incident drill
        Any other business
        """;

    [GeneratedRegex(@"/link (\S{16,})")]
    private static partial Regex Code();

    [GeneratedRegex(@"/meetingbot me link (\S{16,})")]
    private static partial Regex OwnCode();

    [GeneratedRegex(@"http://127[^""|>)]+")]
    private static partial Regex Link();
}
