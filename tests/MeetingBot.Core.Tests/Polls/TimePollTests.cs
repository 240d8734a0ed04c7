using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Slots;
using NodaTime;

namespace MeetingBot.Polls;

public sealed class TimePollTests
{
    [Fact]
    public async Task AnswerToOneOption_ByItsNumber_LeavesTheOthersAsTheyWere()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Tue 1 July 15:00, Wed 2 July 15:00, Thu 3 July 15:00");
        await room.Votes("Luna", 1, ("o1", "yes"), ("o2", "no"), ("o3", "maybe"), ("comment", "by train"));
        Assert.Equal("Recorded 16:00: yes, no, yes", await room.Says("Luna", "/vote 1 3 yes"));
        Assert.Equal("Recorded 16:00: no, no answer, yes", await room.Says("Luna", "/vote 1 1 no 2 -"));
        Assert.Equal("by train", Assert.Single(room.Ballots(1)).Comment);
        Assert.Equal("Recorded 16:00: no answer, yes, no answer", await room.Says("Tom", "/vote 1 2 yes"));
        Assert.StartsWith("There is no answer on it", await room.Says("Tom", "/vote 1 2 -"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_AreRead_Answered_AndMakeTheMeeting()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll \"TTT July\" Fri 11 July 16:00, Tue 22 July 15:00 for 1h until Wednesday noon");
        var poll = room.Poll(1);
        Assert.Equal(("TTT July", PollKind.Times), (poll.Question, poll.Kind));
        Assert.Equal(["Fri 11 July 16:00–17:00", "Tue 22 July 15:00–16:00"], poll.Options.Select(option => option.Text));
        Assert.Equal(Instant.FromUtc(2025, 7, 2, 10, 0), poll.ClosesAt);
        var slot = poll.Options[0].Slot!;
        Assert.Equal(
            (new LocalDateTime(2025, 7, 11, 16, 0), "Europe/Zurich", Instant.FromUtc(2025, 7, 11, 14, 0), Duration.FromHours(1)),
            (slot.Wall, slot.Zone, slot.Start, slot.Length));

        Assert.Equal("Recorded 16:00: yes, if need be", (await room.Votes("Luna", 1, ("o1", "yes"), ("o2", "maybe")))!.Text);
        Assert.Equal("Recorded 16:00: no answer, no", (await room.Votes("Jens", 1, ("o2", "no")))!.Text);
        Assert.Equal("Recorded 16:00: yes, -".Replace("-", "no answer", StringComparison.Ordinal), await room.Says("Tom", "/vote yes, -"));
        var card = (await room.Shared(1)).Text();
        Assert.Contains("1 | Fri 11 July 16:00–17:00 | 2: Luna, Tom | 0 | 0\n2 | Tue 22 July 15:00–16:00 | 0 | 1: Luna | 1: Jens", card, StringComparison.Ordinal);

        await room.Advance(60 * 24 * 5);
        Assert.Contains(room.Transcript, message => message.Text.StartsWith(
            "Poll 1, \"TTT July\" is closed: its time is over. Result: Fri 11 July 16:00–17:00 (2 yes, 0 if need be, 0 no). "
            + "Most yes, then fewest no, then the earliest.", StringComparison.Ordinal));
        var mine = await room.Seen("Mara", 1);
        var answer = await room.Press("Mara", mine.Button("Meet Fri 11 July 16:00–17:00"));
        Assert.EndsWith("It is on Fri 11 July 16:00–17:00 (Europe/Zurich) = 14:00 UTC.", answer!.Text, StringComparison.Ordinal);
        Assert.Contains("TTT July, is on Fri 11 July, 16:00–17:00 (Europe/Zurich)", await room.Says("Luna", "/meeting status"), StringComparison.Ordinal);
        Assert.Contains("1 | ✓ Fri 11 July", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/poll Friday 11th at 16:00?", "Fri 11 July 16:00–17:00")]
    [InlineData("/poll Friday 11th at 16:00 CET?", "Fri 11 July 16:00–17:00")]
    [InlineData("poll Fri 11 July, 16:00, 17:00 until Thursday", "Fri 11 July 16:00–17:00|Fri 11 July 17:00–18:00")]
    [InlineData("/poll 11 July 16:00-17:30 or 22 July at 3pm", "Fri 11 July 16:00–17:30|Tue 22 July 15:00–16:00")]
    [InlineData("/poll TTT?\nFri 11 July 16:00\nTue 22 July 15:00", "Fri 11 July 16:00–17:00|Tue 22 July 15:00–16:00")]
    [InlineData("/poll \"Dinner\" Fri 11 July, Sat 12 July", "Fri 11 July|Sat 12 July")]
    public async Task Times_AreReadAsTheyAreWritten(string typed, string options)
    {
        using var room = new Room();
        await room.Says("Mara", typed);
        Assert.Equal(options, string.Join('|', room.Poll(1).Options.Select(option => option.Text)));
    }

    [Theory]
    [InlineData("/poll usual time? 15.00 CET Tuesday 22nd July?", "usual time?", "Tue 22 July 15:00–16:00")]
    [InlineData("/poll TTT July: Tue 22 July 15:00, Fri 11 July 16:00 until Thursday", "TTT July", "Fri 11 July 16:00–17:00|Tue 22 July 15:00–16:00")]
    [InlineData("/poll When?: Tue 22 July 15:00 for 2h", "When?", "Tue 22 July 15:00–17:00")]
    [InlineData("/poll Fri 11 July: 15:00, 16:00", "When do we meet?", "Fri 11 July 15:00–16:00|Fri 11 July 16:00–17:00")]
    [InlineData("/poll Is 11 July fine? I hope so?", "Is 11 July fine? I hope so?", "Yes|No")]
    public async Task TitleBeforeTimes_IsTheirQuestion(string typed, string question, string options)
    {
        using var room = new Room();
        await room.Says("Mara", typed);
        Assert.Equal(question, room.Poll(1).Question);
        Assert.Equal(options, string.Join('|', room.Poll(1).Options.Select(option => option.Text)));
    }

    [Fact]
    public async Task CetInSummer_IsSaidWithTheLiteralReading_WhichOneClickTakes()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll Friday 11th at 16:00 CET?");
        await room.Votes("Luna", 1, ("o1", "yes"), ("seen", "1.1"));
        Assert.Contains(
            "is taken as the clock on the wall: Fri 11 July 16:00–17:00 (Europe/Zurich, 14:00 UTC). CET by the letter would be "
            + "Fri 11 July 17:00 (Europe/Zurich), 15:00 UTC.", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        var answer = await room.Press("Mara", (await room.Seen("Mara", 1)).Button("Option 1: 17:00 was meant"));
        Assert.Equal(
            "Poll 1, \"When do we meet?\": \"Fri 11 July 16:00–17:00\" is now \"Fri 11 July 17:00–18:00\". To answer again: Luna.",
            answer!.Text);
        Assert.Equal(Instant.FromUtc(2025, 7, 11, 15, 0), room.Poll(1).Options[0].Slot!.Start);
        Assert.DoesNotContain("by the letter", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoubtfulTime_IsAskedBack_WithItsCandidatesAsButtons()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll \"TTT\" Wed 11 July 16:00, Tue 22 July 15:00 until Thursday");
        Assert.Empty(room.Table.Under(room.Partition, "poll"));
        var card = room.Transcript[^1].Card!;
        Assert.Equal("Which time is \"Wed 11 July 16:00\"?", card.Title);
        Assert.True(card.Buttons.Length > 1);
        await room.Press("Mara", card.Buttons[0]);
        Assert.Equal(["Fri 11 July 16:00–17:00", "Tue 22 July 15:00–16:00"], room.Poll(1).Options.Select(option => option.Text));
        Assert.NotNull(room.Poll(1).ClosesAt);
    }

    [Theory]
    [InlineData("/poll \"TTT\" Fri 11 July 16:00, someday", "\"someday\" is no time to meet at.")]
    [InlineData("/poll \"TTT\" Fri 31 June 16:00, 2 July 15:00", "is no time to meet at.")]
    [InlineData("/poll \"TTT\" Fri 11 July 16:00 until Wed 3 July", "Say which.")]
    public async Task TimeThatCannotBe_IsSaid_AndNothingIsOpen(string typed, string said)
    {
        using var room = new Room();
        Assert.Contains(said, await room.Says("Mara", typed), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "poll"));
    }

    [Theory]
    [InlineData("/poll Meet in August?")]
    [InlineData("/poll May we record the session?")]
    [InlineData("/poll In person or remote?")]
    public async Task QuestionThatNamesATime_IsAQuestion(string typed)
    {
        using var room = new Room();
        await room.Says("Mara", typed);
        Assert.Equal(["Yes", "No"], room.Poll(1).Options.Select(option => option.Text));
    }

    [Fact]
    public async Task Warnings_TellOfClocksNightsWeekendsAndWhatIsPast()
    {
        using var room = new Room();
        var abroad = Room.Who("Ada") with { Zone = "America/Chicago" };
        await room.Bot.Turn(new MembersAdded("added", room.Conversation, Room.Who("Mara"), false, [abroad, Room.Who("Luna")]));
        await room.Says("Mara", "/poll \"TTT\" Fri 24 October 10:00, Sat 25 October 15:00, Tue 28 October 15:00");
        var text = (await room.Shared(1)).Text();
        Assert.Contains("On a weekend: Sat 25 October 15:00–16:00.", text, StringComparison.Ordinal);
        Assert.Contains("The clocks in Europe/Zurich change on Sunday 26 October 2025, between these options: from Tue 28 October 15:00–16:00 on they are 1 h back.", text, StringComparison.Ordinal);
        Assert.Contains("At night in America/Chicago: Fri 24 October 03:00–04:00.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Past:", text, StringComparison.Ordinal);
        room.Time.AdvanceTo(Instant.FromUtc(2025, 10, 24, 20, 0));
        await room.Says("Mara", "/poll 1");
        Assert.Contains("Past: Fri 24 October 10:00–11:00.", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reader_SeesTheirOwnZoneToo_AndAllAreToldTheirTimes()
    {
        using var room = new Room();
        var abroad = Room.Who("Ada") with { Zone = "America/Chicago" };
        await room.Says("Mara", "/poll Fri 11 July 16:00?");
        var vote = room.Pressed("Ada", "poll vote", ("poll", "1"), ("o1", "yes")) with { Sender = abroad };
        var answer = (await room.Bot.Turn(vote)).Answer!;
        Assert.Equal("Recorded 09:00 (America/Chicago): yes", answer.Text);
        Assert.Contains("Fri 11 July 16:00–17:00 = Fri 11 July 09:00–10:00 (America/Chicago)", answer.Card!.Text(), StringComparison.Ordinal);
        Assert.Contains(
            "It is on Fri 11 July 16:00–17:00 (Europe/Zurich) = Fri 11 July 09:00–10:00 (America/Chicago) = 14:00 UTC.",
            await room.Says("Mara", "/poll pick 1 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedOption_KeepsOtherAnswers_AndAsksOnlyWhoAnsweredIt()
    {
        using var room = new Room();
        foreach (var name in new[] { "Luna", "Jens", "Tom" }) await room.Says(name, "agenda");
        await room.Says("Mara", "/poll \"TTT\" Fri 11 July 16:00, Tue 22 July 15:00");
        await room.Votes("Luna", 1, ("o1", "yes"), ("o2", "no"), ("seen", "1.1 2.1"));
        await room.Votes("Jens", 1, ("o1", "yes"), ("seen", "1.1 2.1"));
        Assert.StartsWith("That is for who opened Poll 1, ", await room.Says("Luna", "/poll change 1 option 2 to Wed 23 July 15:00"), StringComparison.Ordinal);
        Assert.Equal(
            "Poll 1, \"TTT\": \"Tue 22 July 15:00–16:00\" is now \"Wed 23 July 15:00–16:00\". To answer again: Luna.",
            (await room.Says("Mara", "/poll change 1 option 2 to Wed 23 July 15:00")).Split('\n')[0]);
        await room.Advance(1);
        Assert.Contains("Changed since you answered", Assert.Single(room.Told("Luna")), StringComparison.Ordinal);
        Assert.Empty(room.Told("Jens"));
        Assert.Empty(room.Told("Tom"));
        Assert.Contains("1 | Fri 11 July 16:00–17:00 | 2: Jens, Luna | 0 | 0\n2 | Wed 23 July 15:00–16:00 | 0 | 0 | 0", (await room.Shared(1)).Text(), StringComparison.Ordinal);

        // From the card as it was before the change: that is no answer to the new time.
        var stale = await room.Votes("Luna", 1, ("o1", "yes"), ("o2", "yes"), ("seen", "1.1 2.1"));
        Assert.Equal("Recorded 16:01: yes, no answer. Changed since you answered, please answer again: Wed 23 July 15:00–16:00", stale!.Text);
        Assert.Contains("please answer again: Wed 23 July", stale.Card!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddedAndDropped_LeaveTheOtherAnswers()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll \"TTT\" Fri 11 July 16:00, Tue 22 July 15:00");
        await room.Votes("Luna", 1, ("o1", "no"), ("o2", "yes"));
        Assert.Equal("Poll 1, \"TTT\" has \"Thu 10 July 15:00–16:00\" too. The options are numbered anew, in order of time.", await room.Says("Mara", "/poll add 1 Thu 10 July 15:00"));
        Assert.Equal("\"Thu 10 July 15:00–16:00\" is an option already.", await room.Says("Mara", "/poll add Thu 10 July 15:00"));
        Assert.Equal("Poll 1, \"TTT\" has \"Fri 11 July 16:00–17:00\" no more.", await room.Says("Mara", "/poll drop 1 option 2"));
        Assert.Contains("1 | Thu 10 July 15:00–16:00 | 0 | 0 | 0\n2 | Tue 22 July 15:00–16:00 | 1: Luna | 0 | 0", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        await room.Says("Mara", "/poll drop option 2");
        Assert.Contains("left without a choice", await room.Says("Mara", "/poll drop 1 option 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NextWeek_IsProposedAtTheUsualTime()
    {
        using var room = new Room();
        await room.Says("Mara", "meeting start");
        await room.Says("Mara", "meeting end");
        await room.Says("Mara", "/poll next week");
        var card = room.Transcript[^1].Card!;
        var times = card.Elements().OfType<ChoiceInput>().Single();
        Assert.Equal(5, times.Choices.Length);
        Assert.Equal("Fri 4 July 16:00", times.Choices[0].Title);
        Assert.Contains("mostly met on a Friday at 16:00", card.Text(), StringComparison.Ordinal);
        await room.Press("Mara", card.Button("Open the poll"), ("question", "TTT"), ("options", "2025-07-01 16:00,2025-07-04 16:00"));
        Assert.Equal(["Tue 1 July 16:00–17:00", "Fri 4 July 16:00–17:00"], room.Poll(1).Options.Select(option => option.Text));
    }

    [Theory]
    [InlineData("/poll Fri 11 July 16:00", "Meeting 1: Fri 11 July")]
    [InlineData("/poll usual time? Fri 11 July 16:00", "Meeting 1: Fri 11 July")]
    [InlineData("/poll TTT July: Fri 11 July 16:00", "TTT July: Fri 11 July")]
    public async Task Title_IsTheMeetings_ButAQuestionIsNoName(string typed, string shown)
    {
        using var room = new Room();
        await room.Says("Mara", typed);
        await room.Says("Mara", "/poll pick 1 1");
        Assert.Contains(room.Transcript, message => message.Card?.Title.StartsWith(shown, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task DoubtfulDeadline_IsAskedBack_WithAnExampleThatWorks()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll \"TTT\" Fri 11 July 16:00, Tue 22 July 15:00");
        var asked = await room.Says("Mara", "/poll extend 1 until Friday noon");
        Assert.EndsWith("Say which. For example: until 2025-07-04 12:00", asked, StringComparison.Ordinal);
        await room.Says("Mara", "/poll extend 1 until 2025-07-04 12:00");
        Assert.Equal(Instant.FromUtc(2025, 7, 4, 10, 0), room.Poll(1).ClosesAt);
    }

    [Fact]
    public async Task RequiredWhoAgree_MakeTheMeeting_AndItsAgendaIsCarriedOver()
    {
        using var room = await Room.InMeeting("Budget", "Tokens");
        await room.Says("Luna", "note: here");
        await room.Says("Mara", "meeting end");
        await room.Says("Mara", "/poll \"Next one\" Fri 11 July 16:00, Tue 22 July 15:00 --required Luna --consensus");
        await room.Votes("Luna", 1, ("o2", "yes"));
        await room.Advance(0.1);
        Assert.Equal(PollStatus.Decided, room.Poll(1).Status);
        var overview = await room.Overview();
        Assert.Equal("Next one", overview.Title);
        Assert.Equal(["Budget", "Tokens"], overview.Agenda.Select(item => item.Title));
        Assert.Contains(room.Transcript, message => message.Card?.Title == "Next one: Tue 22 July, 15:00–16:00 (Europe/Zurich)");
    }

    [Fact]
    public void Rule_IsMostYes_ThenFewestNo_ThenEarliest()
    {
        static Ballot By(string who, params BallotAnswer?[] answers) => new(Room.Who(who), FakeTime.Start,
            [.. answers.Select((answer, index) => (answer, index)).Where(pair => pair.answer is not null).Select(pair => new OptionAnswer(pair.index + 1, pair.answer!.Value))]);
        var slots = new[] { 4, 3, 2, 1 }.Select((day, index) => new PollOption(index + 1, $"{day}", Slot: new Slot(
            new LocalDateTime(2025, 7, day, 9, 0), "UTC", Instant.FromUtc(2025, 7, day, 9, 0), Duration.FromHours(1), "")));
        var poll = new Poll(1, "Q", PollKind.Times, [.. slots], Room.Who("Mara"), FakeTime.Start, "UTC");
        const BallotAnswer yes = BallotAnswer.Yes, no = BallotAnswer.No;
        var tally = PollTally.Of(poll, [By("a", yes, yes, yes, no), By("b", no, null, BallotAnswer.IfNeedBe, yes), By("c", no, null, null, no)]);
        Assert.Equal([3, 2, 4, 1], tally.Ranking.Select(option => option.Option));
        Assert.Equal(3, Assert.Single(PollRule.Best(poll, tally)).Id);
        Assert.Empty(PollRule.Best(poll, PollTally.Of(poll, [By("a", no, no, no, no)])));
    }
}
