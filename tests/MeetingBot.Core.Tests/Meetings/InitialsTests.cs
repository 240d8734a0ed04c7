using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>
/// Initials mean the one person whom they fit, in actions and lists of who is there alike; what fits nobody or several
/// is kept as typed, and that is said.
/// </summary>
public sealed class InitialsTests
{
    [Theory]
    [InlineData("ACTION: LM to write the draft", "Action 1. Luna Meyer: write the draft")]
    [InlineData("ACTION: LM and ME to write the draft", "Action 1. Luna Meyer and Mara Ekholm: write the draft")]
    [InlineData("ACTION: write the draft (LM)", "Action 1. Luna Meyer: write the draft")]
    [InlineData("TODO: LM - write the draft", "Action 1. Luna Meyer: write the draft")]
    [InlineData("/action LM, Tom to write the draft", "Action 1. Luna Meyer and Tom: write the draft")]
    [InlineData("/action Luna to write the draft", "Action 1. Luna: write the draft")]
    [InlineData(
        "ACTION: QX to write the draft",
        "Action 1. QX: write the draft. \"QX\" fits nobody that I know here: kept as typed; to name them: /action 1 @Luna")]
    [InlineData(
        "ACTION: DK to write the draft",
        "Action 1. DK: write the draft. \"DK\" may be Dave Kern or Dora Kant: kept as typed; to name them: /action 1 @Luna")]
    [InlineData(
        "ACTION: IT to check the firewall",
        "Action 1. IT: check the firewall. \"IT\" may be Ivan Toth: kept as typed; to name them: /action 1 @Luna")]
    [InlineData("present IT", "Present: Ivan Toth")]
    [InlineData("/present LM, LM, luna meyer", "Present: Luna Meyer")]
    [InlineData("present LM, ME", "Present: Luna Meyer and Mara Ekholm")]
    [InlineData(
        "present LM, QX",
        "Present: Luna Meyer and QX. \"QX\" fits nobody that I know here: kept as typed; to name them: /present Luna Meyer.")]
    [InlineData(
        "Attending: LM, DK, QX, ZZ",
        "Present: Luna Meyer, DK, QX and ZZ. \"DK\" may be Dave Kern or Dora Kant; \"QX\", \"ZZ\" fit nobody that I know "
            + "here: kept as typed; to name them: /present Luna Meyer.")]
    [InlineData("Attending: Quinn Xander, QX", "Present: Quinn Xander and QX")]
    [InlineData("regrets DK, LM", "Regrets: DK and Luna Meyer. \"DK\" may be Dave Kern or Dora Kant: kept as typed; to name them: /regrets Luna Meyer.")]
    public async Task OneRule_ForAllThatAreNamed(string said, string answer)
    {
        using var room = await Known();
        Assert.Equal(answer, await room.Says("Mara Ekholm", said));
    }

    [Fact]
    public async Task ChangedOwner_IsTheOneTheInitialsFit()
    {
        using var room = await Known();
        await room.Says("Mara Ekholm", "ACTION: write the draft");
        Assert.StartsWith("Changed: 1. Luna Meyer: ", await room.Says("Mara Ekholm", "/action 1 LM"), StringComparison.Ordinal);
        Assert.EndsWith(
            ". \"QX\" fits nobody that I know here: kept as typed", await room.Says("Mara Ekholm", "/action 1 QX"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task InitialsOfNobody_WhoSpoke_AreNamedAtTheEnd_AndGoOnceTheyHaveAName()
    {
        using var room = await Known();
        await room.Says("Mara Ekholm", "QX - agrees");
        await room.Says("Mara Ekholm", "LM - agrees too");
        var here = await room.Says("Mara Ekholm", "/who is here");
        Assert.Contains("\"QX\" fits nobody that I know here: kept as typed", here, StringComparison.Ordinal);
        Assert.DoesNotContain("LM", here, StringComparison.Ordinal);
        await room.Says("Mara Ekholm", "/present Quinn Xander");
        Assert.DoesNotContain("QX", await room.Says("Mara Ekholm", "/who is here"), StringComparison.Ordinal);
        Assert.DoesNotContain("fits nobody", await room.Says("Mara Ekholm", "/meeting end"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholeNameOfAnAccount_IsNoInitials()
    {
        using var room = await Known();
        await room.Says("LM", "note: I am called so");
        Assert.Equal("Action 1. LM: write the draft", await room.Says("Mara Ekholm", "ACTION: LM to write the draft"));
    }

    private static async Task<Room> Known()
    {
        var room = new Room();
        foreach (var name in new[] { "Luna Meyer", "Dave Kern", "Dora Kant", "Ivan Toth" }) await room.Says(name, "agenda");
        await room.Says("Mara Ekholm", "meeting start");
        return room;
    }
}
