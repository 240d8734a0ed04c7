using MeetingBot.Kit;
using MeetingBot.Risks.Rounds;

namespace MeetingBot.Risks;

public sealed class InviteScorersTests
{
    [Theory]
    [InlineData("/risk guests Ada Berg, Ivo Ito")]
    [InlineData("/risk guests 1 Ada Berg and Ivo Ito")]
    [InlineData("/risk invite round 1 Ada Berg; Ivo Ito")]
    [InlineData("/risk guest 1\n- Ada Berg\n- Ivo Ito")]
    [InlineData("risk guests Ada Berg, Ivo Ito")]
    public async Task EachGuest_HasALink_ToldToWhoAskedAlone(string typed)
    {
        using var room = await ScoringRoom.Open();
        Assert.StartsWith("I have sent you the links for Ada Berg, Ivo Ito, for you alone.", await room.Says("Anna", typed), StringComparison.Ordinal);
        var text = room.Told("Anna").Last();
        Assert.StartsWith("Links to score in Round 1 of \"Tokens in WLCG\" v0.1, one for each guest", text, StringComparison.Ordinal);
        Assert.Contains("\nAda Berg: https://bot.example/score/", text, StringComparison.Ordinal);
        Assert.Contains("To end one: /risk guests 1 revoke Ada Berg", text, StringComparison.Ordinal);
        Assert.Equal(2, room.ScoreTokens("Anna").Distinct().Count());
        Assert.DoesNotContain(
            room.Bot.Channel.Sent, sent => sent.Message.Recipient is null && sent.Message.Text.Contains("/score/", StringComparison.Ordinal));
        Assert.Contains("Nothing yet (10): Ada Berg (guest), Anna", (await room.SharedRound()).Text(), StringComparison.Ordinal);
        Assert.All(room.RoundGuests(), guest => Assert.Equal(("guest", ""), (guest.Person.Platform, guest.Person.Tenant)));
    }

    [Fact]
    public async Task Community_IsThatOfTheNamesBeforeIt()
    {
        using var room = await ScoringRoom.Open();
        await room.Says("Anna", "/risk community ATLAS 3: @Ben", "Ben");
        await room.Says("Anna", "/risk community CMS");
        await room.Says("Anna", "/risk guests Ada Berg, Ivo Ito of atlas; Uma (University of Oslo) of CMS and Jan");
        string? Of(string name) => room.Assessment().CommunityOf(room.RoundGuests().Single(guest => guest.Person.Name == name).Person.Key)?.Name;
        Assert.Equal(["ATLAS", "ATLAS", "CMS", null], new[] { "Ada Berg", "Ivo Ito", "Uma (University of Oslo)", "Jan" }.Select(Of));
        Assert.Contains("Ada Berg (guest)", await room.Says("Ben", "/risk communities"), StringComparison.Ordinal);
        Assert.Contains("• Ada Berg (ATLAS): 0 of 3 answered", await room.Says("Anna", "/risk guests"), StringComparison.Ordinal);

        // Said anew, it is another; the link stays.
        var before = room.RoundGuests().Select(guest => guest.Token).ToHashSet();
        Assert.Contains("As before.", await room.Says("Anna", "/risk guests Ada Berg of CMS"), StringComparison.Ordinal);
        Assert.Equal("CMS", Of("Ada Berg"));
        Assert.True(before.SetEquals(room.RoundGuests().Select(guest => guest.Token)));
        await room.ScoresPage(await room.ScorePage(room.ScoreTokens("Anna")[0]), "4", "4");
        Assert.Equal("CMS", Assert.Single(room.AllScores()).Community);
    }

    [Fact]
    public async Task OnlyWhoRunsTheAssessment_InvitesListsAndRevokes()
    {
        using var room = await ScoringRoom.Open();
        await room.InvitesScorer("Ada Berg");
        foreach (var typed in new[] { "/risk guests Ivo Ito", "/risk guests", "/risk guests revoke Ada Berg" })
            Assert.StartsWith("That is for who began \"Tokens in WLCG\" v0.1 and the group's chairs", await room.Says("Ben", typed), StringComparison.Ordinal);
        Assert.True(Assert.Single(room.RoundGuests()).Stands);
    }

    [Theory]
    [InlineData("/risk guests ada@example.org", "is an address and no name. I send no mail")]
    [InlineData("/risk guests 1 ?!", "is no name")]
    [InlineData("/risk guests 1 ,", "Who is to answer? For example: /risk guests Anna Berg, Ben Ito")]
    [InlineData("/risk guests 2 Ada Berg", "No round is open.")]
    [InlineData("/risk guests Ben", "Ben is in this group and answers Round 1")]
    [InlineData("/risk guests revoke", "Whose link is to end?")]
    [InlineData("/risk guests revoke Ada", "has no guest whose link stands")]
    [InlineData("/risk guests remove Ada", "can't be taken away")]
    [InlineData("/risk guests", "has no guests. To invite some: /risk guests 1 Anna Berg, Ben Ito")]
    [InlineData("/risk guests Ada Berg of LHCb", "There is no community \"LHCb\" in \"Tokens in WLCG\" v0.1. To make it: /risk community LHCb")]
    public async Task Mistake_IsAnsweredInWords(string typed, string answer)
    {
        using var room = await ScoringRoom.Open();
        Assert.Contains(answer, await room.Says("Anna", typed), StringComparison.Ordinal);
        Assert.Empty(room.RoundGuests());
    }

