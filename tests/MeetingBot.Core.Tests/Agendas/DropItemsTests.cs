using MeetingBot.Kit;

namespace MeetingBot.Agendas;

/// <summary>Several items dropped at once, or all.</summary>
public sealed class DropItemsTests
{
    [Theory]
    [InlineData("agenda drop 3 4 5", "1 2 6")]
    [InlineData("agenda drop 3, 4 and 5.", "1 2 6")]
    [InlineData("agenda drop 3-5", "1 2 6")]
    [InlineData("agenda drop items #3 to 5, 1", "2 6")]
    [InlineData("agenda drop 5-99", "1 2 3 4")]
    [InlineData("agenda drop 3 3", "1 2 4 5 6")]
    [InlineData("agenda drop 5-3", "1 2 3 4 5 6")]
    [InlineData("agenda drop 3 9", "1 2 3 4 5 6")]
    public async Task Several_AreDroppedTogetherOrNotAtAll(string said, string left)
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One\nTwo\nThree\nFour\nFive\nSix");
        Assert.NotEqual("", await room.Says("Mara", said));
        Assert.Equal(left, string.Join(' ', (await room.Overview()).Agenda.Select(item => item.Number)));
    }

    [Fact]
    public async Task Several_AreToldByNumberAndTitle()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One\nTwo\nThree");
        Assert.Equal("Dropped 1. One and 3. Three", await room.Says("Mara", "agenda drop 1 3"));
        Assert.Equal("There is no item 3. The agenda has 2.", await room.Says("Mara", "agenda drop 2 3"));
    }

    [Theory]
    [InlineData("agenda clear")]
    [InlineData("agenda drop all")]
    public async Task All_AreDroppedOnceThatIsMeant(string said)
    {
        using var room = new Room();
        await room.Says("Luna", "agenda add One\nTwo");
        Assert.Contains("There is no", await room.Says("Luna", "agenda drop 9"), StringComparison.Ordinal);
        await room.Says("Mara", "meeting start");
        await room.Says("Mara", "next");
        await room.Says("Luna", "agenda add Three");
        Assert.Contains("That is for who chairs: Mara.", await room.Says("Luna", said), StringComparison.Ordinal);
        Assert.StartsWith("This takes 2 items that wait off the agenda.", await room.Says("Mara", said), StringComparison.Ordinal);
        Assert.Equal(3, (await room.Overview()).Agenda.Length);
        Assert.Equal("Dropped 2. Two and 3. Three", await room.Says("Mara", said + " really"));
        Assert.Equal("No item waits that could be dropped.", await room.Says("Mara", said));
        Assert.Equal([1], (await room.Overview()).Agenda.Select(item => item.Number));
    }

    [Fact]
    public async Task FullAgenda_IsClearedByTheButton()
    {
        using var room = new Room();
        await room.Says("Mara", "meeting start");
        foreach (var first in new[] { 1, 41 })
            await room.Says("Mara", "agenda add " + string.Join('\n', Enumerable.Range(first, 40).Select(n => $"Item {n}")));
        var question = await room.Press("Mara", "agenda clear");
        var yes = question!.Card!.Buttons.Single();
        Assert.False((await room.Press("Mara", yes))!.Refused);
        Assert.Empty((await room.Overview()).Agenda);
        Assert.StartsWith("The agenda is empty.", await room.Says("Mara", "agenda clear"), StringComparison.Ordinal);
    }
}
