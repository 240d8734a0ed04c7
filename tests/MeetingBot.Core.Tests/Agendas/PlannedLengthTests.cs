using MeetingBot.Cards;
using MeetingBot.Kit;

namespace MeetingBot.Agendas;

/// <summary>How long the agenda takes in all, and until when, as far as its timeboxes tell.</summary>
public sealed class PlannedLengthTests
{
    [Fact]
    public async Task AllTimeboxesKnown_TotalAndPlannedEndAreTold()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One 50m\nTwo 30m");
        Assert.Equal("Not started yet: /meeting start. In all 1 h 20 min", Summary(room));
        Assert.Contains("The agenda has 2 items, in all 1 h 20 min, until about 17:20; take up 1. One with /agenda next.",
            await room.Says("Mara", "meeting start"), StringComparison.Ordinal);
        Assert.EndsWith("chaired by Mara. In all 1 h 20 min, until about 17:20", Summary(room), StringComparison.Ordinal);

        await room.Advance(10);
        await room.Says("Mara", "next");
        Assert.EndsWith("until about 17:30", Summary(room), StringComparison.Ordinal);
        await room.Advance(40);
        await room.Says("Mara", "next");
        Assert.EndsWith("until about 17:20", Summary(room), StringComparison.Ordinal);
        await room.Advance(35);
        await room.Says("Mara", "agenda");
        Assert.EndsWith("until about 17:25", Summary(room), StringComparison.Ordinal);
        await room.Says("Mara", "meeting end");
        Assert.DoesNotContain("In all", Summary(room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomeTimeboxesKnown_OnlyTheirSumIsTold()
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add One 50m\nTwo\nThree 15m");
        Assert.EndsWith(". In all 1 h 5 min and 1 item without a timebox", Summary(room), StringComparison.Ordinal);
        Assert.DoesNotContain("until about", await room.Says("Mara", "meeting start"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoTimeboxKnown_NothingIsTold()
    {
        using var room = await Room.InMeeting("One", "Two");
        Assert.DoesNotContain("In all", Summary(room), StringComparison.Ordinal);
        Assert.Contains("The agenda has 2 items; take up", room.Transcript[^1].Text, StringComparison.Ordinal);
    }

    private static string Summary(Room room) => room.Live.Body.OfType<CardText>().First().Text;
}
