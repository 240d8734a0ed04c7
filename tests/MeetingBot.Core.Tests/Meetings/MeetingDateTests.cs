using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings;

// The clock stands at Friday 27 June 2025, 16:00 in Zurich.
public sealed class MeetingDateTests
{
    [Fact]
    public async Task DateThatWasSetByHand_IsCalledOffByTheRule_AndSaid()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on Thu 17 July at 15:00 for 1h");
        await room.Says("Mara", "/meeting place Room 5");
        var card = (await room.Says("Mara", "/meeting every second Tuesday at 15:00"), room.Transcript[^1].Card!.Body.OfType<Cards.CardText>().Select(text => text.Text));
        Assert.StartsWith("Meeting 1: Tue 1 July, 15:00", card.Item1, StringComparison.Ordinal);
        Assert.Contains(card.Item2, text => text.EndsWith("It was on Thu 17 July, 15:00–16:00 (Europe/Zurich), Room 5: that date is called off.", StringComparison.Ordinal));

        await room.Says("Mara", "/meeting on Wed 2 July at 15:00");
        Assert.Contains("The meeting of Wed 2 July, 15:00", await room.Says("Mara", "/meeting cancel"), StringComparison.Ordinal);
        await room.Says("Mara", "/meeting on Wed 16 July at 15:00");
        Assert.Contains("That of Wed 16 July, 15:00", await room.Says("Mara", "/meeting cancel series"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceOfAMeetingThatWasCalledOff_IsNotThatOfTheNext()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on Thu 17 July at 15:00 for 1h");
        await room.Says("Mara", "/meeting place Room 5");
        await room.Says("Mara", "/meeting cancel");
        Assert.Equal("Meeting 1: Fri 18 July, 15:00–16:00 (Europe/Zurich)", await room.Says("Mara", "/meeting on Fri 18 July at 15:00"));
    }

    [Theory]
    [InlineData("meeting on 1 July at 15:00", "Meeting 1: Tue 1 July, 15:00 (Europe/Zurich)")]
    [InlineData("/meeting on 1 July 15:00-16:30", "Meeting 1: Tue 1 July, 15:00–16:30 (Europe/Zurich)")]
    [InlineData("/meeting on 1 July at 15:00 for 90 min", "Meeting 1: Tue 1 July, 15:00–16:30 (Europe/Zurich)")]
    [InlineData("/meeting on 1 July at 23:30 for an hour", "Meeting 1: Tue 1 July, 23:30–Wed 2 July, 00:30 (Europe/Zurich)")]
    [InlineData("next meeting on 1 July at 15:00", "Meeting 1: Tue 1 July, 15:00 (Europe/Zurich)")]
    public async Task Date_IsSetAndToldWithWaysIntoACalendar(string typed, string told)
    {
        using var room = new Room();
        Assert.Equal(told, await room.Says("Mara", typed));
        Assert.Equal(
            [("Add to calendar", "https://bot.example/calendar/token-0000000000000001/1.ics"), ("Subscribe to all meetings", "https://bot.example/calendar/token-0000000000000001.ics")],
            room.Transcript[^1].Card!.Buttons.Select(button => (button.Title, button.Link!.AbsoluteUri)));
        Assert.Contains(told["Meeting 1: ".Length..], await room.Says("Mara", "meeting status"), StringComparison.Ordinal);
        await room.Says("Luna", "agenda");
        Assert.StartsWith(told["Meeting 1: ".Length..] + ". Not started yet", Assert.IsType<Cards.CardText>(room.Live.Body[0]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/meeting on 1 July", "At what time on Tue 1 July? For example: /meeting on 1 July 2025 at 15:00")]
    [InlineData("/meeting on tokens", "I can't read \"tokens\" as one time. For example: /meeting on Friday at 15:00")]
    [InlineData("/meeting on", "When is the meeting? For example: /meeting on Friday at 15:00 for 90 min")]
    [InlineData("/meeting on 1 July at 15:00 for 30 hours", "A meeting takes up to 24 h.")]
    [InlineData("/meeting cancel", "No date is set. For example: /meeting on Friday at 15:00")]
    [InlineData("/meeting cancel series", "The group meets by no rule yet. For example: /meeting every second Tuesday at 15:00")]
    [InlineData("/meeting cancel everything", "\"meeting cancel\" stands alone, or \"meeting cancel series\".")]
    [InlineData("/meeting place Room 5", "No date is set.")]
    [InlineData("/meeting every moon", "I can't read how often \"moon\" is.")]
    [InlineData("/meeting every Tuesday", "At what time? For example: /meeting every second Tuesday at 15:00")]
    [InlineData("/calendar revoke", "There is no such link. /calendar gives one.")]
    public async Task WhatCantBe_IsAnsweredWithWhatCan_AndNothingIsKept(string typed, string told)
    {
        using var room = new Room();
        Assert.StartsWith(told, await room.Says("Mara", typed), StringComparison.Ordinal);
        Assert.Null(room.Table.Under(room.Partition, "now").FirstOrDefault(row => row.RowKey == MeetingRows.CurrentKey));
    }

    [Theory]
    [InlineData("meeting on tokens went well")]
    [InlineData("meeting every week is too much")]
    [InlineData("we meet every Tuesday, more or less")]
    [InlineData("meeting place is nice")]
    [InlineData("calendar is full")]
    public async Task TalkBetweenPeople_IsLeftAlone(string typed)
    {
        using var room = new Room();
        Assert.Equal("", await room.Says("Mara", typed));
    }

    [Fact]
    public async Task Date_IsMovedCalledOffAndSetAgain_AsTheSameMeeting()
    {
        using var room = new Room();
        await room.Says("Mara", "meeting on 1 July at 15:00 for 90 min");
        await room.Says("Mara", "meeting place Room 5");
        var first = Current(room).Planned!;
        Assert.Equal("Meeting 1: Wed 2 July, 10:00–11:30 (Europe/Zurich), Room 5", await room.Says("Mara", "move the meeting to 2 July at 10:00"));
        Assert.Equal("It was on Tue 1 July, 15:00–16:30 (Europe/Zurich), Room 5.", Assert.IsType<Cards.CardText>(room.Transcript[^1].Card!.Body[0]).Text);
        Assert.Equal(
            "The meeting of Wed 2 July, 10:00–11:30 (Europe/Zurich), Room 5 is called off.", await room.Says("Mara", "/meeting cancel"));
        Assert.DoesNotContain("July", await room.Says("Mara", "meeting status"), StringComparison.Ordinal);
        await room.Says("Mara", "meeting on 3 July at 10:00");
        var last = Current(room).Planned!;
        Assert.Equal((first.Id, 4, false), (last.Id, last.Sequence, last.Cancelled));
        Assert.StartsWith("It is on Thu 3 July, 10:00–11:30", await room.Says("Mara", "/meeting on 3 July at 10:00"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoMayNotRunTheMeeting_SetsNoDate()
    {
        using var room = await Room.InMeeting();
        foreach (var typed in new[] { "/meeting on 1 July at 15:00", "/meeting every Tuesday at 15:00", "/meeting cancel", "/meeting place Room 5" })
            Assert.StartsWith("That is for who chairs: Mara.", await room.Says("Tom", typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileAMeetingRuns_TheNextOneIsMeant_AndToldAtTheEnd()
    {
        using var room = await Room.InMeeting("One");
        Assert.Equal("Meeting 2: Tue 1 July, 15:00 (Europe/Zurich)", await room.Says("Mara", "/meeting on 1 July at 15:00"));
        Assert.Contains("The next meeting is on Tue 1 July, 15:00 (Europe/Zurich).", await room.Says("Mara", "/meeting status"), StringComparison.Ordinal);
        Assert.Contains("The next meeting is on Tue 1 July, 15:00", await room.Says("Mara", "meeting end"), StringComparison.Ordinal);
        Assert.Equal((2, new LocalDateTime(2025, 7, 1, 15, 0)), (Current(room).Number, Current(room).Planned!.Local));

        await room.Says("Mara", "/meeting reopen");
        Assert.Equal((1, new LocalDateTime(2025, 7, 1, 15, 0)), (Current(room).Number, Current(room).Following!.Local));
        await room.Says("Mara", "/meeting end");
        Assert.Equal((2, new LocalDateTime(2025, 7, 1, 15, 0)), (Current(room).Number, Current(room).Planned!.Local));
    }

    [Fact]
    public async Task MeetingThatStartsLongBeforeItsDate_IsAnother_TheDateStays()
    {
        using var room = new Room();
        await room.Says("Mara", "meeting on 1 July at 15:00");
        await room.Says("Mara", "meeting start anyway");
        Assert.Null(Current(room).Planned);
        await room.Says("Mara", "meeting end");
        Assert.Equal(new LocalDateTime(2025, 7, 1, 15, 0), Current(room).Planned!.Local);

        room.Time.AdvanceTo(Instant.FromUtc(2025, 7, 1, 12, 50));
        await room.Says("Mara", "meeting start");
        Assert.Equal(new LocalDateTime(2025, 7, 1, 15, 0), Current(room).Planned!.Local);
        await room.Says("Mara", "meeting end");
        Assert.Null(Current(room).Planned);
    }

    [Fact]
    public async Task Series_TellsTheNextMeetingOneByOne_WithWhatIsMovedAndCalledOff()
    {
        using var room = new Room();
        Assert.Equal("Meeting 1: Tue 1 July, 15:00–16:00 (Europe/Zurich)", await room.Says("Mara", "/meeting every second Tuesday at 15:00 for 1h"));
        Assert.Equal(
            "The group meets every second week on Tuesday at 15:00 (Europe/Zurich). If one of each month is meant: "
                + "/meeting every second Tuesday of the month at 15:00",
            Assert.IsType<Cards.CardText>(room.Transcript[^1].Card!.Body[0]).Text);
        Assert.StartsWith("Meeting 1: Wed 2 July, 10:00–11:00", await room.Says("Mara", "/meeting on 2 July at 10:00"), StringComparison.Ordinal);
        Assert.StartsWith("That of Tue 1 July, 15:00–16:00", Assert.IsType<Cards.CardText>(room.Transcript[^1].Card!.Body[0]).Text, StringComparison.Ordinal);

        room.Time.AdvanceTo(Instant.FromUtc(2025, 7, 2, 8, 5));
        await room.Says("Mara", "meeting start");
        Assert.Equal(new LocalDateTime(2025, 7, 2, 10, 0), Current(room).Planned!.Local);
        Assert.Contains("The next meeting is on Tue 15 July, 15:00", await room.Says("Mara", "meeting end"), StringComparison.Ordinal);

        Assert.Contains("The next one is on Tue 29 July, 15:00", await room.Says("Mara", "/meeting cancel"), StringComparison.Ordinal);
        room.Time.AdvanceTo(Instant.FromUtc(2025, 8, 1, 0, 0));
        Assert.Contains("Tue 12 August, 15:00", await room.Says("Mara", "/meeting status"), StringComparison.Ordinal);
        Assert.StartsWith("The group no longer meets every second week on Tuesday", await room.Says("Mara", "/meeting cancel series"), StringComparison.Ordinal);
        Assert.DoesNotContain("August", await room.Says("Mara", "/meeting status"), StringComparison.Ordinal);
        Assert.StartsWith("Meeting 2: Fri 8 August, 09:00", await room.Says("Mara", "/meeting on 8 August at 9:00"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MovedBackToWhereItWas_IsAsTheOthers()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting every Tuesday at 15:00");
        await room.Says("Mara", "/meeting on 2 July at 10:00");
        Assert.Single(Current(room).Series!.Differing);
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        Assert.Empty(Current(room).Series!.Differing);
    }

    [Fact]
    public async Task SeriesOfToday_BeginsTodayOnlyIfTheTimeIsToCome()
    {
        using var room = new Room();
        Assert.StartsWith("Meeting 1: Fri 27 June, 17:00", await room.Says("Mara", "/meeting every Friday at 17:00"), StringComparison.Ordinal);
        Assert.StartsWith("Meeting 1: Fri 4 July, 09:00", await room.Says("Mara", "/meeting every Friday at 9:00"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAPublicAddress_TheDateIsSetAllTheSame()
    {
        using var room = new Room();
        var turn = new Turn(room.Message("Mara", ""), room.Time.GetCurrentInstant(), "id", () => "token", RowSet.Empty, new TurnOptions("Europe/Zurich", null));
        var decision = PlanMeeting.On(new PlannedSlot(Instant.FromUtc(2025, 7, 1, 13, 0), "Europe/Zurich"), turn, RowSet.Empty);
        Assert.Equal("Meeting 1: Tue 1 July, 15:00 (Europe/Zurich)", decision.ShowCard!.Title);
        Assert.Empty(decision.ShowCard.Buttons);
        Assert.Empty(decision.Links);
    }

    [Fact]
    public async Task PressedByOne_TheDateIsToldToAll()
    {
        using var room = new Room();
        var answer = await room.Press("Mara", "meeting on", ("time", "1 July at 15:00"));
        Assert.Equal("Meeting 1: Tue 1 July, 15:00 (Europe/Zurich)", answer!.Card!.Title);
        Assert.Equal(answer.Card.Title, Assert.Single(room.Transcript).Card!.Title);
    }

    private static Meeting Current(Room room) => MeetingRows.Read(room.Table.Under(room.Partition, "now").Single(row => row.RowKey == MeetingRows.CurrentKey));
}
