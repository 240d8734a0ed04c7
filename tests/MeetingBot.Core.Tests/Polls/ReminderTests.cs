using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Digests;
using NodaTime;

namespace MeetingBot.Polls;

public sealed class ReminderTests
{
    private static readonly DateTimeZone Zurich = Times.ZoneRules.Of("Europe/Zurich");

    [Theory]
    [InlineData(10, 48)]
    [InlineData(5.5, 48)]
    [InlineData(5, 36)]
    [InlineData(2, 36)]
    [InlineData(1.9, null)]
    public void Rule_IsDoodles(double days, int? hoursBefore)
    {
        var deadline = FakeTime.Start + Duration.FromDays(days);
        Assert.Equal(hoursBefore is { } hours ? deadline - Duration.FromHours(hours) : null, ReminderRule.At(FakeTime.Start, deadline));
    }

    [Theory]
    [InlineData("2025-06-27T12:00:00Z", null, "2025-06-27T12:00:00Z")]
    [InlineData("2025-06-27T03:00:00Z", null, "2025-06-27T07:00:00Z")]
    [InlineData("2025-06-27T16:00:00Z", null, "2025-06-28T07:00:00Z")]
    [InlineData("2025-06-27T12:00:00Z", "2025-06-27T07:00:00Z", "2025-06-28T07:00:00Z")]
    [InlineData("2025-06-27T12:00:00Z", "2025-06-26T21:00:00Z", "2025-06-27T12:00:00Z")]
    public void Moment_IsInTheirDaytime_OnceADay(string now, string? last, string due)
    {
        static Instant At(string text) => NodaTime.Text.InstantPattern.General.Parse(text).Value;
        Assert.Equal(At(due), ReminderRule.Next(At(now), Zurich, last is null ? null : At(last)));
    }

