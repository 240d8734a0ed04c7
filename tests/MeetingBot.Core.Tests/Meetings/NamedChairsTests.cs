using MeetingBot.Conversations;
using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>Every name that the chairs are set to is one of them, mentioned or typed; or nothing is changed.</summary>
public sealed class NamedChairsTests
{
    [Theory]
    [InlineData("@Mara Lind, @Tom", "Tom", "chairs Tom and Mara Lind;")]
    [InlineData("me and @Tom", "Tom", "chairs Tom and Mara Lind;")]
    [InlineData("@Tom, @Cole, Luna Jr., me", "Tom,Cole, Luna Jr.", "chairs Cole, Luna Jr., Tom and Mara Lind;")]
    [InlineData("@Tom @Tom Baker", "Tom,Tom Baker", "chairs Tom Baker and Tom;")]
    [InlineData("Tom, and Mara Lind", "", "chairs Tom and Mara Lind;")]
    public async Task MentionedAndTyped_AllChair(string typed, string mentioned, string chairs)
    {
        using var room = await Begun();
        var message = room.Message("Mara Lind", "/settings chairs " + typed) with { Mentioned = [.. People(mentioned)] };
        Assert.Contains(chairs, await room.Hears(message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneWhoIsNotKnown_IsSaid_AndNothingChanges()
    {
        using var room = await Begun();
        var said = await room.Says("Mara Lind", "/settings chairs @Tom, Zedd", "Tom");
        Assert.Contains("I do not know \"Zedd\" here yet.", said, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", said, StringComparison.Ordinal);
        Assert.StartsWith("Settled:", await room.Says("Mara Lind", "/settings quiet off"), StringComparison.Ordinal);
    }

    private static async Task<Room> Begun()
    {
        var room = new Room();
        await room.Says("Mara Lind", "meeting start");
        await room.Says("Tom", "note: here");
        return room;
    }

    // A comma with no space behind it separates them.
    private static IEnumerable<Person> People(string names) => System.Text.RegularExpressions.Regex
        .Split(names, @",(?!\s)").Where(name => name.Length > 0).Select(Room.Who);
}
