using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Guests;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Guests;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>What a guest's link opens: one ballot of one poll, while it stands.</summary>
public sealed class GuestBallotTests
{
    private const string Times = "/poll \"TTT July\" Fri 11 July 16:00, Tue 22 July 15:00 for 1h";

    [Fact]
    public async Task Guest_AnswersLikeAnybody_InTheirOwnZone()
    {
        using var room = new Room();
        await room.Opens("Mara", Times + " until Wednesday noon");
        var token = await room.Invites("Mara", "Anna Berg");
        var page = await room.Page(token, "america/new_york");
        Assert.Contains(
            "Open until Wed 2 July 12:00 (Europe/Zurich) = Wed 2 July 06:00 (America/New_York).", page.Card.Text(),
            StringComparison.Ordinal);
        Assert.Equal("America/New_York", page.Zone);
        Assert.Contains("Fri 11 July 16:00–17:00 = Fri 11 July 10:00–11:00 (America/New_York)", page.Card.Text(), StringComparison.Ordinal);
        Assert.Contains("Everyone sees who answers what, and comments.", page.Card.Text(), StringComparison.Ordinal);
        Assert.Equal(
            "Fri 11 July 16:00–17:00 = Fri 11 July 10:00–11:00 (America/New_York)",
            page.Card.Elements().OfType<ChoiceInput>().First().Label);
        Assert.False(page.Card.Offers("Close now"));

        var answer = await room.Sends(page, ("o1", "yes"), ("o2", "maybe"), ("comment", "by train"));
        Assert.Equal("Recorded 10:00 (America/New_York): yes, if need be", answer!.Text);
        var shared = (await room.Shared(1)).Text();
        Assert.Contains("1 | Fri 11 July 16:00–17:00 | 1: Anna Berg (guest) | 0 | 0", shared, StringComparison.Ordinal);
        Assert.Contains("• Anna Berg (guest): by train", shared, StringComparison.Ordinal);
        Assert.Contains("Not yet: Mara", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Not yet", (await room.Page(token)).Card.Text(), StringComparison.Ordinal);

        // Opened again, without a word about the zone: it is that of the answer.
        var again = await room.Page(token);
        Assert.Equal("America/New_York", again.Zone);
        Assert.Contains("Recorded 10:00 (America/New_York): yes, if need be", again.Card.Text(), StringComparison.Ordinal);
        await room.Sends(again, ("o1", "no"));
        Assert.Equal(BallotAnswer.No, Assert.Single(Assert.Single(room.Ballots(1)).Answers).Answer);
        Assert.Equal("Your answer to Poll 1, \"TTT July\" is taken back.", (await room.Sends(again, "poll withdraw", ("poll", "1")))!.Text);
        Assert.Empty(room.Ballots(1));
    }

    [Fact]
    public async Task Guest_IsNoMember_AndIsTakenForNobody()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var page = await room.Page(await room.Invites("Mara", "Anna Berg"));
        await room.Sends(page, ("o1", "yes"));
        Assert.DoesNotContain(room.Table.Under(room.Partition, "member"), row => row.RowKey.Contains("guest", StringComparison.Ordinal));
        await room.Votes("Anna Berg", 1, ("o1", "no"));
        Assert.Equal(2, room.Ballots(1).Count);
    }