    [Fact]
    public async Task WhoHasNotAnswered_IsRemindedOnce_TwoDaysBefore()
    {
        using var room = await Known("Mara", "Luna", "Jens", "Tom");
        await room.Opens("Mara", "/poll Which? | a | b | until 144h");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Advance(60 * 24 * 3.9);
        Assert.Empty(room.Told("Jens"));
        await room.Advance(60 * 24);
        Assert.Empty(room.Told("Luna"));
        Assert.Equal(
            "Your answer is missing:\n• Poll 1, \"Which?\", until Thu 3 July 16:00 (Europe/Zurich)\n"
            + "Answer on the poll's card in the group's conversation; /polls lists them there.",
            Assert.Single(room.Told("Jens")));
        Assert.Single(room.Told("Tom"));
        Assert.All(room.Bot.Channel.Sent.Where(sent => sent.Message.Recipient is not null), sent =>
            Assert.DoesNotContain("Luna", sent.Message.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhoHasLeft_IsNotRemindedAny_AndIsAgainWhenTheyComeBack()
    {
        using var room = await Known("Mara", "Luna", "Jens", "Tom");
        await room.Opens("Mara", "/poll Which? | a | b | until 144h");
        await room.Votes("Mara", 1, ("choice", "1"));
        await room.Hears(new MembersLeft(
            "left", room.Conversation, Room.Who("Mara"), [Room.Who("Luna"), Room.Who("Jens"), Room.Who("Tom")]));
        await room.Says("Jens", "/help");
        await room.Advance(60 * 24 * 4.9);
        Assert.Empty(room.Told("Luna"));
        Assert.Empty(room.Told("Tom"));
        Assert.Single(room.Told("Jens"));
        Assert.DoesNotContain("Luna", await room.Says("Mara", "/poll nudge 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnsweredBeforeTheirDayBegins_IsNotReminded()
    {
        using var room = await Known("Mara", "Luna");
        room.Time.Advance(Duration.FromHours(6));
        await room.Opens("Mara", "/poll Which? | a | b");
        Assert.StartsWith("To be reminded in their daytime", await room.Says("Mara", "/poll nudge"), StringComparison.Ordinal);
        await room.Advance(60);
        Assert.Empty(room.Told("Luna"));
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Advance(60 * 24);
        Assert.Empty(room.Told("Luna"));
        Assert.Single(room.Told("Mara"));
    }

    [Fact]
    public async Task SeveralPollsAndNudges_AreOneMessageADay()
    {
        using var room = await Known("Mara", "Luna");
        await room.Opens("Mara", "/poll A? | a | b");
        await room.Opens("Mara", "/poll B? | a | b");
        for (var n = 0; n < 5; n++)
        {
            await room.Says("Mara", "/poll nudge 1");
            await room.Says("Mara", "/poll nudge 2");
            await room.Advance(1);
        }
        var told = Assert.Single(room.Told("Luna"));
        Assert.Contains("• Poll 1, \"A?\"\n• Poll 2, \"B?\"", told, StringComparison.Ordinal);
        await room.Advance(60 * 24);
        Assert.Equal(2, room.Told("Luna").Count());
        await room.Advance(60 * 48);
        Assert.Equal(2, room.Told("Luna").Count());
    }

    [Fact]
    public async Task OnlyNamedVoters_AreReminded()
    {
        using var room = await Known("Mara", "Luna", "Jens");
        await room.Opens("Mara", "/poll Which? | a | b --required Luna");
        await room.Says("Mara", "/poll nudge");
        await room.Advance(5);
        Assert.Single(room.Told("Luna"));
        Assert.Empty(room.Told("Jens"));
    }

    [Fact]
    public async Task HundredSilentMembers_AreAllRemindedOnce()
    {
        using var room = await Known([.. Enumerable.Range(0, 100).Select(n => $"P{n}"), "Mara"]);
        await room.Opens("Mara", "/poll Which? | a | b");
        await room.Says("Mara", "/poll nudge");
        await room.Advance(5);
        var told = room.Bot.Channel.Sent.Where(sent => sent.Message.Recipient is not null)
            .Select(sent => sent.Message.Recipient!.Name).ToList();
        Assert.Equal(101, told.Count);
        Assert.Equal(101, told.Distinct().Count());
    }

    [Fact]
    public async Task DeadlineWhileTheServiceWasDown_ClosesOnceAtStart_ByOneOfTwo()
    {
        var (table, time, channel) = (new MemoryTable(), new FakeTime(FakeTime.Start), new FakeChannel());
        using var room = new Room("room", table, time, channel);
        using var other = new Bot(table, time, channel, "b");
        await room.Opens("Mara", "/poll Which? | a | b | until 2h");
        await room.Votes("Luna", 1, ("choice", "2"));
        time.Advance(Duration.FromDays(3));
        Assert.Contains("was open until Fri 27 June 18:00", (await room.Votes("Jens", 1, ("choice", "1")))!.Text, StringComparison.Ordinal);
        await Task.WhenAll(new[] { room.Bot, other, room.Bot, other }.Select(bot => Task.Run(() => bot.Timers.FireDueAsync(CancellationToken.None))));
        await room.Bot.Settled();
        await other.Settled();
        Assert.Single(room.Transcript, message => message.Text.Contains("is closed: its time is over. Result: b (1 vote).", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Extended_ClosesAtTheNewTimeOnly()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b | until 2h");
        Assert.Equal("Poll 1, \"Which?\" is open until Fri 27 June 19:00 (Europe/Zurich).", await room.Says("Mara", "/poll extend 1h"));
        Assert.StartsWith("That is past already", await room.Says("Mara", "/poll extend until yesterday"), StringComparison.Ordinal);
        Assert.StartsWith("That is for who opened Poll 1, ", await room.Says("Luna", "/poll extend 1 1h"), StringComparison.Ordinal);
        await room.Advance(150);
        Assert.True(room.Poll(1).Open);
        await room.Advance(31);
        Assert.False(room.Poll(1).Open);
    }

    [Fact]
    public async Task AllWhoAreNamed_HaveAnswered_ClosesIt()
    {
        using var room = await Known("Mara", "Luna", "Jens", "Tom");
        await room.Opens("Mara", "/poll Which? | a | b --required Luna --optional Jens");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Votes("Tom", 1, ("choice", "1"));
        await room.Advance(1);
        Assert.True(room.Poll(1).Open);
        await room.Votes("Jens", 1, ("choice", "2"));
        await room.Advance(0.1);
        Assert.Contains("is closed: all have answered. Result: a (2 votes).", room.Transcript[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequiredWhoAgree_DecideIt()
    {
        using var room = await Known("Mara", "Luna", "Jens", "Tom");
        await room.Opens("Mara", "/poll Which? | a | b --required Luna and Jens --consensus");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Votes("Jens", 1, ("choice", "2"));
        await room.Votes("Tom", 1, ("choice", "2"));
        await room.Advance(1);
        Assert.True(room.Poll(1).Open);
        await room.Votes("Jens", 1, ("choice", "1"));
        await room.Advance(0.1);
        Assert.Contains("is closed: all required voters agree. Result: a (2 votes).", room.Transcript[^1].Text, StringComparison.Ordinal);
        Assert.Equal(PollStatus.Decided, room.Poll(1).Status);
    }

    private static async Task<Room> Known(params string[] people)
    {
        var room = new Room();
        await room.Bot.Turn(new MembersAdded("added", room.Conversation, Room.Who("Mara"), false, [.. people.Select(Room.Who)]));
        return room;
    }
}
