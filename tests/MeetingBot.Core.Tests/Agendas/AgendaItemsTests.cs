using MeetingBot.Cards;
using MeetingBot.Kit;
using MeetingBot.Meetings;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>add, edit, move, drop, show and carry over.</summary>
public sealed class AgendaItemsTests
{
    [Fact]
    public async Task Added_ByAnyone_WithTimeboxAndPresenter()
    {
        using var room = new Room();
        Assert.Equal("Added 1. Token lifetimes (15 min, Luna Lind)", await room.Says("Jens", "agenda add Token lifetimes @Luna Lind 15m", "Luna Lind"));

        var item = Assert.Single((await room.Overview()).Agenda);
        Assert.Equal(("Token lifetimes", "Luna Lind", Duration.FromMinutes(15)), (item.Title, item.Presenter, item.Timebox));
    }

    [Fact]
    public async Task AddedByTheCard_IsTheSame()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One");
        var add = room.Live.Buttons.Single(button => button.Verb == "agenda add");

        Assert.Equal("Added 2. Two (20 min)", (await room.Press("Luna", add, ("title", " Two "), ("minutes", "20")))!.Text);
        Assert.Contains("needs a title", (await room.Press("Luna", add, ("title", " ")))!.Text, StringComparison.Ordinal);
        Assert.Contains("from 1 min to 12 h", (await room.Press("Luna", add, ("title", "x"), ("minutes", "2147483647")))!.Text, StringComparison.Ordinal);
        Assert.Contains("from 1 min to 12 h", (await room.Press("Luna", add, ("title", "x"), ("minutes", "-5")))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooLongOrTooMany_IsRefusedInWords()
    {
        using var room = new Room();
        Assert.Contains("The title has 301 characters; 300 fit.", await room.Asks("Mara", "agenda add " + new string('x', 301)), StringComparison.Ordinal);
        Assert.Contains("up to 40 can be added", await room.Asks("Mara", "agenda add " + string.Join('\n', Enumerable.Repeat("x", 41))), StringComparison.Ordinal);
        Assert.Contains("needs a title", await room.Asks("Mara", "agenda add"), StringComparison.Ordinal);
        Assert.Contains("needs a title", await room.Asks("Mara", "agenda add 15m"), StringComparison.Ordinal);
        foreach (var first in new[] { 1, 41 })
            await room.Says("Mara", "agenda add " + string.Join('\n', Enumerable.Range(first, 40).Select(n => $"Item {n}")));
        Assert.Contains("The agenda has 80 items; more do not fit", await room.Says("Mara", "agenda add x"), StringComparison.Ordinal);
        Assert.Equal(80, (await room.Overview()).Agenda.Length);
    }

    [Fact]
    public async Task Numbers_StayWhatTheyWere_AfterDropAndMove()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One\nTwo\nThree\nFour");
        await room.Says("Mara", "agenda drop 4");
        Assert.Equal("The order is now 3. Three, 1. One and 2. Two", await room.Says("Mara", "agenda move 3 first"));
        Assert.Equal("Added 5. Five", await room.Says("Mara", "agenda add Five"));
        Assert.Contains("There is no item 4. The agenda has 3, 1, 2 and 5.", await room.Says("Mara", "agenda drop 4"), StringComparison.Ordinal);

        Assert.Equal([3, 1, 2, 5], (await room.Overview()).Agenda.Select(item => item.Number));
    }

