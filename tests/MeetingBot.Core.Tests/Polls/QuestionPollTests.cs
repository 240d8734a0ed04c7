using MeetingBot.Cards;
using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Polls;

public sealed class QuestionPollTests
{
    [Theory]
    [InlineData("/poll Weekly or monthly? | weekly | monthly", 2)]
    [InlineData("/poll How often? | every Tuesday | every second Tuesday | monthly", 3)]
    [InlineData("/poll \"How often?\" \"weekly\" \"every two weeks\"", 2)]
    public async Task HowOften_IsAQuestion_AndNoChoiceOfTimes(string typed, int options)
    {
        using var room = new Room();
        var poll = await room.Opens("Mara", typed);
        Assert.Equal((PollKind.One, options), (poll.Kind, poll.Options.Length));
    }

    [Fact]
    public async Task Question_IsAnswered_Changed_AndClosed()
    {
        using var room = new Room();
        var poll = await room.Opens("Mara", "/poll Focus on tokens first? | everything | tokens | decide later");
        Assert.Equal((1, "Focus on tokens first?", PollKind.One), (poll.Number, poll.Question, poll.Kind));
        Assert.Equal(["everything", "tokens", "decide later"], poll.Options.Select(option => option.Text));

        var answer = await room.Votes("Luna", 1, ("choice", "1"));
        Assert.Equal("Recorded 16:00: everything", answer!.Text);
        Assert.Contains("Recorded 16:00: everything", answer.Card!.Text(), StringComparison.Ordinal);
        await room.Votes("Luna", 1, ("choice", "2"), ("comment", "sooner is better"));
        await room.Votes("Jens", 1, ("choice", "2"));
        await room.Votes("Tom", 1, ("choice", "3"));

        var card = (await room.Shared(1)).Text();
        Assert.Contains("1 | everything | 0\n2 | tokens | 2: Jens, Luna\n3 | decide later | 1: Tom", card, StringComparison.Ordinal);
        Assert.Contains("Answered (3): Jens, Luna, Tom", card, StringComparison.Ordinal);
        Assert.Contains("• Luna: sooner is better", card, StringComparison.Ordinal);

        Assert.Equal(
            "Poll 1, \"Focus on tokens first?\" is closed: Mara closed it. Result: tokens (2 votes). Most votes; a tie is the chair's.",
            await room.Says("Mara", "/poll close"));
        var closed = await room.Shared(1);
        Assert.Contains("2 | ✓ tokens | 2: Jens, Luna", closed.Text(), StringComparison.Ordinal);
        Assert.Empty(closed.Elements().OfType<CardInput>());
        Assert.Contains("is closed since Fri 27 June 16:00 (Europe/Zurich)", (await room.Votes("Tom", 1, ("choice", "1")))!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/poll Meet in August?", "Meet in August?", "Yes,No")]
    [InlineData("/poll Focus?\neverything\n- tokens\n3. later", "Focus?", "everything,tokens,later")]
    [InlineData("/poll \"Which way\" \"left\" \"right\"", "Which way", "left,right")]
    [InlineData("/poll “Which way” “left”, “right”", "Which way", "left,right")]
    [InlineData("/poll Wait? | go now | wait until Friday", "Wait?", "go now,wait until Friday")]
    [InlineData("poll Which? | a | b", "Which?", "a,b")]
    public async Task Question_IsReadAsItIsWritten(string typed, string question, string options)
    {
        using var room = new Room();
        var poll = await room.Opens("Mara", typed);
        Assert.Equal(question, poll.Question);
        Assert.Equal(options, string.Join(',', poll.Options.Select(option => option.Text)));
    }

    [Theory]
    [InlineData("/poll Q? | a | b --hidden until Thursday noon")]
    [InlineData("/poll Q?\na\nb --multiple --anonymous until Thursday noon")]
    [InlineData("/poll Q? | a | b --required Mara until Thursday noon")]
    public async Task DeadlineBehindFlags_IsNoPartOfAnOption(string typed)
    {
        using var room = new Room();
        await room.Says("Mara", "agenda");
        var poll = await room.Opens("Mara", typed);
        Assert.Equal(["a", "b"], poll.Options.Select(option => option.Text));
        Assert.Equal(Instant.FromUtc(2025, 7, 3, 10, 0), poll.ClosesAt);
    }

    [Theory]
    [InlineData("/poll Q? | a", "2 to 20 options, not 1")]
    [InlineData("/poll Q? | a | A", "is there twice")]
    [InlineData("/poll | a | b", "needs a question")]
    [InlineData("/poll the whole lot of it", "neither a question nor times")]
    [InlineData("/poll Q? | a | b --quorum many", "A quorum is a number")]
    [InlineData("/poll Q? | a | b --required Nobody", "I do not know \"Nobody\"")]
    [InlineData("/poll Q? | a | b --consensus", "name them")]
    [InlineData("/poll Q? | a | b --when-all", "Name them")]
    [InlineData("/poll Q? | a | b | until someday", "I can't read \"someday\"")]
    public async Task WhatCannotBeOpened_IsSaid(string typed, string said)
    {
        using var room = new Room();
        Assert.Contains(said, await room.Says("Mara", typed), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "poll"));
    }

    [Theory]
    [InlineData("poll the others when they are back")]
    [InlineData("polls are open in Norway")]
    [InlineData("vote for Luna")]
    [InlineData("hands up everyone")]
    public async Task Talk_IsLeftAlone(string said)
    {
        using var room = await Room.InMeeting();
        await room.Says("Mara", "/poll Which? | a | b");
        var before = room.Bot.Channel.Sent.Count;
        await room.Says("Luna", said);
        Assert.Equal(before, room.Bot.Channel.Sent.Count);
    }

    [Fact]
    public async Task Several_AndRanked_AreCountedAsSuch()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b | c --multiple");
        await room.Opens("Mara", "/poll Which first? | a | b | c —ranked");
        Assert.Equal("Recorded 16:00: a, c", await room.Says("Luna", "/vote 1 a, c"));
        Assert.Equal("Recorded 16:00: c", await room.Says("Jens", "/vote 1 3"));
        Assert.Equal("Recorded 16:00: b > a", (await room.Votes("Luna", 2, ("r1", "2"), ("r2", "1"), ("r3", "none")))!.Text);
        Assert.Equal("Recorded 16:00: c > b > a", await room.Says("Jens", "/vote 2 c > b > a"));
        Assert.Equal("Recorded 16:00: a > b", await room.Says("Tom", "/vote 2 1, 2"));

        Assert.Contains("1 | a | 1: Luna\n2 | b | 0\n3 | c | 2: Jens, Luna", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        Assert.Contains("1 | a | 3 | 1\n2 | b | 4 | 1\n3 | c | 2 | 1", (await room.Shared(2)).Text(), StringComparison.Ordinal);
        Assert.Contains("Result: b (4 points, 1 first)", await room.Says("Mara", "/poll close 2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tie_IsSaid_AndPickedByTheChair()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b | c");
        await room.Says("Luna", "/vote a");
        await room.Says("Jens", "/vote b");
        Assert.Contains("A tie: a and b (1 vote each).", await room.Says("Mara", "/poll close"), StringComparison.Ordinal);
        var mine = await room.Seen("Mara", 1);
        Assert.StartsWith("That is for who opened Poll 1, \"Which?\", or chairs: Mara", (await room.Press("Luna", mine.Button("Pick b")))!.Text, StringComparison.Ordinal);
        Assert.Equal(
            "Poll 1, \"Which?\" is decided. Result: b (1 vote), picked by Mara.",
            (await room.Press("Mara", mine.Button("Pick b")))!.Text);
        Assert.Equal(PollStatus.Decided, room.Poll(1).Status);
    }

    [Fact]
    public async Task Quorum_BelowItNothingIsDecided()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b --quorum 2");
        await room.Says("Luna", "/vote a");
        Assert.Contains("No result: 1 of the 2 ballots of the quorum.", await room.Says("Mara", "/poll close"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_IsNoAnswer_AndEmptyIsRefused()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        Assert.Contains("You have no answer", (await room.Press("Luna", "poll withdraw", ("poll", "1")))!.Text, StringComparison.Ordinal);
        Assert.Contains("nothing was recorded", (await room.Votes("Luna", 1, ("choice", "")))!.Text, StringComparison.Ordinal);
        var card = (await room.Votes("Luna", 1, ("choice", "2")))!.Card!;
        var answer = await room.Press("Luna", card.Button("Take my answer back"));
        Assert.Equal("Your answer to Poll 1, \"Which?\" is taken back.", answer!.Text);
        Assert.Empty(room.Ballots(1));
        Assert.Contains("Answered (0): nobody yet", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("close", "Close now")]
    [InlineData("cancel", "Call off")]
    [InlineData("nudge", "Remind")]
    public async Task ChairsButton_IsOnlyOnTheChairsCard_AndRefusedToOthers(string command, string title)
    {
        using var room = new Room();
        await room.Says("Anna", "meeting start");
        await room.Says("Anna", "meeting end");
        await room.Opens("Mara", "/poll Which? | a | b");
        Assert.False((await room.Shared(1)).Offers(title));
        Assert.False((await room.Seen("Luna", 1)).Offers(title));
        var mine = await room.Seen("Mara", 1);
        Assert.True((await room.Seen("Anna", 1)).Offers(title));
        Assert.Equal(
            "That is for who opened Poll 1, \"Which?\", or chairs: Mara and Anna.", (await room.Press("Luna", mine.Button(title)))!.Text);
        Assert.Equal("That is for who opened Poll 1, \"Which?\", or chairs: Mara and Anna.", await room.Says("Luna", $"/poll {command} 1"));
        Assert.True(room.Poll(1).Open);
    }

    [Fact]
    public async Task CalledOff_AfterAQuestion_AndOpenedAgainWithItsBallots()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b");
        await room.Says("Luna", "/vote a");
        var question = await room.Press("Mara", (await room.Seen("Mara", 1)).Button("Call off"));
        Assert.True(room.Poll(1).Open);
        await room.Press("Mara", question!.Card!.Button("Call it off"));
        Assert.Equal(PollStatus.Cancelled, room.Poll(1).Status);
        Assert.Contains("was called off", await room.Says("Luna", "/vote 1 b"), StringComparison.Ordinal);
        Assert.Equal("Poll 1, \"Which?\" is open again, until Fri 27 June 18:00 (Europe/Zurich).", await room.Says("Mara", "/poll reopen 1 2h"));
        Assert.Equal("Recorded 16:00: b", await room.Says("Jens", "/vote b"));
        Assert.Equal(2, room.Ballots(1).Count);
    }

    [Fact]
    public async Task Hands_AreShownInTheMeeting_AndGoIntoItsMinutes()
    {
        using var room = await Room.InMeeting("Budget");
        await room.Says("Mara", "next");
        await room.Says("Mara", "/hands Adopt version 2?");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Votes("Jens", 1, ("choice", "1"));
        await room.Votes("Tom", 1, ("choice", "3"));
        await room.Press("Mara", (await room.Seen("Mara", 1)).Button("Close now"));

        var section = Assert.Single((await room.Minutes())!.Sections, section => section.Heading == "Budget");
        Assert.Equal("Show of hands, \"Adopt version 2?\": For 2, Against 0, Abstain 1", Assert.Single(section.Lines).Text);
    }

    [Fact]
    public async Task Hands_AreOneLineOfTheMinutes_HoweverOftenTheirChairPicks()
    {
        using var room = await Room.InMeeting("Budget");
        await room.Says("Mara", "next");
        await room.Says("Mara", "/hands Adopt it?");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Votes("Tom", 1, ("choice", "2"));
        await room.Says("Mara", "/poll close");
        await room.Says("Mara", "/poll pick 1 option 1");
        await room.Says("Mara", "/poll pick 1 option 2");
        var section = Assert.Single((await room.Minutes())!.Sections, section => section.Heading == "Budget");
        Assert.Equal("Show of hands, \"Adopt it?\": For 1, Against 1, Abstain 0; Mara picks Against", Assert.Single(section.Lines).Text);
    }

    [Fact]
    public async Task Hands_ThatAreOpenAtTheEnd_CloseWithTheMeeting_AndAreInItsMinutes()
    {
        using var room = await Room.InMeeting("Budget");
        await room.Says("Mara", "next");
        await room.Says("Mara", "/hands Adopt version 2?");
        await room.Says("Mara", "/hands Meet in August?");
        await room.Opens("Mara", "/poll Which room? | a | b");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Votes("Jens", 1, ("choice", "2"));
        await room.Votes("Luna", 2, ("choice", "2"));
        await room.Says("Mara", "meeting end");

        var section = Assert.Single((await room.Minutes())!.Sections, section => section.Heading == "Budget");
        Assert.Equal(
            ["Show of hands, \"Adopt version 2?\": For 1, Against 1, Abstain 0", "Show of hands, \"Meet in August?\": For 0, Against 1, Abstain 0"],
            section.Lines.Select(line => line.Text));
        Assert.Equal([PollStatus.Closed, PollStatus.Closed, PollStatus.Open], [room.Poll(1).Status, room.Poll(2).Status, room.Poll(3).Status]);
        Assert.Contains("closed", await room.Says("Luna", "/vote 1 For"), StringComparison.Ordinal);
        Assert.Equal("Recorded 16:00: a", await room.Says("Luna", "/vote a"));
    }

    [Fact]
    public async Task Hands_AreFewAtATime()
    {
        using var room = await Room.InMeeting("Budget");
        for (var i = 1; i <= 5; i++) await room.Says("Mara", $"/hands Adopt version {i}?");
        Assert.Equal("5 shows of hands are open; close one first: /polls", await room.Says("Mara", "/hands Adopt version 6?"));
        await room.Says("Mara", "meeting end");
        Assert.Equal(5, (await room.Minutes())!.Sections.Sum(section => section.Lines.Length));
    }

    [Fact]
    public async Task Hands_WithoutAMeeting_AreRefused()
    {
        using var room = new Room();
        Assert.StartsWith("No meeting is running.", await room.Says("Mara", "/hands Adopt version 2?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OpensTheSamePoll()
    {
        using var room = new Room();
        await room.Says("Mara", "/poll");
        var form = room.Transcript[^1].Card!;
        var answer = await room.Press("Mara", form.Button("Open the poll"),
            ("question", "Which way?"), ("options", "left\nright\n"), ("kind", "multiple"), ("names", "counts"),
            ("shown", "hidden"), ("until", "2h"), ("quorum", "3"));
        Assert.Equal("Poll 1, \"Which way?\" is open.", answer!.Text);
        var poll = room.Poll(1);
        Assert.Equal((PollKind.Multiple, PollNames.Nobody, PollShown.AfterClose, 3), (poll.Kind, poll.Names, poll.Shown, poll.Quorum));
        Assert.Equal(FakeTime.Start + NodaTime.Duration.FromHours(2), poll.ClosesAt);
    }

    [Fact]
    public async Task Numbers_AreStable_AndWhoNamesNoneMeansTheOnlyOpenOne()
    {
        using var room = new Room();
        Assert.StartsWith("No poll is open.", await room.Says("Mara", "/poll close"), StringComparison.Ordinal);
        await room.Opens("Mara", "/poll A? | a | b");
        await room.Opens("Mara", "/poll B? | a | b");
        Assert.Equal("Which poll? Open are 1 (A?) and 2 (B?). Name its number.", await room.Says("Mara", "/poll close"));
        await room.Says("Mara", "/poll close 1");
        Assert.Contains("Poll 2, \"B?\" is closed", await room.Says("Mara", "/poll close"), StringComparison.Ordinal);
        Assert.Equal(3, (await room.Opens("Mara", "/poll C? | a | b")).Number);
        Assert.Equal("There is no poll 9. To see them: /polls", await room.Says("Mara", "/poll 9"));
        await room.Says("Mara", "/polls");
        Assert.Equal(["3", "2", "1"], room.Transcript[^1].Card!.Body.OfType<CardTable>().Single().Rows.Select(row => row[0]));
    }
}