    [Fact]
    public async Task TooMany_IsRefused_AndNothingIsKept()
    {
        using var room = await ScoringRoom.Open();
        Assert.Contains("Up to 40 guests", await room.Says("Anna", "/risk guests " + Names(0, 41)), StringComparison.Ordinal);
        Assert.Empty(room.RoundGuests());
        await room.Says("Anna", "/risk guests " + Names(0, 40));
        await room.Says("Anna", "/risk guests " + Names(40, 40));
        Assert.Contains("takes up to 100 guests", await room.Says("Anna", "/risk guests " + Names(80, 21)), StringComparison.Ordinal);
        Assert.Equal(80, room.RoundGuests().Count);
    }

    [Fact]
    public async Task TalkAboutGuests_IsLeftAlone()
    {
        using var room = await ScoringRoom.Open();
        Assert.Equal("", await room.Says("Ben", "risk guests are welcome to join us for lunch"));
        Assert.Empty(room.RoundGuests());
    }

    [Fact]
    public async Task List_TellsHowFarTheyAre_AndNoScore()
    {
        using var room = await ScoringRoom.Open();
        await room.Says("Anna", "/risk guests Ada Berg, Ivo Ito");
        await room.ScoresPage(await room.ScorePage(room.ScoreTokens("Anna")[0]), "4", "5");
        Assert.Equal(
            "Guests of Round 1 of \"Tokens in WLCG\" v0.1:\n• Ada Berg: 1 of 3 answered\n• Ivo Ito: 0 of 3 answered\n"
            + "A link again: /risk guests 1 Ada Berg. To end it: /risk guests 1 revoke Ada Berg",
            await room.Says("Anna", "/risk guests"));
        Assert.Contains("On the way (1): Ada Berg (guest) 1 of 3", (await room.SharedRound()).Text(), StringComparison.Ordinal);
        Assert.Contains("The links of Ada Berg, Ivo Ito have ended. What was scored stays and counts.", await room.Says("Anna", "/risk guests revoke all"), StringComparison.Ordinal);
        Assert.Contains("• Ada Berg: 1 of 3 answered, link ended", await room.Says("Anna", "/risk guests 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guest_IsNeverWrittenTo_AndTheReminderSaysSo()
    {
        using var room = await ScoringRoom.Open(1);
        await room.InvitesScorer("Ada Berg");
        Assert.Equal(
            "8 members will be reminded, each alone, in their daytime and once a day. Not yet: Ada Berg (guest). I can't write to guests. "
            + "Their links again: /risk guests 1 Ada Berg",
            await room.Says("Anna", "/risk nudge"));
        foreach (var member in RiskRoom.Members) await room.Scores1(member, "TR-1", "3", "3");
        Assert.StartsWith("All members who are asked have scored everything. Not yet: Ada Berg (guest).", await room.Says("Anna", "/risk nudge"), StringComparison.Ordinal);
        await room.Advance(60 * 24 * 9);
        Assert.Equal(RoundStatus.Revealed, room.Round().Status);
        Assert.DoesNotContain(room.Bot.Channel.Sent, sent => sent.Message.Recipient?.IsGuest == true);
        Assert.Equal((9, 8), (room.Round().Figures!.Members, room.Round().Figures!.Scored));
    }

    [Fact]
    public async Task InvitedToTheNextRound_TheyAreWhoTheyWere()
    {
        using var room = await ScoringRoom.Open(1);
        var token = await room.InvitesScorer("Ada Berg");
        await room.ScoresPage(await room.ScorePage(token), "4", "4");
        await room.Says("Anna", "/risk reveal");
        Assert.Contains("is over; no score is taken any more", await room.Says("Anna", "/risk guests 1 Ivo Ito"), StringComparison.Ordinal);
        await room.Says("Anna", "/risk open TR-1 until Wednesday 18:00");
        var next = await room.InvitesScorer("Ada Berg");
        Assert.NotEqual(token, next);
        Assert.Equal(room.RoundGuests()[0].Person.Key, room.RoundGuests(2)[0].Person.Key);
        Assert.Equal(2, (await room.ScorePage(next)).Round.Number);
        Assert.Null((await room.ScorePage(token)).Risk);
    }

    private static string Names(int from, int count) =>
        string.Join(", ", Enumerable.Range(from, count).Select(number => $"Guest {(char)('A' + (number / 26))}{(char)('a' + (number % 26))}"));
}
