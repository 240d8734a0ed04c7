using MeetingBot.Kit;

namespace MeetingBot.Actions;

/// <summary>Who is named first or last in an action has it; where nobody is, the answer says so.</summary>
public sealed class NamedOwnersTests
{
    [Theory]
    [InlineData("Luna share the doc", "Luna", "share the doc")]
    [InlineData("luna share the doc", "luna", "share the doc")]
    [InlineData("Luna please share the doc", "Luna", "share the doc")]
    [InlineData("Luna, please share the doc", "Luna", "share the doc")]
    [InlineData("Luna could you please share the doc", "Luna", "share the doc")]
    [InlineData("Luna will share the doc", "Luna", "share the doc")]
    [InlineData("Luna should share the doc", "Luna", "share the doc")]
    [InlineData("Luna needs to share the doc", "Luna", "share the doc")]
    [InlineData("Luna is going to share the doc", "Luna", "share the doc")]
    [InlineData("Luna'll share the doc", "Luna", "share the doc")]
    [InlineData("I'll share the doc", "Mara Lind", "share the doc")]
    [InlineData("Luna (share the doc)", "Luna", "share the doc")]
    [InlineData("(Luna) share the doc", "Luna", "share the doc")]
    [InlineData("[Luna] share the doc", "Luna", "share the doc")]
    [InlineData("ML share the doc", "Mara Lind", "share the doc")]
    [InlineData("Mara Lind share the doc", "Mara Lind", "share the doc")]
    [InlineData("Luna and Tom share the doc", "Luna+Tom", "share the doc")]
    [InlineData("Luna, Tom & Noor please share the doc", "Luna+Tom+Noor", "share the doc")]
    [InlineData("Luna share the doc with Tom", "Luna", "share the doc with Tom")]
    [InlineData("share the doc (Luna)", "Luna", "share the doc")]
    [InlineData("share the doc [Luna]", "Luna", "share the doc")]
    [InlineData("share the doc (Luna and Tom)", "Luna+Tom", "share the doc")]
    [InlineData("share the doc (Luna share)", "Luna", "share the doc")]
    [InlineData("share the doc (owner: Luna)", "Luna", "share the doc")]
    [InlineData("share the doc - Luna", "Luna", "share the doc")]
    [InlineData("share the doc – Luna, Tom", "Luna+Tom", "share the doc")]
    [InlineData("share the doc -> Luna", "Luna", "share the doc")]
    [InlineData("share the doc: Luna", "Luna", "share the doc")]
    [InlineData("share the doc, Luna", "Luna", "share the doc")]
    [InlineData("share the doc Luna", "Luna", "share the doc")]
    [InlineData("share the doc (me)", "Mara Lind", "share the doc")]
    [InlineData("share the doc (all)", "all", "share the doc")]
    [InlineData("Slides - Luna", "Luna", "Slides")]
    [InlineData("share the doc by Luna", "Luna", "share the doc")]
    [InlineData("share the doc, assigned to Luna", "Luna", "share the doc")]
    [InlineData("@Luna share the doc", "Luna", "share the doc")]
    [InlineData("@Luna please share the doc", "Luna", "share the doc")]
    [InlineData("@Ben share the doc", "Ben", "share the doc")]
    [InlineData("@ben: share the doc", "ben", "share the doc")]
    [InlineData("share the doc @Luna", "Luna", "share the doc")]
    [InlineData("share the doc @Ben", "Ben", "share the doc")]
    [InlineData("share the doc @Luna @Tom", "Luna+Tom", "share the doc")]
    [InlineData("share the doc @Luna and @Tom", "Luna+Tom", "share the doc")]
    [InlineData("both Luna and Tom to share the doc", "Luna+Tom", "share the doc")]
    [InlineData("Luna (by Friday): share the doc", "Luna", "share the doc")]
    [InlineData("share the doc | Luna | 5 Dec", "Luna", "share the doc")]
    [InlineData("Website: mend the footer @Luna", "Luna", "Website: mend the footer")]
    public async Task WhoStandsFirstOrLast_HasIt(string said, string owners, string text) =>
        Assert.Equal((owners, text), await Given("ACTION: " + said));

