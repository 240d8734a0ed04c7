using MeetingBot.Kit;

namespace MeetingBot.Polls;

public sealed class PollSightTests
{
    [Theory]
    [InlineData("", "Everyone sees who answers what, and comments.")]
    [InlineData("--hidden", "Until the poll is closed only who has answered is seen. After that: everyone sees who answers what, and comments.")]
    [InlineData("--hidden --anonymous", "Until the poll is closed nothing is seen. After that: everyone sees counts alone; nobody, the chair included, sees who answers or what.")]
    [InlineData("--hidden-until-voted", "Until you have answered you see only who has answered. After that: everyone sees who answers what, and comments.")]
    public async Task WhoSeesWhat_IsSaidWithoutContradiction(string flags, string said)
    {
        using var room = new Room();
        await room.Says("Mara", $"/poll Which? | a | b {flags}");
        Assert.Contains(said, (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1: Luna", "1: Luna", "1: Luna")]
    [InlineData("--counts", "1", "1", "1")]
    [InlineData("--chair-sees", "1", "1", "1: Luna")]
    [InlineData("--anonymous", "1", "1", "1")]
    [InlineData("--hidden", null, null, null)]
    [InlineData("--hidden-until-voted", null, "1: Luna", null)]
    [InlineData("--hidden-until-voted --counts", null, "1", null)]
    [InlineData("--hidden --chair-sees", null, null, null)]
    public async Task WhatIsSeenOfAnOpenPoll(string flags, string? byAll, string? byVoter, string? byChair)
    {
        using var room = new Room();
        var poll = await room.Opens("Mara", $"/poll Which? | a | b {flags}");
        await room.Votes("Luna", 1, ("choice", "1"), ("comment", "hush"));
        Assert.Equal(Row(byAll), Seen(await room.Shared(1)));
        Assert.Equal(Row(byAll), Seen(await room.Seen("Tom", 1)));
        Assert.Equal(Row(byVoter), Seen(await room.Seen("Luna", 1)));
        Assert.Equal(Row(byChair), Seen(await room.Seen("Mara", 1)));
        Assert.Contains(PollSight.Words(poll), (await room.Shared(1)).Text(), StringComparison.Ordinal);

        var shared = (await room.Shared(1)).Text();
        Assert.Equal(poll.Names is not PollNames.Anonymous, shared.Contains("Answered (1): Luna", StringComparison.Ordinal));
        Assert.Equal(flags.Length == 0, shared.Contains("hush", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--hidden", "1: Luna", "Luna: hush")]
    [InlineData("--hidden --counts", "1", "• hush")]
    [InlineData("--anonymous", "1", "• hush")]
    public async Task WhatIsSeenOfAClosedPoll(string flags, string row, string comment)
    {
        using var room = new Room();
        await room.Opens("Mara", $"/poll Which? | a | b {flags}");
        await room.Votes("Luna", 1, ("choice", "1"), ("comment", "hush"));
        await room.Says("Mara", "/poll close");
        Assert.Equal("1 | ✓ a | " + row, Seen(await room.Shared(1)));
        Assert.Contains(comment, (await room.Shared(1)).Text(), StringComparison.Ordinal);
        Assert.Equal(flags.Contains("anonymous", StringComparison.Ordinal), !(await room.Shared(1)).Text().Contains("Luna", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--hidden")]
    [InlineData("--counts")]
    [InlineData("--anonymous")]
    [InlineData("--hidden-until-voted")]
    public async Task WhereAnswersAreHidden_TheyAreNotTypedInFrontOfAll(string flags)
    {
        using var room = new Room();
        await room.Opens("Mara", $"/poll Which? | a | b {flags}");
        Assert.Contains("Answer on its card", await room.Says("Luna", "/vote a"), StringComparison.Ordinal);
        Assert.Empty(room.Ballots(1));
    }

    [Theory]
    [InlineData("--hidden")]
    [InlineData("--anonymous")]
    public async Task WhereAnswersAreHidden_TheyAreNotTakenBackInFrontOfAll(string flags)
    {
        using var room = new Room();
        await room.Opens("Mara", $"/poll Which? | a | b {flags}");
        await room.Votes("Luna", 1, ("choice", "1"));
        var said = await room.Says("Luna", "/poll withdraw 1");
        Assert.Contains("take your answer back there", said, StringComparison.Ordinal);
        Assert.Equal(said, await room.Says("Tom", "/poll withdraw 1"));
        Assert.Single(room.Ballots(1));
        await room.Press("Luna", "poll withdraw", ("poll", "1"));
        Assert.Empty(room.Ballots(1));
    }

    [Fact]
    public async Task PressThatIsNotAnsweredInPlace_IsAnsweredToTheVoterAlone()
    {
        using var room = new Room();
        await room.Opens("Mara", "/poll Which? | a | b --hidden");
        var said = await room.Hears(room.Pressed("Luna", "poll vote", ("poll", "1"), ("choice", "1")) with { WantsAnswer = false });
        Assert.Equal("Poll 1, \"Which?\": Recorded 16:00: a", Assert.Single(room.Told("Luna")));
        Assert.Equal(said, Assert.Single(room.Told("Luna")));
        var shown = room.Pressed("Luna", "poll show", ("poll", "1")) with { WantsAnswer = false };
        await room.Hears(shown);
        Assert.DoesNotContain("Recorded", (await room.Shared(1)).Text(), StringComparison.Ordinal);
    }

    private static string Row(string? cell) => cell is null ? "1 | a" : "1 | a | " + cell;

    private static string Seen(Cards.Card card) =>
        card.Text().Split('\n').Single(line => line.StartsWith("1 | ", StringComparison.Ordinal));
}
