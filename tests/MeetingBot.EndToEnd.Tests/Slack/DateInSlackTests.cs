using System.Text.RegularExpressions;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.EndToEnd.Tests.Polls;
using MeetingBot.Testing;
using static MeetingBot.EndToEnd.Tests.Polls.DateStory;

namespace MeetingBot.EndToEnd.Tests.Slack;

/// <summary>The story in a channel of Slack: its cards as Slack has them, and its buttons as its clients press them.</summary>
public sealed partial class DateInSlackTests
{
    [Fact]
    public async Task QuickPoll_FindsTheDate_WhoseInvitationIsRight_AndTheAgendaIsThereWhenTheyMeet()
    {
        using var folder = new TemporaryFolder();
        await using var people = await SlackPeople.StartAsync(Zone, Ada, Luna);
        await using (var bot = await BotProcess.StartAsync(folder.Path, [.. WhenAsked, .. people.Settings]))
        {
            await people.TypesAsync(bot.Address, Ada, FirstItem);
            await people.TypesAsync(bot.Address, Luna, SecondItem);
            await UsualTimeIsNotGoodAsync(bot.Address, people);
            await QuickPollDecidesAsync(bot.Address, people);
            var planned = await people.SeesAsync("Token group: Fri 11 July");
            await Invitations.AssertRightAsync(new Uri(Link().Match(planned.Blocks).Value));
            await bot.KillAsync();
        }

        await using var later = await BotProcess.StartAsync(folder.Path, [.. WhenMet, .. people.Settings]);
        var before = people.Slack.Methods.Messages.Count;
        await people.TypesAsync(later.Address, Ada, "/meeting start");
        await people.SeesAsync("Token group has started");
        var agenda = await people.SeesAsync(
            message => message.All.Contains("Agenda: Token group", StringComparison.Ordinal), "the agenda", before);
        Assert.Contains("Token lifetimes", agenda.All, StringComparison.Ordinal);
        Assert.Contains("Scopes of the analysis", agenda.All, StringComparison.Ordinal);
        Assert.Empty(people.Slack.Problems);
    }

    private static async Task UsualTimeIsNotGoodAsync(Uri bot, SlackPeople people)
    {
        await people.TypesAsync(bot, Ada, UsualTime);
        var poll = await people.SeesAsync("Poll 1: usual time?");
        Assert.DoesNotContain("Close now", poll.All, StringComparison.Ordinal);
        var answered = await people.PressesAsync(bot, poll, "Record my answer", Luna, ("o1", "no"));
        Assert.Contains("Recorded 15:00: no", answered.All, StringComparison.Ordinal);
        await people.TypesAsync(bot, Ada, "/poll close");
        await people.SeesAsync("No result: nobody wants any of it.");
    }

    private static async Task QuickPollDecidesAsync(Uri bot, SlackPeople people)
    {
        await people.TypesAsync(bot, Ada, QuickPoll);
        var poll = await people.SeesAsync("Poll 2: Token group");
        Assert.Contains("CET by the letter would be Fri 11 July 17:00", poll.All, StringComparison.Ordinal);
        Assert.True(poll.All.IndexOf(Friday, StringComparison.Ordinal) < poll.All.IndexOf(Tuesday, StringComparison.Ordinal));
        await people.PressesAsync(bot, poll, "Record my answer", Luna, ("o1", "yes"), ("o2", "yes"));
        await people.PressesAsync(bot, poll, "Record my answer", Luna, ("o1", "no"), ("o2", "yes"));
        await people.PressesAsync(bot, poll, "Record my answer", Ada, ("o1", "maybe"), ("o2", "yes"));
        var counted = await people.SeesAsync(
            message => message.Ts == poll.Ts && message.All.Contains("Answered (2): Ada, Luna", StringComparison.Ordinal), "both votes");
        Assert.True(counted.Edits > 0);

        var adas = await people.PressesAsync(bot, counted, "Refresh", Ada);
        var closed = await people.PressesAsync(bot, adas, "Close now", Ada);
        Assert.Contains($"Result: {Friday} (2 yes, 0 if need be, 0 no).", closed.All, StringComparison.Ordinal);
        await people.PressesAsync(bot, closed, $"Meet {Friday}", Ada);
        await people.SeesAsync(Decided);
    }

    [GeneratedRegex(@"http://127[^""|>]+\.ics")]
    private static partial Regex Link();
}
