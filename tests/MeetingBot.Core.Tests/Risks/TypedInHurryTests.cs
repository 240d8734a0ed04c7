using MeetingBot.Kit;

namespace MeetingBot.Risks;

/// <summary>What people type of risks who have read no syntax.</summary>
public sealed class TypedInHurryTests
{
    [Theory]
    [InlineData("/risk help")]
    [InlineData("/risks help")]
    [InlineData("/risk --help")]
    [InlineData("/asset help")]
    public async Task Help_BehindACommand_IsItsTopics(string typed)
    {
        using var room = new Room();
        Assert.StartsWith("Risks. You can now:\n• /risk new", await room.Says("Anna", typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_BehindWholeWords_IsThatCommands()
    {
        using var room = new Room();
        Assert.EndsWith("Typed as: /risk drop <id> [reason]", await room.Says("Anna", "/risk drop help"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/risk frobnicate", "frobnicate")]
    [InlineData("/risk everything please", "everything")]
    public async Task WordThatIsNone_IsAnsweredWithThoseThatAre(string typed, string quoted)
    {
        using var room = await RiskRoom.WithRisks(2);
        var said = await room.Says("Anna", typed);
        Assert.StartsWith($"Behind \"risk\" I know no \"{quoted}\". There are new, ", said, StringComparison.Ordinal);
        Assert.Contains("reveal", said, StringComparison.Ordinal);
        Assert.EndsWith("what each does: /help risk. For example: /risks", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/risk results")]
    [InlineData("/risks all")]
    [InlineData("/risk list")]
    public async Task List_ByOtherWords(string typed)
    {
        using var room = await RiskRoom.WithRisks(2);
        await room.Says("Anna", typed);
        await room.Advance(1);
        Assert.StartsWith("Risks of \"Tokens in WLCG\" v0.1", room.Bot.Channel.Sent[^1].Message.Card!.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/risk status")]
    [InlineData("/risk progress")]
    [InlineData("/risk who?")]
    [InlineData("/risk status round 1")]
    public async Task Status_IsTheSharedCardAtTheEnd(string typed)
    {
        using var room = await RiskRoom.WithRisks(2);
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        await room.Scores1("Ben", "TR-1", "2", "3");
        var before = room.Bot.Channel.Sent.Count;
        await room.Says("Emil", typed);
        await room.Advance(1);
        var shown = Assert.Single(room.Bot.Channel.Sent.Skip(before), sent => sent.Message.Fresh).Message;
        Assert.Equal("round 1 1", shown.Slot);
        Assert.Contains("On the way (1): Ben 1 of 2", shown.Card!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_WithoutARound_SaysSo()
    {
        using var room = await RiskRoom.WithRisks(1);
        Assert.Equal("No round is open. Open one: /risk open until Friday 18:00", await room.Says("Ben", "/risk status"));
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Says("Anna", "/risk cancel");
        Assert.StartsWith("No round", await room.Says("Ben", "/risk status"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/risk delete TR-2")]
    [InlineData("/risk remove TR-2")]
    [InlineData("drop risk TR-2")]
    public async Task Drop_ByOtherWords(string typed)
    {
        using var room = await RiskRoom.WithRisks(2);
        Assert.StartsWith("TR-2 is dropped.", await room.Says("Anna", typed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drop risk 2 percent")]
    [InlineData("risk avoid 2 things")]
    public async Task Talk_ThatBeginsSo_ChangesNothing(string said)
    {
        using var room = await RiskRoom.WithRisks(2);
        await room.Says("Anna", said);
        Assert.True(room.Risk("TR-2") is { Active: true, Treatment: null });
    }

    [Fact]
    public async Task Reveal_Now()
    {
        using var room = await RiskRoom.Scored();
        Assert.StartsWith("Round 1 of \"Tokens in WLCG\" v0.1 is revealed", await room.Says("Anna", "/risk reveal now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OfWhatIsOpen_IsRefusedInTheRightNumber()
    {
        using var room = await RiskRoom.WithRisks(2);
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        Assert.StartsWith("TR-1 and TR-2 are being scored", await room.Says("Anna", "/risk open"), StringComparison.Ordinal);
        Assert.StartsWith("TR-2 is being scored", await room.Says("Anna", "/risk open TR-2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/risk edit TR-1 title Stolen token used elsewhere")]
    [InlineData("/risk edit TR-1 title: Stolen token used elsewhere | mitigation short lifetimes")]
    public async Task Edit_WithoutColons(string typed)
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", typed);
        Assert.Equal("Stolen token used elsewhere", room.Risk("TR-1").Title);
    }

    [Fact]
    public async Task Edit_LinesBelow_AreOfTheText()
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", "/risk edit TR-1 description A token is copied.\nthreats are many, see the list\nmitigation: short lifetimes");
        Assert.Equal("A token is copied.\nthreats are many, see the list", room.Risk("TR-1").Description);
        Assert.Equal("short lifetimes", room.Risk("TR-1").Mitigation);
    }

    [Fact]
    public async Task Edit_OfAPartThatIsNone_NamesIt()
    {
        using var room = await RiskRoom.WithRisks(1);
        Assert.StartsWith("\"owner\" is no part of a risk. There are title, ", await room.Says("Anna", "/risk edit TR-1 owner: Luna"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/risk treat TR-1 reduce by pinning the audience, owner Ben, due 1 October")]
    [InlineData("/risk treat TR-1 reduce pinning the audience | owner Ben | due 1 October")]
    [InlineData("/risk reduce TR-1 pinning the audience; owner: Ben; due: 1 October")]
    [InlineData("/risk mitigate TR-1 by pinning the audience, owner Ben, due 1 October")]
    public async Task Treatment_InOneSentence(string typed)
    {
        using var room = await RiskRoom.WithRisks(1);
        var said = await room.Says("Anna", typed);
        Assert.StartsWith("TR-1: Reduce: pinning the audience. It is action 1. Ben: TR-1: pinning the audience, by Wed 1 October", said, StringComparison.Ordinal);
        var treatment = room.Risk("TR-1").Treatment!;
        Assert.Equal(("pinning the audience", "Ben", 10), (treatment.Recommendation, treatment.Owner, treatment.DueOn!.Value.Month));
    }

    [Theory]
    [InlineData("/risk treat TR-1 reduce rotate keys, for which sites need notice, by rotating weekly", "rotate keys, for which sites need notice, by rotating weekly", "")]
    [InlineData("/risk treat TR-1 reduce rotate keys, by developers", "rotate keys", "developers")]
    [InlineData("/risk treat TR-1 reduce rotate keys, due to weak storage", "rotate keys, due to weak storage", "")]
    [InlineData("/risk treat TR-1 reduce rotate keys\nfor all sites", "rotate keys for all sites", "")]
    public async Task Treatment_CommasOfASentence_AreIts(string typed, string recommendation, string addressee)
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", typed);
        Assert.Equal((recommendation, addressee), (room.Risk("TR-1").Treatment!.Recommendation, room.Risk("TR-1").Treatment!.Addressee));
    }

    [Fact]
    public async Task Accept_InFront()
    {
        using var room = await RiskRoom.WithRisks(1);
        Assert.StartsWith("TR-1: Accept, looked at again on ", await room.Says("Anna", "/risk accept TR-1"), StringComparison.Ordinal);
        Assert.StartsWith("Which risk? Its id.", await room.Says("Anna", "/risk accept that"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/risk report pdf")]
    [InlineData("/risk export csv")]
    [InlineData("/risk report as an excel")]
    public async Task Report_InAForm_GivesAll(string typed)
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", typed);
        await room.Advance(1);
        Assert.Equal(["Open the report", "PDF", "Markdown", "CSV", "Excel", "JSON"],
            room.Bot.Channel.Sent[^1].Message.Card!.Buttons.Select(button => button.Title));
    }

    [Fact]
    public async Task Rename_IsForWhoRunsIt_AndWhatIsFrozenKeepsItsTitle()
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", "/risk freeze v1.0");
        Assert.StartsWith("That is for who began", await room.Says("Ben", "/risk rename Ours"), StringComparison.Ordinal);
        Assert.Equal("\"Tokens in WLCG\" v1.1 is called \"Tokens in EGI\" v1.1 now.", await room.Says("Anna", "/risk rename \"Tokens in EGI\""));
        var documents = new Report.AssessmentDocuments(room.Table, room.Time);
        Assert.Equal("Tokens in WLCG", (await documents.OfAsync(room.Group, 1, "1.0", CancellationToken.None))!.Title);
        Assert.Equal("Tokens in EGI", (await documents.OfAsync(room.Group, 1, null, CancellationToken.None))!.Title);
    }
}