    [Theory]
    [InlineData("write to Luna")]
    [InlineData("share the doc with Luna and Tom")]
    [InlineData("call Luna")]
    [InlineData("find a room and ask Luna")]
    [InlineData("call @Luna")]
    [InlineData("share the doc with @Luna")]
    [InlineData("Luna's talk needs slides")]
    [InlineData("Luna is away, find somebody else")]
    [InlineData("Luna Park visit")]
    [InlineData("Share the doc (PDF)")]
    [InlineData("share the doc - soon")]
    [InlineData("share the doc (Ona)")]
    [InlineData("Ona share the doc")]
    [InlineData("mark the page as read")]
    [InlineData("Mark the page as read")]
    public async Task OtherwiseNobodyHasIt(string said) => Assert.Equal(("", said), await Given("ACTION: " + said));

    [Theory]
    [InlineData("TODO: ML write the report", "Action 1. Mara Lind: write the report")]
    [InlineData("/action Luna share the doc by Friday", "Action 1. Luna: share the doc, by Fri 27 June (today)")]
    [InlineData("ACTION: share the doc @Luna by Friday", "Action 1. Luna: share the doc, by Fri 27 June (today)")]
    [InlineData("ACTION: share the doc by Friday @Luna", "Action 1. Luna: share the doc, by Fri 27 June (today)")]
    [InlineData("ACTION: share the doc by Friday (Luna)", "Action 1. Luna: share the doc, by Fri 27 June (today)")]
    [InlineData("ACTION: share the doc (Luna, by Friday)", "Action 1. Luna: share the doc, by Fri 27 June (today)")]
    [InlineData("ACTION: by Friday Luna to share the doc", "Action 1. Luna: share the doc, by Fri 27 June (today)")]
    public async Task Owner_IsTakenHoweverItIsLabelled(string said, string answer)
    {
        using var room = await People();
        Assert.Equal(answer, await room.Says("Mara Lind", said));
    }

    [Fact]
    public async Task Mention_HasItByItsWholeName()
    {
        using var room = await Room.InMeeting();
        Assert.Equal("Action 1. Ona van der Holm: share the doc", await room.Says("Mara", "ACTION: @Ona van der Holm share the doc", "Ona van der Holm"));
        Assert.Equal("Action 2. Ona van der Holm: share the doc", await room.Says("Mara", "ACTION: share the doc @Ona van der Holm", "Ona van der Holm"));
        Assert.Equal("Action 3. Ona van der Holm: share the doc", await room.Says("Mara", "ACTION: @Ona van der Holm - share the doc", "Ona van der Holm"));
        Assert.Equal("Action 4. Ona van der Holm and Ben: share the doc", await room.Says("Mara", "ACTION: @Ona van der Holm and @Ben to share the doc", "Ona van der Holm", "Ben"));
    }

    [Fact]
    public async Task NameOfTwo_IsNobodys()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna Holm", "note: a");
        await room.Says("Luna Berg", "note: b");
        Assert.StartsWith("Action 1. unassigned: Luna share the doc. Nobody has it yet", await room.Says("Mara", "ACTION: Luna share the doc"), StringComparison.Ordinal);
        Assert.Equal("Action 2. Luna Berg: share the doc", await room.Says("Mara", "ACTION: Luna Berg share the doc"));
    }

    [Fact]
    public async Task ThatNobodyHasIt_IsSaid_AndHowItIsGiven()
    {
        using var room = await Room.InMeeting();
        Assert.Equal(
            "Action 1. unassigned: share the doc. Nobody has it yet; to give it to somebody: /action 1 @Luna",
            await room.Says("Mara", "ACTION: share the doc"));
        Assert.Equal(
            "Noted 3 lines, with action 2. unassigned: a, 3. Luna: b and 4. unassigned: c. Nobody has actions 2 and 4 yet; "
                + "to give one to somebody: /action 2 @Luna",
            await room.Says("Mara", "ACTION: a\nACTION: Luna to b\nACTION: c"));
        Assert.Equal("Action 5. everyone: read it", await room.Says("Mara", "ACTION: everyone to read it"));
    }

    private static async Task<Room> People()
    {
        var room = await Room.InMeeting();
        await room.Says("Mara Lind", "present Luna, Tom, Noor, Mark");
        return room;
    }

    private static async Task<(string Owners, string Text)> Given(string said)
    {
        using var room = await People();
        var answer = await room.Says("Mara Lind", said);
        var given = Assert.Single((await room.Overview()).OpenActions);
        Assert.Equal(given.Owners.IsEmpty, answer.Contains("Nobody has it", StringComparison.Ordinal));
        return (string.Join('+', given.Owners), given.Text);
    }
}
