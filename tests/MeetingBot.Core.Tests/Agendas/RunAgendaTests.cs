using System.Text.Json;
using MeetingBot.Cards;
using MeetingBot.Kit;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>next, back, go, skip, extend and the clock.</summary>
public sealed class RunAgendaTests
{
    [Fact]
    public async Task Attendee_MayNotRun_AndIsToldWhoMay()
    {
        using var room = await Room.InMeeting("One", "Two");
        string[] commands = ["next", "skip", "go 2", "back", "extend 5m", "agenda move 2 first", "meeting end", "meeting chair me"];
        foreach (var command in commands)
            Assert.Contains("That is for who chairs: Mara.", await room.Says("Luna", command), StringComparison.Ordinal);
        Assert.True((await room.Press("Luna", "agenda next"))!.Refused);
        Assert.Null((await room.Overview()).Agenda.FirstOrDefault(item => item.State is AgendaItemState.Current));
    }

    [Fact]
    public async Task ChairHandedOver_NewChairRuns_AndGroupChairStillMay()
    {
        using var room = await Room.InMeeting("One", "Two", "Three");
        await room.Says("Luna", "hello");
        Assert.Equal("Luna chairs now.", await room.Says("Mara", "meeting chair @Luna"));

        Assert.Equal("Now 1. One", await room.Says("Luna", "next"));
        await room.Advance(2);
        Assert.Equal("Now 2. Two", await room.Says("Mara", "next"));
    }

    [Fact]
    public async Task EveryoneMayRun_WhenTheGroupHasSettledSo()
    {
        using var room = await Room.InMeeting("One");
        await room.Says("Mara", "settings run everyone");
        Assert.Equal("Now 1. One", await room.Says("Luna", "next"));
    }

