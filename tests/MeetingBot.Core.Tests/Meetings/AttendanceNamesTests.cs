using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>Initials and first names count as the one person whom they fit, and as nobody else where they fit several.</summary>
public sealed class AttendanceNamesTests
{
    [Theory]
    // Somebody who is known, was quoted, and typed nothing.
    [InlineData("ML - agree that we go on", "Luna, Mara Lind, Romain Wartel")]
    [InlineData("Mara: agrees", "Luna, Mara Lind, Romain Wartel")]
    [InlineData("MaraL: agrees", "Luna, Mara Lind, Romain Wartel")]
    [InlineData("present Jo, Jo Fern", "Jo Fern, Romain Wartel")]
    [InlineData("present Romain, Romain Wartel", "Romain Wartel")]
    [InlineData("RW - agrees", "Luna, Romain Wartel")]
    [InlineData("present Luna Moss\nnote: here", "Luna Moss, Romain Wartel")]
    [InlineData("XY - agrees", "Luna, Romain Wartel, XY")]
    // Dave Kern and Dave Dorn.
    [InlineData("Dave - agrees", "Dave, Luna, Romain Wartel")]
    [InlineData("DD - agrees", "Dave Dorn, Luna, Romain Wartel")]
    public async Task ShortName_IsTheOnePersonItFits(string said, string present)
    {
        using var room = new Room();
        foreach (var known in new[] { "Mara Lind", "Dave Kern", "Dave Dorn" }) await room.Says(known, "agenda");
        await room.Says("Romain Wartel", "meeting start");
        foreach (var line in said.Split('\n')) await room.Says("Luna", line);

        Assert.Equal(present, string.Join(", ", (await room.Minutes())!.Present));
        Assert.Equal(present, string.Join(", ", (await room.Overview()).Present));
        await room.Says("Romain Wartel", "meeting end");
        Assert.Equal(present, string.Join(", ", (await room.Minutes())!.Present));
    }

    [Fact]
    public async Task TwoAccounts_AreTwoPeople_HoweverAlikeTheirNames()
    {
        using var room = await Room.InMeeting();
        await room.Says("Romain", "note: one");
        await room.Says("Romain Wartel", "note: two");
        Assert.Equal("Mara, Romain, Romain Wartel", string.Join(", ", (await room.Minutes())!.Present));
    }

    [Fact]
    public async Task WhoSentRegretsAndIsQuoted_CameAfterAll()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "regrets Romain Wartel, Tom");
        await room.Says("Luna", "Romain Wartel - is late");
        var minutes = (await room.Minutes())!;
        Assert.Equal(("Luna, Mara, Romain Wartel", "Tom"), (string.Join(", ", minutes.Present), string.Join(", ", minutes.Regrets)));
    }

    [Theory]
    // Another Tom than the one who is there; one whom the initials fit by chance; another of the first name.
    [InlineData("regrets Tom Baker", "note: ready", "Luna, Tom", "Tom Baker")]
    [InlineData("regrets Mara Lind", "ML - says Max Lee", "Luna, ML, Tom", "Mara Lind")]
    [InlineData("regrets Jens Holm", "present Jens", "Jens, Luna", "Jens Holm")]
    [InlineData("regrets Lu", "Lu - is here after all", "Lu, Luna, Tom", "")]
    [InlineData("regrets Mara", "Mara Lind - is here after all", "Luna, Mara Lind, Tom", "")]
    public async Task WhoSentRegrets_IsPresentByTheirWholeNameOnly(string regrets, string said, string here, string away)
    {
        using var room = new Room();
        await room.Says("Mara Lind", "agenda");
        await room.Says("Luna", "meeting start");
        await room.Says("Luna", regrets);
        await room.Says("Tom", said);

        var minutes = (await room.Minutes())!;
        Assert.Equal((here, away), (string.Join(", ", minutes.Present), string.Join(", ", minutes.Regrets)));
    }

    [Fact]
    public async Task TypedRegretsOfOneWithTheFirstNameOfSomebodyWhoComes_Stay()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "regrets Tom");
        await room.Says("Tom Baker", "note: here");
        var minutes = (await room.Minutes())!;
        Assert.Equal(("Mara, Tom Baker", "Tom"), (string.Join(", ", minutes.Present), string.Join(", ", minutes.Regrets)));
    }

    [Theory]
    [InlineData("present", "Present: Jens")]
    [InlineData("Present.", "Present: Jens")]
    [InlineData("/present", "Present: Jens")]
    [InlineData("regrets", "Whose regrets? Name them, or say \"me\". For example: /regrets Tom")]
    [InlineData("/regrets.", "Whose regrets? Name them, or say \"me\". For example: /regrets Tom")]
    [InlineData("/apologies", "Whose regrets? Name them, or say \"me\". For example: /regrets Tom")]
    [InlineData("Apologies.", "")]
    [InlineData("apologies", "")]
    [InlineData("regrets me", "Regrets: Jens")]
    [InlineData("/present @", "Whose? Names, with commas between them.")]
    [InlineData("/present Luna, @ @", "Whose? Names, with commas between them.")]
    [InlineData("/regrets @", "Whose? Names, with commas between them.")]
    public async Task WithoutNames_NobodyIsWrittenDownWhoWasNotMeant(string said, string answer)
    {
        using var room = await Room.InMeeting();
        var answered = await room.Says("Jens", said);
        if (answer.StartsWith("Whose? ", StringComparison.Ordinal)) Assert.StartsWith(answer, answered, StringComparison.Ordinal);
        else Assert.Equal(answer, answered);
        Assert.DoesNotContain("", (await room.Minutes())!.Present);
        Assert.Equal(said == "regrets me" ? "Jens" : "", string.Join(", ", (await room.Minutes())!.Regrets));
    }
}
