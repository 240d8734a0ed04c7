using System.Text.Json.Nodes;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;
using static MeetingBot.EndToEnd.Tests.Polls.DateStory;

namespace MeetingBot.EndToEnd.Tests.Polls;

/// <summary>The story in a group chat of Teams: its cards as they are sent, and its buttons as Teams presses them.</summary>
public sealed class DateOverActivitiesTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task QuickPoll_FindsTheDate_WhoseInvitationIsRight_AndTheAgendaIsThereWhenTheyMeet()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        var chat = new Chat(connector, "date");
        await using (var bot = await BotProcess.StartAsync(folder.Path, WhenAsked))
        {
            await chat.AskAsync(bot, Ada, "first", FirstItem);
            await chat.AskAsync(bot, Luna, "second", SecondItem);
            await UsualTimeIsNotGoodAsync(bot, chat, connector);
            await QuickPollDecidesAsync(bot, chat, connector);
            var planned = await CardAsync(connector, card => card.Title.StartsWith("Token group: Fri 11 July", StringComparison.Ordinal));
            await Invitations.AssertRightAsync(planned.Link("Add to calendar"));
            await bot.KillAsync();
        }

        await using var later = await BotProcess.StartAsync(folder.Path, WhenMet);
        Assert.Equal(200, (await Chat.PostAsync(later, Started(connector, chat))).Status);
        await ToldAsync(connector, "has started");
        // Not the cards that told of the items before: the one of the meeting that runs.
        var agenda = await CardAsync(connector, card => card.Title.StartsWith("Agenda: Token group", StringComparison.Ordinal)
            && !card.Texts.Any(text => text.Contains("Not started yet", StringComparison.Ordinal)));
        Assert.Contains(agenda.Texts, text => text.Contains("Token lifetimes", StringComparison.Ordinal));
        Assert.Contains(agenda.Texts, text => text.Contains("Scopes of the analysis", StringComparison.Ordinal));
    }

    private static async Task UsualTimeIsNotGoodAsync(BotProcess bot, Chat chat, FakeConnector connector)
    {
        await chat.SayAsync(bot, Ada, "usual", UsualTime);
        var poll = await CardAsync(connector, card => card.Title == "Poll 1: usual time?");
        Assert.DoesNotContain("Close now", poll.Buttons);
        var answered = await VoteAsync(bot, chat, poll, Luna, "luna-1", ("o1", "no"));
        Assert.Contains("Recorded 15:00: no", answered.Texts);
        Assert.Equal("no", answered.Inputs["o1"]);
        await chat.SayAsync(bot, Ada, "close-1", "/poll close");
        await ToldAsync(connector, "No result: nobody wants any of it.");
    }

    private static async Task QuickPollDecidesAsync(BotProcess bot, Chat chat, FakeConnector connector)
    {
        await chat.SayAsync(bot, Ada, "quick", QuickPoll);
        var poll = await CardAsync(connector, card => card.Title == "Poll 2: Token group");
        Assert.Contains(poll.Texts, text => text.Contains("CET by the letter would be Fri 11 July 17:00", StringComparison.Ordinal));
        Assert.Equal([Friday, Tuesday], poll.Texts.Where(text => text is Tuesday or Friday).Distinct());
        await VoteAsync(bot, chat, poll, Luna, "luna-2", ("o1", "yes"), ("o2", "yes"));
        await VoteAsync(bot, chat, poll, Luna, "luna-3", ("o1", "no"), ("o2", "yes"));
        await VoteAsync(bot, chat, poll, Ada, "ada-2", ("o1", "maybe"), ("o2", "yes"));
        var counted = await CardAsync(
            connector, card => card.Title == "Poll 2: Token group" && card.Texts.Contains("Answered (2): Ada, Luna"));
        Assert.Contains("2: Ada, Luna", counted.Texts);

        var adas = SentCard.Answered(await PressAsync(bot, chat, counted, Ada, "show", "Refresh"));
        var closed = SentCard.Answered(await PressAsync(bot, chat, adas, Ada, "close-2", "Close now"));
        Assert.Contains($"Result: {Friday} (2 yes, 0 if need be, 0 no).", closed.Texts);
        await PressAsync(bot, chat, closed, Ada, "pick", $"Meet {Friday}");
        await ToldAsync(connector, Decided);
    }

    private static async Task<SentCard> VoteAsync(
        BotProcess bot, Chat chat, SentCard poll, string who, string id, params (string, string)[] inputs) =>
        SentCard.Answered(await PressAsync(bot, chat, poll, who, id, "Record my answer", inputs));

    private static Task<Posted> PressAsync(
        BotProcess bot, Chat chat, SentCard card, string who, string id, string button, params (string, string)[] inputs)
    {
        var (verb, fields) = card.Press(button, inputs);
        return chat.PressAsync(bot, who, id, verb, fields);
    }

    private static async Task ToldAsync(FakeConnector connector, string words) =>
        await connector.Taken.WaitAsync(call => call.Text.Contains(words, StringComparison.Ordinal), Soon, () => words);

    private static async Task<SentCard> CardAsync(FakeConnector connector, Func<SentCard, bool> fits) =>
        SentCard.Of(await connector.Taken.WaitAsync(
            call => SentCard.Of(call) is { } card && fits(card), Soon, () => "a card"))!;

    private static JsonObject Started(FakeConnector connector, Chat chat)
    {
        var activity = Activities.Bare("event", connector.ServiceUrl, chat.Id, Ada, "call-start");
        activity["name"] = "application/vnd.microsoft.meetingStart";
        activity["value"] = new JsonObject
        {
            ["MeetingType"] = "Scheduled",
            ["Title"] = "Token group",
            ["Id"] = "call-1",
            ["StartTime"] = "2025-07-11T14:00:00Z",
        };
        return activity;
    }
}
