using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>Who attended, as minutes write it, in a message with other lines.</summary>
public sealed class PastedAttendanceTests
{
    [Theory]
    [InlineData("Attending: Matti, Lena\nApologies:", "Lena, Mara, Matti", "")]
    [InlineData("Attending: Matti, Lena\nApologies: none", "Lena, Mara, Matti", "")]
    [InlineData("Attending: Matti, Lena\nApologies: -", "Lena, Mara, Matti", "")]
    [InlineData("Apologies:\nAttending: Matti, Lena", "Lena, Mara, Matti", "")]
    [InlineData("Attending: Matti, Lena\nApologies: Tom and Bo", "Lena, Mara, Matti", "Bo, Tom")]
    [InlineData("Attending: Matti, Lena\nRegrets:", "Lena, Mara, Matti", "")]
    [InlineData("Attending: Matti (remote), Lena.  \nApologies:\n", "Lena, Mara, Matti", "")]
    [InlineData("Attending:\nMatti\n* Lena\nApologies:", "Lena, Mara, Matti", "")]
    [InlineData("Attending: Matti, Lena\nML - first", "Jens, Lena, Mara, Matti, ML", "")]
    [InlineData("Attending: Matti, Lena\nApologies:\n\n## Scopes\nML - first", "Jens, Lena, Mara, Matti, ML", "")]
    [InlineData("# June\n\nAttending: Matti, Lena\nApologies:\n\nML - first", "Jens, Lena, Mara, Matti, ML", "")]
    [InlineData("June meeting\n27 June 2025\nAttending: Matti, Lena\nApologies:\n\nML - first", "Jens, Lena, Mara, Matti, ML", "")]
    [InlineData("**Present:** Matti, Lena\n**Regrets:** Tom\nML - first", "Jens, Lena, Mara, Matti, ML", "Tom")]
    [InlineData("ML - first\nApologies: Tom\nParticipants: Matti", "Jens, Mara, Matti, ML", "Tom")]
    public async Task Names_AreWrittenDown(string said, string present, string regrets)
    {
        using var room = await Room.InMeeting();
        Assert.NotEqual("", await room.Says("Jens", said));
        var minutes = (await room.Minutes())!;
        Assert.Equal((present, regrets), (string.Join(", ", minutes.Present.Where(name => name != "Jens" || present.StartsWith("Jens", StringComparison.Ordinal))), string.Join(", ", minutes.Regrets)));
    }

    [Theory]
    [InlineData("Apologies:")]
    [InlineData("Regrets:")]
    [InlineData("Apologies: none")]
    [InlineData("Apologies: I am late")]
    [InlineData("Present: people from all sites")]
    [InlineData("Attending: everyone")]
    public async Task LineWithoutNames_IsNothing(string said)
    {
        using var room = await Room.InMeeting();
        Assert.Equal("", await room.Says("Jens", said));
        Assert.Equal("Jens, Mara", string.Join(", ", (await room.Minutes())!.Present));
        Assert.Empty((await room.Minutes())!.Regrets);
    }

    [Fact]
    public async Task Receipt_TellsWhoIsWrittenDown()
    {
        using var room = await Room.InMeeting();
        Assert.Equal("Present: Matti and Lena.", await room.Says("Jens", "Attending: Matti, Lena\nApologies:"));
        Assert.Equal("Noted 2 lines. Present: Bo. Regrets: Cy.", await room.Says("Jens", "Present: Bo\nRegrets: Cy\nML - first\nDC - second"));
        Assert.Equal("✓ ML: third\nRegrets: Dan.", await room.Says("Jens", "Regrets: Dan\nML - third"));
    }

    [Fact]
    public async Task NoMeeting_NobodyIsPresent()
    {
        using var room = new Room();
        Assert.Contains("No meeting is running", await room.Says("Jens", "Attending: Matti, Lena\nApologies:"), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "attend"));
    }
}
