using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>Who takes minutes and forgets the label is told once that the line is not kept; talk never is.</summary>
public sealed class UnkeptLineTests
{
    private const string Told = "That line is not kept. Begin it with note: (or ACTION:, RESOLVED:), or say /scribe me to have all your lines kept.";

    [Theory]
    [InlineData("Jens disagrees, think we should wait")]
    [InlineData("ML notes operational issues again")]
    [InlineData("DavidC suggests adding extra sheets")]
    [InlineData("Jens in agreement, there are better ways")]
    [InlineData("Luna also notes need for a companion doc")]
    [InlineData("Action to share a document (Luna share) and on all to work on it")]
    [InlineData("Agreed to meet on Fridays")]
    [InlineData("Agreed that the document comes first")]
    [InlineData("Agreement on avoiding overlap.")]
    [InlineData("Decided on Friday 11th at 16.00 CET.")]
    [InlineData("Next meeting is on Friday 11th")]
    [InlineData("* Lifetimes")]
    [InlineData("** Potential downtimes")]
    public async Task LineLikeMinutes_IsToldOnce(string said)
    {
        using var room = await Room.InMeeting();
        Assert.Equal("", await room.Says("Luna", said));
        await room.Says("Luna", "ML - we wait");
        Assert.Equal(Told, await room.Says("Luna", said));
        Assert.Equal("", await room.Says("Luna", said));
        Assert.Equal("", await room.Says("Jens", said));
        Assert.Single(room.Table.Under(room.Partition, "line"));

        await room.Says("Mara", "end");
        await room.Says("Mara", "meeting start");
        await room.Says("Luna", "ML - we wait");
        Assert.Equal(Told, await room.Says("Luna", said));
    }

    [Theory]
    [InlineData("hello all, good to see you")]
    [InlineData("This suggests a bug")]
    [InlineData("It agrees with me")]
    [InlineData("Who agrees?")]
    [InlineData("Everyone agrees :-)")]
    [InlineData("Luna agrees?")]
    [InlineData("Teams suggests I restart it")]
    [InlineData("My notes are on the page")]
    [InlineData("Meeting notes are on the page")]
    [InlineData("Luna's notes are on the page")]
    [InlineData("Notes are on the page")]
    [InlineData("I agree with Jens")]
    [InlineData("Agreed!")]
    [InlineData("Agreed, fine with me")]
    [InlineData("Agreed to disagree")]
    [InlineData("Agreed that.")]
    [InlineData("Agreement on the scopes is still missing")]
    [InlineData("Decided yet?")]
    [InlineData("Decided on a day yet?")]
    [InlineData("Action to be decided")]
    [InlineData("Actions speak louder")]
    [InlineData("Action needed")]
    [InlineData("Next meeting?")]
    [InlineData("Next meeting is when?")]
    [InlineData("Next meeting I bring cake")]
    [InlineData("- maybe")]
    [InlineData("Put it on the roadmap")]
    [InlineData("Friday works for me")]
    [InlineData("The group suggests nothing")]
    [InlineData("Jens is here")]
    [InlineData("Jens, do you agree?")]
    public async Task Talk_IsNeverAnswered(string said)
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ML - we wait");
        Assert.Equal("", await room.Says("Luna", said));
        Assert.DoesNotContain(room.Transcript, message => message.Text == Told);
    }

    [Fact]
    public async Task Bullet_IsToldOnlyBehindOnesOwnLine()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ML - we wait");
        await room.Says("Jens", "DC - so do I");
        Assert.Equal("", await room.Says("Luna", "* Lifetimes"));
        Assert.Equal(Told, await room.Says("Jens", "* Lifetimes"));
    }

    [Fact]
    public async Task WhereSomebodyScribes_NobodyIsTold()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "ML - we wait");
        await room.Says("Jens", "/scribe me");
        Assert.Equal("", await room.Says("Luna", "Jens disagrees with that"));
    }
}
