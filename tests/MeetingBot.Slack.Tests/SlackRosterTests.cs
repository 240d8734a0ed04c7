using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Slack.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeetingBot.Slack.Tests;

/// <summary>All who are in a channel of Slack are asked, whether they have spoken or not.</summary>
public sealed class SlackRosterTests : BotInSlack
{
    private protected override Task<FakeSlack> SlackAsync() => FakeSlack.StartAsync(
        SlackBot.Workspace().With("U3", "Linus", "Europe/Helsinki").With("U4", "Dan").WithChannel(SlackBot.Channel, "U1", "U2", "U3", "UBOT"));

    private string[] Known() =>
        [.. _bot.Table.Under(new GroupId("slack", SlackBot.Team, SlackBot.Channel).PartitionKey, "member").Select(row => GroupRows.ReadMember(row).Name).Order()];

    [Fact]
    public async Task Round_AsksAllOfTheChannel_AndNobodyElse()
    {
        await _bot.CommandAsync("U1", "/risk new Tokens");
        await _bot.CommandAsync("U1", "/risk add Stolen token is replayed");
        await _bot.CommandAsync("U1", "/risk open until Friday 18:00");
        await Eventually.Until(() => Known().SequenceEqual(["Ada", "Grace", "Linus"]), "all of the channel are known");
        Assert.Contains(_slack.Calls, call => call.Method == "conversations.members");
    }

    [Fact]
    public async Task Poll_WaitsForThem_WithTheZonesOfTheirClients()
    {
        await _bot.CommandAsync("U1", "/poll Lunch? | yes | no");
        await Eventually.Until(() => Known().Contains("Linus"), "all of the channel are known");
        var linus = _bot.Table.Under(new GroupId("slack", SlackBot.Team, SlackBot.Channel).PartitionKey, "member")
            .Select(GroupRows.ReadMember).Single(person => person.Id == "U3");
        Assert.Equal("Europe/Helsinki", linus.Zone);
    }

    [Fact]
    public async Task WhoIsNotTold_KeepsNobodyWaiting()
    {
        _slack.Workspaces[0].Channels[SlackBot.Channel].Members.Add("U9");
        await _bot.CommandAsync("U1", "/poll Lunch? | yes | no");
        await Eventually.Until(() => Known().SequenceEqual(["Ada", "Grace", "Linus"]), "those who are told of are known");
        await _bot.Settled();
    }

    [Fact]
    public async Task WhoseNameIsNotHadInTime_HidesNobodyBehindThem()
    {
        var workspace = _slack.Workspaces[0];
        workspace.Users["U0"] = new FakeUser("Nobody", null) { Untold = "fatal_error" };
        string[] others = [.. Enumerable.Range(100, 45).Select(number => $"U{number}")];
        foreach (var user in others) workspace.With(user, $"Name of {user}");
        foreach (var user in others.Append("U0")) workspace.Channels[SlackBot.Channel].Members.Add(user);
        var server = new SlackServer(
            new SlackOptions { BotToken = "xoxb-1", ApiUrl = _slack.ApiUrl }, TimeProvider.System, null, null, NullLogger.Instance);
        var read = await new SlackRoster(() => server, TimeProvider.System, TimeSpan.FromSeconds(10))
            .ReadAsync(new ConversationReference("slack", SlackBot.Team, SlackBot.Channel, ConversationKind.Channel), RosterDoor.Most, CancellationToken.None);
        Assert.IsType<Delivery.Later>(read.Missing);
        Assert.Equal(others.Concat(["U1", "U2", "U3"]).Order(), read.People.Select(person => person.Id).Order());
    }

    [Fact]
    public async Task WhoseAccountIsNoMore_IsNobody()
    {
        _slack.Workspaces[0].Users["U3"] = new FakeUser("Linus", null) { Deactivated = true };
        await _bot.CommandAsync("U1", "/poll Lunch? | yes | no");
        await Eventually.Until(() => Known().Contains("Grace"), "those who are there are known");
        await _bot.Settled();
        Assert.Equal(["Ada", "Grace"], Known());
    }

    [Fact]
    public async Task ChannelInWhichTheBotIsNot_TellsNothing()
    {
        _slack.Workspaces[0].Channels[SlackBot.Channel].Members.Remove("UBOT");
        await _bot.CommandAsync("U1", "/poll Lunch? | yes | no");
        await Eventually.Until(() => _slack.Calls.Any(call => call.Method == "conversations.members"), "Slack was asked");
        await _bot.Settled();
        Assert.Equal(["Ada"], Known());
    }
}
