using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Dates;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>Who starts a meeting long before the date that was set is asked whether it is that one.</summary>
public sealed class StartQuestionTests
{
    private static Instant Set { get; } = Instant.FromUtc(2025, 7, 11, 14, 0);

    [Theory]
    [InlineData("/meeting start")]
    [InlineData("start the meeting")]
    [InlineData("start")]
    [InlineData("/meeting start now")]
    public async Task LongBefore_ItIsAsked_AndNothingStarts(string said)
    {
        using var room = await WithDate();
        Assert.StartsWith(
            "The next meeting is set for Fri 11 July, 16:00–17:30 (Europe/Zurich). Is it this one?",
            await room.Says("Mara", said), StringComparison.Ordinal);
        Assert.False(Current(room).Running);
        Assert.Equal(
            ["Start now, the date stays", "This is the meeting of Fri 11 July"],
            Question(room).Buttons.Select(button => button.Title));
    }

    [Fact]
    public async Task DateStays_WhereItIsAnotherMeeting()
    {
        using var room = await WithDate();
        await room.Says("Mara", "/meeting start Hallway talk");
        await room.Press("Mara", Question(room).Buttons[0]);
        var running = Current(room);
        Assert.Equal((true, "Hallway talk", null), (running.Running, running.Title, running.Planned));
        Assert.Equal(Set, running.Following!.At);
        Assert.Contains(
            room.Transcript,
            message => message.Text.Contains(
                "The meeting of Fri 11 July, 16:00–17:30 (Europe/Zurich) stays as it is", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DateIsBroughtForward_WhereItIsThatMeeting()
    {
        using var room = await WithDate();
        var before = Current(room).Planned!;
        await room.Says("Mara", "/meeting start");
        await room.Press("Mara", Question(room).Buttons[1]);
        var running = Current(room);
        Assert.True(running.Running);
        Assert.Null(running.Following);
        Assert.Equal(
            before with { At = FakeTime.Start, Local = new LocalDateTime(2025, 6, 27, 16, 0), Sequence = before.Sequence + 1 },
            running.Planned);
        await room.Says("Mara", "/meeting end");
        Assert.Null(Current(room).Coming(room.Time.GetCurrentInstant()));
    }

    [Theory]
    [InlineData("/meeting start anyway", true)]
    [InlineData("/meeting start early", false)]
    public async Task WhatTheQuestionTellsToType_Works(string said, bool stays)
    {
        using var room = await WithDate();
        await room.Says("Mara", said);
        Assert.Equal((true, stays), (Current(room).Running, Current(room).Following is not null));
        Assert.Null(Current(room).Title);
    }

    [Fact]
    public async Task BringingForward_IsForWhoMayMoveTheDate()
    {
        using var room = await WithDate();
        await room.Says("Mara", "/settings chairs @Mara");
        await room.Says("Mara", "/settings run chairs");
        await room.Says("Tom", "/meeting start");
        var answer = await room.Press("Tom", Question(room).Buttons[1]);
        Assert.True(answer!.Refused);
        Assert.False(Current(room).Running);
    }

    [Fact]
    public async Task DateThatHasChangedSinceItWasAsked_IsAskedAnew_AndNotBroughtForward()
    {
        using var room = await WithDate();
        await room.Says("Mara", "/meeting start");
        var asked = Question(room);
        await room.Says("Mara", "/meeting on 25 July 2025 at 16:00 for 90 min");
        var answer = await room.Press("Mara", asked.Buttons[1]);
        Assert.StartsWith("The next meeting is set for Fri 25 July", answer!.Text, StringComparison.Ordinal);
        Assert.Equal((false, 25), (Current(room).Running, Current(room).Planned!.Local.Day));
        await room.Press("Mara", answer.Card!.Buttons[1]);
        Assert.True(Current(room).Running);
        Assert.Null(Current(room).Following);
    }

    [Fact]
    public async Task WithinTheSpan_ItIsThatMeeting_Unasked()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on 28 June 2025 at 03:00");
        Assert.Contains("has started", await room.Says("Mara", "/meeting start"), StringComparison.Ordinal);
        Assert.Null(Current(room).Following);
    }

    [Fact]
    public async Task CallOfThePlatform_CanAskNobody_AndSaysThatTheDateStays()
    {
        using var room = await WithDate();
        Assert.Contains(
            "The meeting of Fri 11 July, 16:00–17:30 (Europe/Zurich) stays as it is",
            await room.Hears(room.Signal(SignalKind.Started, "call")), StringComparison.Ordinal);
        Assert.Equal(Set, Current(room).Following!.At);
    }

    private static async Task<Room> WithDate()
    {
        var room = new Room();
        await room.Says("Mara", "/meeting on 11 July 2025 at 16:00 for 90 min");
        return room;
    }

    private static Card Question(Room room) => room.Transcript.Last(message => message.Card is not null).Card!;

    private static Meeting Current(Room room) =>
        MeetingRows.Read(room.Table.Under(room.Partition, "now").Single(row => row.RowKey == MeetingRows.CurrentKey));
}
