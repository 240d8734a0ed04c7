using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Guests;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Risks;

/// <summary>What a guest's link opens: their own card of one round, while it stands.</summary>
public sealed class GuestScoringTests
{
    [Fact]
    public async Task Guest_ScoresLikeAnybody_OneRiskAtATime_InTheirOwnZone()
    {
        using var room = await ScoringRoom.Open();
        var token = await room.InvitesScorer("Ada Berg");
        var page = await room.ScorePage(token, zone: "america/new_york");
        Assert.Equal(("TR-1", 0, "America/New_York", "Europe/Zurich"), (page.Risk, page.Done, page.Zone, page.GroupZone));
        Assert.Contains("Tokens in WLCG · 1 of 3 · 0 answered · until Wed 2 July 12:00 (America/New_York)", page.Card.Text(), StringComparison.Ordinal);
        Assert.Contains("Until the round is revealed only you see what you answer", page.Card.Text(), StringComparison.Ordinal);
        Assert.Equal(["Save and next", "Skip to the next"], page.Card.AllButtons().Select(button => button.Title));

        var answer = await room.Presses(page, "Save and next", ("likelihood", "4"), ("impact", "?"), ("rationale", "seen in May"));
        Assert.Matches("^Recorded [0-9:]{5} \\(America/New_York\\): TR-1, likelihood 4, impact don't know$", answer!.Text);
        Assert.StartsWith("TR-2", answer.Card!.Title, StringComparison.Ordinal);
        var score = Assert.Single(room.AllScores());
        Assert.Equal(("Ada Berg", true, "seen in May"), (score.Member.Name, score.Member.IsGuest, score.Rationale));

        // The bare link goes on where they were, in the zone of their answers; the receipt is of what is stored.
        var again = (await room.Opens(new ScoringCall(token, Recorded: "TR-1"))).Scoring!;
        Assert.Equal(("TR-2", 1, "America/New_York"), (again.Risk, again.Done, again.Zone));
        Assert.Contains("TR-1, likelihood 4, impact don't know", again.Card.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Recorded", (await room.Opens(new ScoringCall(token, Recorded: "TR-3"))).Scoring!.Card.Text(), StringComparison.Ordinal);
        await room.ScoresPage(await room.ScorePage(token, "TR-2"), "2", "2");
        await room.ScoresPage(await room.ScorePage(token, "TR-3"), "1", "5");
        var whole = await room.ScorePage(token, "TR-1");
        Assert.True(whole.IsComplete);
        Assert.Contains("all answered; you may change them until the close", whole.Card.Text(), StringComparison.Ordinal);
        await room.ScoresPage(whole, "5", "5");
        Assert.Equal(3, room.AllScores().Count);
        Assert.Contains("All answered (1): Ada Berg (guest)", (await room.SharedRound()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guest_IsEligible_AndIsNoMember()
    {
        using var room = await ScoringRoom.Open(1, "/risk open for Anna, Ben");
        var token = await room.InvitesScorer("Ada Berg");
        await room.ScoresPage(await room.ScorePage(token), "3", "3");
        await room.Scores1("Anna", "TR-1", "3", "3");
        Assert.DoesNotContain(room.Table.Under(room.Partition, "member"), row => row.RowKey.Contains("guest", StringComparison.Ordinal));
        await room.Says("Anna", "/risk reveal");
        Assert.Equal((3, 2), (room.Round().Figures!.Members, room.Round().Figures!.Scored));
        Assert.Equal(3, room.Risk("TR-1").Result![RiskDimension.Likelihood]!.Summary(room.Assessment().Criteria).Eligible);
    }

    [Fact]
    public async Task BeforeTheReveal_NoOthersScoreIsRead()
    {
        using var room = await ScoringRoom.Open(2);
        await room.Scores1("Ben", "TR-1", "5", "1", "a secret reason");
        var token = await room.InvitesScorer("Ada Berg");
        var own = Assert.Single(room.RoundGuests()).Person.Key.Value;
        var read = new List<string>();
        room.Table.Before = call =>
        {
            if (call.Kind != "commit" && call.Key.StartsWith("score|", StringComparison.Ordinal)) read.Add(call.Key);
            return Task.CompletedTask;
        };
        var page = await room.ScorePage(token, "TR-1");
        var answer = await room.ScoresPage(page, "2", "2");
        await room.Presses(await room.ScorePage(token, "TR-2"), "Back");
        room.Table.Before = null;
        Assert.NotEmpty(read);
        Assert.All(read, key => Assert.EndsWith(TableKey.Join(own), key, StringComparison.Ordinal));
        foreach (var text in new[] { page.Card.Text(), answer!.Card!.Text(), (await room.SharedRound()).Text(), await room.Says("Anna", "/risk guests") })
            Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RevokedLink_LeadsNowhere_AndWhatArrivesAfterIsRefused()
    {
        using var room = await ScoringRoom.Open();
        var token = await room.InvitesScorer("Ada Berg");
        var page = await room.ScorePage(token);
        await room.ScoresPage(page, "4", "4");
        Assert.Equal(
            "The link of Ada Berg has ended. What was scored stays and counts. A new one: /risk guests 1 Ada Berg",
            await room.Says("Anna", "/risk guests revoke Ada"));
        Assert.Equal(new FoundScoring(null, Known: true), await room.Opens(new ScoringCall(token)));
        foreach (var button in page.Card.AllButtons())
        {
            var refused = await room.Presses(page, button, ("likelihood", "1"), ("impact", "1"));
            Assert.Equal((true, GuestRefusals.LinkEnded.Text), (refused!.Refused, refused.Text));
        }
        Assert.Equal(Score.Of(4), Assert.Single(room.AllScores()).Scores[RiskDimension.Likelihood]);
        Assert.Contains("On the way (1): Ada Berg (guest) 1 of 3", (await room.SharedRound()).Text(), StringComparison.Ordinal);

        // Invited again they are who they were; the old link stays what it is.
        var anew = await room.InvitesScorer("Ada Berg");
        Assert.NotEqual(token, anew);
        Assert.Null((await room.Opens(new ScoringCall(token))).Scoring);
        Assert.Equal(("TR-2", 1), ((await room.ScorePage(anew)).Risk, (await room.ScorePage(anew)).Done));
        await room.Says("Anna", "/risk guests revoke Ada");
        await room.Says("Anna", "/risk reveal");
        Assert.Equal((9, 1), (room.Round().Figures!.Members, room.Round().Figures!.Scored));
    }

    [Fact]
    public async Task LinkThatIsEndedWhileAScoreIsBeingStored_TakesItNoMore()
    {
        using var room = await ScoringRoom.Open();
        var page = await room.ScorePage(await room.InvitesScorer("Ada Berg"));
        var ended = false;
        room.Table.Before = async call =>
        {
            if (ended || call.Kind != "commit" || !call.Changes.Any(change => change.RowKey.StartsWith("score|", StringComparison.Ordinal))) return;
            ended = true;
            await room.Bot.Turn(room.Message("Anna", "/risk guests revoke Ada Berg"));
        };
        var refused = await room.ScoresPage(page, "4", "4");
        Assert.True(ended);
        Assert.True(refused!.Refused);
        Assert.Empty(room.AllScores());
        Assert.DoesNotContain("Ada Berg", (await room.SharedRound()).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/risk reveal", "Round 1 is over; no score is taken any more.", "9 who were asked have scored 3 risks")]
    [InlineData("/risk cancel", "Round 1 was called off.", "This round was called off.")]
    public async Task EndOfTheRound_EndsTheScoring_AndSaysWhatAllMaySee(string typed, string refusal, string words)
    {
        using var room = await ScoringRoom.Open();
        await room.Scores1("Ben", "TR-1", "5", "1", "a reason");
        var token = await room.InvitesScorer("Ada Berg");
        var page = await room.ScorePage(token);
        await room.ScoresPage(page, "4", "4");
        await room.Says("Anna", typed);
        Assert.Equal((true, refusal), ((await room.ScoresPage(page, "1", "1"))!.Refused, (await room.ScoresPage(page, "1", "1"))!.Text));
        var after = await room.ScorePage(token, "TR-1");
        Assert.Null(after.Risk);
        Assert.Contains(words, after.Card.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("reason", after.Card.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("likelihood", after.Card.Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(after.Card.AllButtons());
        Assert.Equal(2, room.AllScores().Count);
        room.Time.Advance(ScoringViews.Kept + Duration.FromDays(1));
        Assert.Equal(new FoundScoring(null, Known: true), await room.Opens(new ScoringCall(token)));
    }

    [Fact]
    public async Task Link_OpensOneRoundOfOneGroup()
    {
        using var room = await ScoringRoom.Open();
        await room.Says("Anna", "/risk add Another one");
        await room.Says("Anna", "/risk open TR-4");
        var page = await room.ScorePage(await room.InvitesScorer("1 Ada Berg"));
        var button = page.Card.AllButtons().First();
        foreach (var (key, value) in new[] { ("round", "2"), ("assessment", "2"), ("risk", "TR-4") })
            Assert.True((await room.Presses(page, button, (key, value), ("likelihood", "1"), ("impact", "1")))!.Refused);
        Assert.Empty(room.AllScores());
        Assert.Empty(room.AllScores(2));

        // What is shown next is of the round, whatever a form says.
        var odd = await room.Presses(page, button, ("next", "TR-4"), ("likelihood", "1"), ("impact", "1"));
        Assert.StartsWith("TR-1", odd!.Card!.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("token-9999999999999999")]
    public async Task GuessedToken_LeadsNowhere(string token)
    {
        using var room = await ScoringRoom.Open();
        await room.InvitesScorer("Ada Berg");
        Assert.Equal(new FoundScoring(null, Known: false), await room.Opens(new ScoringCall(token)));
    }

    [Fact]
    public async Task AddressOfABallot_OpensNoScores_NorTheOtherWayRound()
    {
        using var room = await ScoringRoom.Open();
        await room.Opens("Anna", "/poll Which? | a | b");
        var ballot = await room.Invites("Anna", "Ada Berg");
        var score = await room.InvitesScorer("Ada Berg");
        Assert.Equal(new FoundScoring(null, Known: false), await room.Opens(new ScoringCall(ballot)));
        Assert.Null((await room.Finds(score)).Ballot);
        Assert.Single(room.RoundGuests());
        Assert.Equal(2, room.Table.Under(room.Partition, "guest").Count);
    }

    [Fact]
    public async Task ForgottenGroup_ItsLinksLeadNowhere()
    {
        using var room = await ScoringRoom.Open();
        var token = await room.InvitesScorer("Ada Berg");
        await room.Says("Anna", "/forget everything really");
        Assert.Null((await room.Opens(new ScoringCall(token))).Scoring);
        for (var minute = 0; minute < 3; minute++) await room.Advance(1);
        Assert.Empty(room.Table.Under("links"));
    }

    [Fact]
    public async Task Export_HasNoLink_AndNoScore()
    {
        using var room = await ScoringRoom.Open();
        var token = await room.InvitesScorer("Ada Berg");
        await room.ScoresPage(await room.ScorePage(token), "4", "4");
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(
            room.Table, room.Group, room.Time.GetCurrentInstant(), _ => true, output, () => ValueTask.CompletedTask, CancellationToken.None);
        var text = System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.DoesNotContain(token, text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"kind\": \"score\"", text, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"scored\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongZone_IsNotTaken_TheGroupsIs()
    {
        using var room = await ScoringRoom.Open();
        var token = await room.InvitesScorer("Ada Berg");
        foreach (var zone in new[] { "", "Nowhere/City", "<script>", new string('x', 10_000), "+02:00" })
            Assert.Equal("Europe/Zurich", (await room.ScorePage(token, zone: zone)).Zone);
        foreach (var risk in new[] { "", "TR-99", "<b>", new string('x', 10_000) })
            Assert.Equal("TR-1", (await room.ScorePage(token, risk)).Risk);
    }
}