    [Fact]
    public async Task NoMeeting_RunningIsRefused()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One");
        string[] commands = ["next", "skip", "go 1", "back", "extend 5m", "meeting end", "undo", "present Luna", "meeting chair me"];
        foreach (var command in commands)
            Assert.Equal("No meeting is running. Start one: /meeting start", await room.Says("Mara", command));
    }

    [Fact]
    public async Task SecondNextWithinAMinute_IsQuestioned()
    {
        using var room = await Room.InMeeting("One", "Two", "Three");
        await room.Says("Mara", "next");
        await room.Advance(0.9);
        Assert.Contains("1. One was taken up only 54 s ago", await room.Says("Mara", "next"), StringComparison.Ordinal);

        var question = await room.Press("Mara", "agenda next");
        Assert.False(question!.Refused);
        var answer = await room.Press("Mara", question.Card!.Buttons[0]);
        Assert.Equal("Now 2. Two", answer!.Text);

        await room.Advance(1);
        Assert.Equal("Now 3. Three", await room.Says("Mara", "next"));
    }

    [Theory]
    [InlineData("agenda next")]
    [InlineData("meeting end")]
    [InlineData("forget")]
    [InlineData("no such verb")]
    public async Task PressedByTheClientItself_ChangesAndSaysNothing(string verb)
    {
        using var room = await Room.InMeeting("One", "Two");
        var (rows, sent) = (room.Table.All().Count, room.Bot.Channel.Sent.Count);
        var outcome = await room.Bot.Turn(room.Pressed("Mara", verb, ("sure", "yes")) with { Automatic = true });
        await room.Bot.Settled();

        Assert.Null(outcome.Answer);
        Assert.Equal((rows, sent), (room.Table.All().Count, room.Bot.Channel.Sent.Count));
        Assert.Null((await room.Overview()).Agenda.FirstOrDefault(item => item.State is AgendaItemState.Current));
    }

    [Fact]
    public async Task RefreshByTheClientItself_ShowsTheirOwnCard()
    {
        using var room = await Room.InMeeting("One", "Two");
        var press = room.Pressed("Mara", room.Live.Refresh!.Verb) with { Automatic = true };

        Assert.Contains((await room.Bot.Turn(press)).Answer!.Card!.AllButtons(), button => button.Verb == "agenda next");
    }

    [Fact]
    public async Task StaleCard_ChangesNothing()
    {
        using var room = await Room.InMeeting("One", "Two", "Three");
        await room.Says("Mara", "next");
        var old = (await room.View("Mara"))!;
        await room.Advance(2);
        await room.Says("Mara", "next");
        await room.Advance(2);

        foreach (var button in old.AllButtons().Where(button => button.Data.ContainsKey("seen")))
            Assert.Contains("the meeting is at 2. Two by now", (await room.Press("Mara", button))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_AreOfThePersonWhoLooks()
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Mara", "next");

        Assert.Contains((await room.View("Mara"))!.AllButtons(), button => button.Verb == "agenda next");
        Assert.DoesNotContain((await room.View("Luna"))!.AllButtons(), button => button.Verb == "agenda next");
        Assert.DoesNotContain(room.Live.AllButtons(), button => button.Verb == "agenda next");
        Assert.Equal("agenda", room.Live.Refresh!.Verb);
        var refreshed = await room.Press("Mara", room.Live.Refresh);
        Assert.Contains(refreshed!.Card!.AllButtons(), button => button.Title == "Next item");
    }

    [Fact]
    public async Task SkippedItem_ComesAfterAllOthers()
    {
        using var room = await Room.InMeeting("One", "Two", "Three");
        await room.Says("Mara", "next");
        await room.Advance(2);
        Assert.Equal("Skipped 1. One. Now 2. Two", await room.Says("Mara", "skip"));
        Assert.Equal("Skipped 3. Three until the others are done.", await room.Says("Mara", "skip 3"));
        await room.Advance(2);
        Assert.Equal("Now 1. One, which was skipped: all others are done", await room.Says("Mara", "next"));
        Assert.Contains("discussed and stays", await room.Says("Mara", "skip 2"), StringComparison.Ordinal);
        Assert.Contains("There is no item 9", await room.Says("Mara", "skip 9"), StringComparison.Ordinal);
        await room.Advance(2);
        Assert.StartsWith("Now 3. Three", await room.Says("Mara", "next"), StringComparison.Ordinal);
        await room.Advance(2);
        Assert.Equal("Skipped 3. Three. No other item waits.", await room.Says("Mara", "skip"));
        Assert.Contains("No item is being discussed", await room.Says("Mara", "skip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_TakesUpTheItemBefore_AndTheClockGoesOn()
    {
        using var room = await Room.InMeeting("One 10m", "Two 10m");
        await room.Says("Mara", "next");
        Assert.Contains("no item to go back to", await room.Says("Mara", "back"), StringComparison.Ordinal);
        await room.Advance(7);
        await room.Says("Mara", "next");
        await room.Advance(3);
        Assert.Equal("Now 1. One (10 min)", await room.Says("Mara", "back"));
        await room.Advance(1);
        Assert.Equal("⏳ 1. One: 2 min left of 10 min.", room.Transcript[^1].Text);
        await room.Advance(1);
        Assert.Equal("Now 2. Two (10 min)", await room.Says("Mara", "next"));
        await room.Advance(5);
        Assert.Equal("⏳ 2. Two: 2 min left of 10 min.", room.Transcript[^1].Text);
    }

    [Fact]
    public async Task Go_TakesUpAnyItem()
    {
        using var room = await Room.InMeeting("One", "Two", "Three");
        Assert.Equal("Now 3. Three", await room.Says("Mara", "agenda go #3"));
        Assert.Contains("is being discussed now", await room.Says("Mara", "go 3"), StringComparison.Ordinal);
        Assert.Equal("There is no item 4. The agenda has 1, 2 and 3.", await room.Says("Mara", "go 4"));
        Assert.Contains("I need its number", await room.Asks("Mara", "go three"), StringComparison.Ordinal);
        Assert.Equal("Now 1. One", await room.Says("Mara", "take up item 1"));
        Assert.Equal("Now 3. Three", await room.Says("Mara", "go to 3."));
    }

    [Fact]
    public async Task Timebox_WarnsOnceAtFourFifthsAndOnceAtTheEnd()
    {
        using var room = await Room.InMeeting("One 10m");
        await room.Says("Mara", "next");
        await room.Advance(7.9);
        Assert.DoesNotContain(room.Transcript, message => message.Text.StartsWith('⏳'));
        await room.Advance(60);

        Assert.Equal(["⏳ 1. One: 2 min left of 10 min."], room.Transcript.Where(message => message.Text.StartsWith('⏳')).Select(message => message.Text));
        Assert.Single(room.Transcript, message => message.Text.StartsWith('⏰'));
        Assert.Empty(room.Table.Under("timers"));
        Assert.Empty(room.Table.Under(room.Partition, "timer"));
    }

    [Fact]
    public async Task ServiceWasDownOverTheEnd_OnlyTheEndIsTold()
    {
        using var room = await Room.InMeeting("One 10m");
        await room.Says("Mara", "next");
        room.Time.Advance(NodaTime.Duration.FromMinutes(11));
        using var restarted = new Room("room", room.Table, room.Time, room.Bot.Channel, deliveries: 100);
        await restarted.Advance(1);

        Assert.DoesNotContain(room.Transcript, message => message.Text.StartsWith('⏳'));
        Assert.Single(room.Transcript, message => message.Text.StartsWith('⏰'));
    }

    [Fact]
    public async Task ItemLeft_ItsTimersAreTakenBack()
    {
        using var room = await Room.InMeeting("One 10m", "Two");
        await room.Says("Mara", "next");
        await room.Advance(2);
        await room.Says("Mara", "next");
        await room.Advance(60);
        await room.Says("Mara", "go 1");
        await room.Says("Mara", "meeting end");
        await room.Advance(60);

        Assert.DoesNotContain(room.Transcript, message => message.Text[0] is '⏳' or '⏰');
    }

    [Theory]
    [InlineData("extend 5m", 9, "1. One has until 16:15 (5 min more).", 3)]
    [InlineData("extend", 9, "1. One has until 16:15 (5 min more).", 3)]
    [InlineData("extend by 10 min", 9, "1. One has until 16:20 (10 min more).", 7)]
    [InlineData("/agenda extend 10.", 9, "1. One has until 16:20 (10 min more).", 7)]
    [InlineData("extend 5m", 14, "1. One has until 16:19 (5 min more).", 1.2)]
    public async Task Extend_MovesTheWarnings(string said, double after, string answer, double warning)
    {
        using var room = await Room.InMeeting("One 10m");
        await room.Says("Mara", "next");
        await room.Advance(after);
        Assert.Equal(answer, await room.Says("Mara", said));
        var told = room.Transcript.Count;
        await room.Advance(warning - 0.5);
        Assert.Equal(told, room.Transcript.Count);
        await room.Advance(1);
        Assert.Equal(told + 1, room.Transcript.Count);
        Assert.StartsWith("⏳", room.Transcript[^1].Text, StringComparison.Ordinal);
        await room.Advance(30);
        Assert.Equal(told + 2, room.Transcript.Count);
    }

    [Theory]
    [InlineData("extend 13h", "1. One would have 13 h 10 min; a timebox lasts at most 12 h. For example: /agenda extend 30m")]
    [InlineData("extend 0m", "0 min is no length of time to add. For example: /agenda extend 5m")]
    [InlineData("extend 0", "0 min is no length of time to add. For example: /agenda extend 5m")]
    [InlineData("extend by -5 min", "is no length of time to add. To shorten the timebox give its new length: /agenda edit 1 10m")]
    [InlineData("/extend soon", "\"soon\" is no length of time. For example: /agenda extend 5m")]
    [InlineData("/extend -5m", "is no length of time")]
    public async Task Extend_RefusesWhatIsNoLengthOrTooLong(string said, string answer)
    {
        using var room = await Room.InMeeting("One 10m");
        Assert.Contains("No item is being discussed", await room.Says("Mara", "extend"), StringComparison.Ordinal);
        await room.Says("Mara", "next");
        Assert.Contains(answer, await room.Hears(room.Message("Mara", said) with { Addressed = said[0] == '/' }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeboxShortened_BelowTheTimeSpent_IsToldOnceAndAtOnce()
    {
        using var room = await Room.InMeeting("One 30m");
        await room.Says("Mara", "next");
        await room.Advance(15);
        Assert.Equal(
            "Changed: 1. One (10 min)\n⏰ 1. One: its timebox of 10 min is over. Go on with /agenda next, or take more time: /agenda extend 5m",
            await room.Says("Mara", "agenda edit 1 10m"));
        await room.Advance(60);

        Assert.Single(room.Transcript, message => message.Text[0] is '⏳' or '⏰');
        Assert.Empty(room.Table.Under(room.Partition, "timer"));
    }

    [Fact]
    public async Task TimeboxShortened_NearItsEnd_IsToldAtOnce_AndOfItsEndInTime()
    {
        using var room = await Room.InMeeting("One 30m");
        await room.Says("Mara", "next");
        await room.Advance(9);
        Assert.Equal("Changed: 1. One (10 min)\n⏳ 1. One: 1 min left of 10 min.", await room.Says("Mara", "agenda edit 1 10m"));
        await room.Advance(60);
        Assert.Single(room.Transcript, message => message.Text[0] is '⏳');
        Assert.Single(room.Transcript, message => message.Text[0] is '⏰');
    }

    [Fact]
    public async Task TimeboxShortened_OfAnItemThatWaits_SaysWhatWasSpent()
    {
        using var room = await Room.InMeeting("One", "Two 30m");
        await room.Says("Mara", "next");
        await room.Says("Mara", "next really");
        await room.Advance(12);
        await room.Says("Mara", "back");
        Assert.Equal("Changed: 2. Two (10 min). 12 min have been spent on it already.", await room.Says("Mara", "agenda edit 2 10m"));
        Assert.Equal("Changed: 2. Two (20 min)", await room.Says("Mara", "agenda edit 2 20m"));
        Assert.Equal("Changed: 1. One more (5 min)", await room.Says("Mara", "agenda edit 1 One more 5m"));
    }

    [Fact]
    public async Task EmptyAgenda_NextSaysHowToFillIt()
    {
        using var room = await Room.InMeeting();
        Assert.Equal("The agenda is empty. Add an item: /agenda add Token lifetimes 15m @Luna", await room.Says("Mara", "next"));
        Assert.Contains(room.Live.Body, element => element is CardText { Text: "No items yet." });
    }

    [Fact]
    public async Task LiveCard_StaysAsItIs_WhileNothingButTimeChanges()
    {
        using var room = await Room.InMeeting("One 10m", "Two");
        await room.Says("Mara", "next");
        var before = JsonSerializer.Serialize(await room.View("Mara"));

        await room.Advance(3);

        Assert.Equal(before, JsonSerializer.Serialize(await room.View("Mara")));
    }

    [Fact]
    public async Task NextWithinAMinute_AsksWhoPressed()
    {
        using var room = await Room.InMeeting("One 10m", "Two");
        await room.Says("Mara", "next");

        var question = await room.Press("Mara", "agenda next", ("seen", "1"));

        Assert.True(question!.Asks);
        var yes = question.Card!.AllButtons().Single(button => button.Title == "Yes, it is done");
        Assert.False((await room.Press("Mara", yes))!.Asks);
        Assert.Equal("Mara: Now 2. Two", room.Transcript[^1].Text);
    }

    [Fact]
    public async Task AgendaWithoutItems_OffersNothingToTakeUp()
    {
        using var room = await Room.InMeeting();
        Assert.DoesNotContain((await room.View("Mara"))!.AllButtons(), button => button.Verb == "agenda next");
    }
}