    [Fact]
    public async Task WrongZone_IsNotTaken_TheGroupsIs()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var token = await room.Invites("Mara", "Anna Berg");
        foreach (var zone in new[] { "", "Nowhere/City", "<script>", new string('x', 10_000), "+02:00" })
            Assert.Equal("Europe/Zurich", (await room.Page(token, zone)).Zone);
    }

    [Fact]
    public async Task NightInTheGuestsZone_IsPointedOut()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var token = await room.Invites("Mara", "Anna Berg");
        Assert.Contains("At night in Asia/Tokyo: Fri 11 July 23:00–Sat", (await room.Page(token, "Asia/Tokyo")).Card.Text().Replace("00:00", "Sat", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RevokedLink_LeadsNowhere_AndWhatArrivesAfterIsRefused()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var token = await room.Invites("Mara", "Anna Berg");
        var page = await room.Page(token);
        await room.Sends(page, ("o1", "yes"));
        Assert.Equal(
            "The link of Anna Berg has ended. What was answered stays. A new one: /poll guests 1 Anna Berg",
            await room.Says("Mara", "/poll guests 1 revoke Anna"));
        Assert.Equal(new FoundBallot(null, Known: true), await room.Finds(token));
        foreach (var verb in new[] { "poll vote", "poll withdraw" })
        {
            var refused = await room.Sends(page, verb, ("poll", "1"), ("o1", "no"));
            Assert.Equal((true, GuestRefusals.LinkEnded.Text), (refused!.Refused, refused.Text));
        }
        Assert.Equal(BallotAnswer.Yes, Assert.Single(Assert.Single(room.Ballots(1)).Answers).Answer);
        Assert.Contains("• Anna Berg: has answered, link ended", await room.Says("Mara", "/poll guests"), StringComparison.Ordinal);

        // Invited again they are who they were: one person, one ballot; the old link stays what it is.
        var anew = await room.Invites("Mara", "Anna Berg");
        Assert.NotEqual(token, anew);
        Assert.Null((await room.Finds(token)).Ballot);
        await room.Sends(await room.Page(anew), ("o1", "no"));
        Assert.Equal(BallotAnswer.No, Assert.Single(Assert.Single(room.Ballots(1)).Answers).Answer);
    }

    [Fact]
    public async Task LinkThatIsEndedWhileAnAnswerIsBeingStored_TakesItNoMore()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var page = await room.Page(await room.Invites("Mara", "Anna Berg"));
        var ended = false;
        room.Table.Before = async call =>
        {
            if (ended || call.Kind != "commit" || !call.Changes.Any(change => change.RowKey.StartsWith("ballot|", StringComparison.Ordinal))) return;
            ended = true;
            await room.Bot.Turn(room.Message("Mara", "/poll guests revoke Anna Berg"));
        };
        var refused = await room.Sends(page, ("o1", "yes"));
        Assert.True(ended);
        Assert.True(refused!.Refused);
        Assert.Empty(room.Ballots(1));
    }

    [Fact]
    public async Task Removed_TheirAnswerIsTakenAwayToo()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var page = await room.Page(await room.Invites("Mara", "Anna Berg"));
        await room.Sends(page, ("o1", "yes"));
        Assert.Equal(
            "The link of Anna Berg has ended, and what was answered is taken away.",
            await room.Says("Mara", "/poll guests remove Anna Berg"));
        Assert.Empty(room.Ballots(1));
        Assert.Empty(room.Poll(1).Guests);
    }

    [Fact]
    public async Task Link_OpensOnePollOfOneGroup()
    {
        var (table, time) = (new MemoryTable(), new FakeTime(FakeTime.Start));
        using var room = new Room("here", table, time);
        using var other = new Room("there", table, time, deliveries: 1_000);
        await room.Opens("Mara", Times);
        await room.Opens("Mara", "/poll Which? | a | b");
        await other.Opens("Noor", "/poll Where? | a | b");
        var page = await room.Page(await room.Invites("Mara", "Anna Berg"));
        Assert.True((await room.Sends(page, "poll vote", ("poll", "2"), ("choice", "1")))!.Refused);
        var stray = page with { Guest = page.Guest with { Home = other.Conversation } };
        Assert.True((await other.Sends(stray, "poll vote", ("poll", "1"), ("choice", "1")))!.Refused);
        Assert.Empty(room.Ballots(2));
        Assert.Empty(other.Ballots(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("token-9999999999999999")]
    [InlineData("../links/token-00000000000")]
    public async Task GuessedToken_LeadsNowhere(string token)
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        await room.Invites("Mara", "Anna Berg");
        Assert.Equal(new FoundBallot(null, Known: false), await room.Finds(token));
    }

    [Fact]
    public async Task AddressOfAnotherKind_OpensNoBallot_NorTheOtherWayRound()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var token = await room.Invites("Mara", "Anna Berg");
        var now = room.Time.GetCurrentInstant();
        foreach (var kind in new[] { "minutes", "export", "calendar" })
            Assert.Null(await PageLinks.FindAsync(room.Table, token, kind, now, CancellationToken.None));
        await room.Says("Mara", "/export");
        var export = room.Transcript[^1].Text.Split('/')[^1];
        Assert.Equal(new FoundBallot(null, Known: false), await room.Finds(export));
    }

    [Fact]
    public async Task ForgottenGroup_ItsLinksLeadNowhere()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var token = await room.Invites("Mara", "Anna Berg");
        await room.Says("Mara", "/forget everything really");
        Assert.Null((await room.Finds(token)).Ballot);
        for (var minute = 0; minute < 3; minute++) await room.Advance(1);
        await room.Opens("Mara", Times);
        Assert.Null((await room.Finds(token)).Ballot);
        Assert.Empty(room.Table.Under("links"));
    }

    [Fact]
    public async Task Closed_ItShowsTheResultAndTheTime_AndEndsAfterAWhile()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var token = await room.Invites("Mara", "Anna Berg");
        await room.Sends(await room.Page(token), ("o1", "yes"));
        Assert.Null((await room.Page(token)).Meeting);
        await room.Says("Mara", "/poll pick 1 option 1");
        var page = await room.Page(token, "America/New_York");
        Assert.Contains("Result: Fri 11 July 16:00–17:00 (1 yes", page.Card.Text(), StringComparison.Ordinal);
        Assert.Empty(page.Card.Elements().OfType<CardInput>());
        var meeting = Assert.Single(page.Meeting!.Events);
        Assert.Equal(("TTT July", "", ""), (meeting.Summary, meeting.Description, meeting.Location));
        Assert.Equal(Instant.FromUtc(2025, 7, 11, 14, 0), meeting.Start.ToInstant(DateTimeZone.Utc));
        Assert.True((await room.Sends(page, ("o1", "no")))!.Refused);

        // Moved since: the time that the poll has found is no more the meeting's.
        await room.Says("Mara", "/meeting on 12 July at 10:00");
        Assert.Null((await room.Page(token)).Meeting);
        room.Time.Advance(BallotViews.Kept + Duration.FromDays(1));
        Assert.Equal(new FoundBallot(null, Known: true), await room.Finds(token));
    }

    [Fact]
    public async Task CalledOff_ItSaysSo_AndEndsAfterAWhile()
    {
        using var room = new Room();
        await room.Opens("Mara", Times);
        var token = await room.Invites("Mara", "Anna Berg");
        await room.Says("Mara", "/poll cancel 1 really");
        Assert.Contains("Called off.", (await room.Page(token)).Card.Text(), StringComparison.Ordinal);
        room.Time.Advance(BallotViews.Kept + Duration.FromDays(1));
        Assert.Equal(new FoundBallot(null, Known: true), await room.Finds(token));
    }

    [Theory]
    [InlineData("--hidden", false, false)]
    [InlineData("--hidden-until-voted", false, true)]
    [InlineData("--chair-sees", false, false)]
    [InlineData("--anonymous", false, false)]
    [InlineData("", true, true)]
    public async Task Guest_SeesWhatAnybodyMay(string flags, bool before, bool after)
    {
        using var room = new Room();
        await room.Opens("Mara", $"/poll Which? | apples | pears {flags}");
        await room.Votes("Luna", 1, ("choice", "1"));
        var token = await room.Invites("Mara", "Anna Berg");
        var page = await room.Page(token);
        Assert.Contains(PollSight.Words(room.Poll(1)), page.Card.Text(), StringComparison.Ordinal);
        Assert.Equal(before, page.Card.Text().Contains("1: Luna", StringComparison.Ordinal));
        await room.Sends(page, ("choice", "2"));
        Assert.Equal(after, (await room.Page(token)).Card.Text().Contains("1: Luna", StringComparison.Ordinal));
        Assert.Equal(after, (await room.Page(token)).Card.Text().Contains("1: Anna Berg (guest)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PollThatClosesWhenAllHaveAnswered_WaitsForItsGuests()
    {
        using var room = new Room();
        await room.Says("Luna", "hello");
        await room.Says("Luna", "/polls");
        await room.Opens("Mara", "/poll Which? | a | b --required Luna");
        await room.Says("Mara", "/poll guests Anna Berg, Ben Ito");
        var tokens = room.Tokens("Mara");
        await room.Votes("Luna", 1, ("choice", "1"));
        await room.Advance(1);
        Assert.True(room.Poll(1).Open);
        Assert.Contains("all who are named, and the guests, have answered", (await room.Shared(1)).Text(), StringComparison.Ordinal);
        await room.Sends(await room.Page(tokens[0]), ("choice", "2"));
        await room.Advance(1);
        Assert.True(room.Poll(1).Open);
        await room.Says("Mara", "/poll guests revoke Ben Ito");
        await room.Advance(1);
        Assert.Equal((PollStatus.Closed, "all have answered"), (room.Poll(1).Status, room.Poll(1).Result!.Why));
        Assert.Equal(2, room.Poll(1).Result!.Tally.Ballots);
    }
}