    [Theory]
    [InlineData("agenda move 4 before 2", "1 4 2 3")]
    [InlineData("agenda move 1 after 3", "2 3 1 4")]
    [InlineData("agenda move #1 last", "2 3 4 1")]
    [InlineData("agenda move 4 to the top", "4 1 2 3")]
    [InlineData("move item 2 to end.", "1 3 4 2")]
    [InlineData("agenda move 4 to 1", "4 1 2 3")]
    [InlineData("agenda move 1 to 3", "2 3 1 4")]
    [InlineData("agenda move #4 to position 2", "1 4 2 3")]
    [InlineData("agenda move item 3 to place 1.", "3 1 2 4")]
    [InlineData("agenda move One last", "2 3 4 1")]
    [InlineData("agenda move \"three\" to the top", "3 1 2 4")]
    [InlineData("agenda move four before two", "1 4 2 3")]
    [InlineData("agenda move one to 4", "2 3 4 1")]
    [InlineData("agenda move 1 to the bottom", "2 3 4 1")]
    public async Task Move_ChangesTheOrder(string said, string order)
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One\nTwo\nThree\nFour");
        await room.Says("Mara", said);
        Assert.Equal(order, string.Join(' ', (await room.Overview()).Agenda.Select(item => item.Number)));
    }

    [Theory]
    [InlineData("agenda move 9 first", "There is no item 9")]
    [InlineData("agenda move 1 after 9", "There is no item 9")]
    [InlineData("agenda move 1 after 1", "beside itself")]
    [InlineData("agenda move 1", "where it goes")]
    [InlineData("agenda move one up", "where it goes")]
    [InlineData("agenda move 1 to 9", "There is no item 9")]
    [InlineData("agenda move 2 to 2", "beside itself")]
    [InlineData("agenda move AOB last", "There is no item \"AOB\"")]
    [InlineData("agenda move up 3", "where it goes")]
    [InlineData("agenda move to the end", "where it goes")]
    public async Task Move_RefusesWhatMakesNoSense(string said, string answer)
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One\nTwo");
        Assert.Contains(answer, await room.Asks("Mara", said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MovedBackAndForthForEver_TheOrderIsWhatWasSaid()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One\nTwo\nThree");
        for (var n = 0; n < 120; n++)
        {
            var (moved, before) = n % 2 == 0 ? (3, 2) : (2, 3);
            await room.Says("Mara", $"agenda move {moved} before {before}");
            Assert.Equal([1, moved, before], (await room.Overview()).Agenda.Select(item => item.Number));
        }
    }

    [Fact]
    public async Task Edit_ChangesWhatIsSaidAndKeepsTheRest()
    {
        using var room = new Room();
        await room.Says("Luna", "agenda add One 10m @Jens");
        Assert.Equal("Changed: 1. Uno (10 min, Jens)", await room.Says("Luna", "agenda edit 1 Uno"));
        Assert.Equal("Changed: 1. Uno (20 min, Jens)", await room.Says("Luna", "agenda edit 1 20m"));
        Assert.Equal("Changed: 1. Uno (20 min, Mara)", await room.Says("Luna", "agenda edit 1: @Mara."));
        Assert.Contains("There is no item 2", await room.Says("Luna", "agenda edit 2 x"), StringComparison.Ordinal);
        Assert.Contains("I need the item's number", await room.Asks("Luna", "agenda edit Uno"), StringComparison.Ordinal);
        Assert.Contains("300 fit", await room.Asks("Luna", "agenda edit 1 " + new string('x', 301)), StringComparison.Ordinal);
        Assert.Contains("A timebox lasts", await room.Asks("Luna", "agenda edit 1 13h"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditAndDrop_AreForTheProposerAndTheChair()
    {
        using var room = await Room.InMeeting("Mine");
        await room.Says("Luna", "agenda add Lunas");
        Assert.Contains("proposed by Mara; only they and who chairs (Mara)", await room.Says("Luna", "agenda edit 1 Other"), StringComparison.Ordinal);
        Assert.Contains("only they and who chairs", await room.Says("Luna", "agenda drop 1"), StringComparison.Ordinal);
        Assert.Equal("Changed: 2. Other", await room.Says("Mara", "agenda edit 2 Other"));
        Assert.Equal("Dropped 2. Other", await room.Says("Luna", "agenda drop 2"));
    }

    [Fact]
    public async Task Drop_LeavesWhatWasDiscussed()
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Mara", "next");
        Assert.Contains("is being discussed now", await room.Says("Mara", "agenda drop 1"), StringComparison.Ordinal);
        await room.Advance(2);
        await room.Says("Mara", "next");
        Assert.Contains("stays in the minutes", await room.Says("Mara", "agenda drop 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongAgenda_IsPaged()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add " + string.Join('\n', Enumerable.Range(1, 33).Select(n => $"Item {n}")));
        var card = room.Live;
        var shown = new List<string>();
        for (var page = 0; page < 3; page++)
        {
            shown.AddRange(card.Body.OfType<CardTable>().Single().Rows.Select(row => row[0]));
            if (page < 2) card = (await room.Press("Mara", card.Buttons.Single(button => button.Title == "More items")))!.Card!;
        }
        Assert.Equal(Enumerable.Range(1, 33).Select(n => $"{n}"), shown);
        Assert.DoesNotContain(card.Buttons, button => button.Title == "More items");
        Assert.Contains(card.Buttons, button => button.Title == "First items");
        Assert.NotNull((await room.Press("Mara", "agenda", ("page", "2147483647")))!.Card);
        Assert.NotNull((await room.Press("Mara", "agenda", ("page", "-3")))!.Card);
    }

    [Fact]
    public async Task CarryOver_OfferedAtTheEnd_TakesEachItemOnce()
    {
        using var room = await Room.InMeeting("One 10m", "Two 5m @Luna", "Three");
        await room.Says("Mara", "next");
        await room.Says("Mara", "meeting end");
        var offer = room.Transcript[^1].Card!;
        Assert.Contains("Not reached: Two and Three.", room.Transcript[^1].Text, StringComparison.Ordinal);

        Assert.Equal("On the next agenda: 2 items.", (await room.Press("Luna", Assert.Single(offer.Buttons)))!.Text);
        Assert.Single(room.Transcript, message => message.Text == "Luna put on the next agenda: Two and Three");
        Assert.Equal("Those items are on the agenda already.", (await room.Press("Jens", offer.Buttons[0]))!.Text);
        Assert.Equal([AgendaItemState.Open, AgendaItemState.Open], (await room.Overview()).Agenda.Select(item => item.State));
    }

    [Fact]
    public async Task CarryOver_LeavesWhatWasDiscussedAndLeftByBack()
    {
        using var room = await Room.InMeeting("One", "Two", "Three", "Four", "Five");
        await room.Says("Mara", "next");
        await room.Advance(3);
        // Two is discussed for a while, Three has a note, Four is taken up by a slip of the hand.
        foreach (var (item, minutes, line) in new[] { (2, 3.0, ""), (3, 0.1, "note: short"), (4, 0.1, "") })
        {
            await room.Says("Mara", $"go {item}");
            if (line.Length > 0) await room.Says("Luna", line);
            await room.Advance(minutes);
            await room.Says("Mara", "back");
        }
        await room.Says("Mara", "skip 5");
        Assert.Equal("Four, Five", string.Join(", ", (await room.Minutes())!.NotReached));

        await room.Says("Mara", "meeting end");
        Assert.Contains("Not reached: Four and Five.", room.Transcript[^1].Text, StringComparison.Ordinal);
        Assert.Equal("Four, Five", string.Join(", ", (await room.Minutes())!.NotReached));
        Assert.Equal("On the next agenda: 1. Four and 2. Five", await room.Says("Luna", "carry over"));
    }

    [Fact]
    public async Task CarryOver_TakesWhatTheChairPutOff_ThoughItWasBegun()
    {
        using var room = await Room.InMeeting("One", "Two");
        await room.Says("Mara", "next");
        await room.Says("Luna", "note: not today");
        await room.Advance(5);
        await room.Says("Mara", "skip");
        await room.Says("Mara", "end");
        Assert.Contains("Not reached: One.", room.Transcript[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CarryOver_WithNothingToCarry_SaysSo()
    {
        using var room = new Room();
        Assert.Contains("no meeting before", await room.Says("Mara", "carry over"), StringComparison.Ordinal);
        Assert.Contains("no meeting before", (await room.Press("Mara", "agenda carry over", ("meeting", "-2147483648")))!.Text, StringComparison.Ordinal);
        await room.Says("Mara", "meeting start");
        await room.Says("Mara", "meeting end");
        Assert.Contains("Everything was reached", await room.Says("Mara", "carry over"), StringComparison.Ordinal);
    }
}
