using MeetingBot.Kit;

namespace MeetingBot.Agendas;

/// <summary>What people type around an item: how sure they are, who presents it, how long it takes, where it goes.</summary>
public sealed class AgendaWordsTests
{
    [Theory]
    [InlineData("/agenda go 2 really")]
    [InlineData("/agenda go 2 yes")]
    [InlineData("/agenda go to 2 now")]
    [InlineData("/agenda go item 2 please")]
    [InlineData("/agenda go #2!")]
    [InlineData("go 2 really")]
    public async Task Go_TakesWhatIsSaidBesideTheNumber(string said)
    {
        using var room = await Room.InMeeting("One", "Two");
        Assert.Equal("Now 2. Two", await room.Says("Mara", said));
    }

    [Theory]
    [InlineData("Introduction and welcome 30 min (Eva Lind)", "Introduction and welcome", 30, "Eva Lind")]
    [InlineData("Introduction … 30 min (Eva Lind)", "Introduction …", 30, "Eva Lind")]
    [InlineData("Intro (Eva Lind) 30 min", "Intro", 30, "Eva Lind")]
    [InlineData("Intro (Eva Lind)", "Intro", null, "Eva Lind")]
    [InlineData("Intro (Eva Lind, Ona van der Holm) 30m", "Intro", 30, "Eva Lind and Ona van der Holm")]
    [InlineData("Intro [Eva Lind] 30m", "Intro", 30, "Eva Lind")]
    [InlineData("10:00-10:30 Intro (Eva Lind)", "Intro", 30, "Eva Lind")]
    [InlineData("Tokens (Risk Analysis) 30m", "Tokens (Risk Analysis)", 30, null)]
    [InlineData("Tokens (Part Two) 30m", "Tokens (Part Two)", 30, null)]
    [InlineData("Tokens (Working Group) 30m", "Tokens (Working Group)", 30, null)]
    [InlineData("Tokens (CERN) 30m", "Tokens (CERN)", 30, null)]
    [InlineData("Overview (Geneva)", "Overview (Geneva)", null, null)]
    [InlineData("Tokens half an hour", "Tokens", 30, null)]
    [InlineData("Tokens (half an hour)", "Tokens", 30, null)]
    [InlineData("Tokens half hour @Luna", "Tokens", 30, "Luna")]
    [InlineData("Tokens, a quarter of an hour", "Tokens", 15, null)]
    [InlineData("Tokens quarter of an hour", "Tokens", 15, null)]
    [InlineData("Tokens three quarters of an hour", "Tokens", 45, null)]
    [InlineData("Tokens an hour", "Tokens", 60, null)]
    [InlineData("Tokens one hour", "Tokens", 60, null)]
    [InlineData("Tokens an hour and a half", "Tokens", 90, null)]
    [InlineData("Tokens one and a half hours", "Tokens", 90, null)]
    [InlineData("Tokens 1 1/2 hours", "Tokens", 90, null)]
    [InlineData("Tokens 1½ h", "Tokens", 90, null)]
    [InlineData("Tokens ½ hour", "Tokens", 30, null)]
    [InlineData("Tokens two hours", "Tokens", 120, null)]
    [InlineData("Tokens ten minutes", "Tokens", 10, null)]
    [InlineData("Tokens forty-five minutes", "Tokens", 45, null)]
    [InlineData("Tokens for half an hour", "Tokens", 30, null)]
    [InlineData("Tokens for 15 minutes", "Tokens", 15, null)]
    [InlineData("Tokens 45'", "Tokens", 45, null)]
    [InlineData("Tokens 45′", "Tokens", 45, null)]
    [InlineData("Tokens 1h15", "Tokens", 75, null)]
    [InlineData("Tokens 1 h 15 min", "Tokens", 75, null)]
    [InlineData("Tokens 30 min.", "Tokens", 30, null)]
    [InlineData("Tokens 30 mn", "Tokens", 30, null)]
    [InlineData("Tokens 30 Minuten", "Tokens", 30, null)]
    [InlineData("Tokens eine halbe Stunde", "Tokens", 30, null)]
    [InlineData("Tokens une demi-heure", "Tokens", 30, null)]
    [InlineData("Tokens ~30 min", "Tokens", 30, null)]
    [InlineData("Tokens (ca. 30 min)", "Tokens", 30, null)]
    [InlineData("Half an hour of talk", "Half an hour of talk", null, null)]
    [InlineData("The golden hour", "The golden hour", null, null)]
    [InlineData("Rush hour", "Rush hour", null, null)]
    [InlineData("Insurance 15", "Insurance 15", null, null)]
    public void Item_IsRead(string typed, string title, int? minutes, string? presenter)
    {
        var read = AgendaItemText.Read(typed, []);
        Assert.Equal((title, minutes, presenter), (read.Title, (int?)read.Timebox?.TotalMinutes, read.Presenter));
    }

    [Theory]
    [InlineData("extend half an hour", "30 min more")]
    [InlineData("extend quarter of an hour", "15 min more")]
    public async Task Extend_TakesWordsToo(string said, string told)
    {
        using var room = await Room.InMeeting("One 5m");
        await room.Says("Mara", "next");
        Assert.Contains(told, await room.Says("Mara", said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Insurance 15", "Added 1. Insurance 15. \"15\" stayed in the title of item 1; as a timebox it is written 15m: /agenda edit 1 Insurance 15m")]
    [InlineData("Insurance - 45", "Added 1. Insurance - 45. \"45\" stayed in the title of item 1; as a timebox it is written 45m: /agenda edit 1 Insurance 45m")]
    [InlineData("Roadmap 2025", "Added 1. Roadmap 2025")]
    [InlineData("Release 10", "Added 1. Release 10")]
    [InlineData("Part 2", "Added 1. Part 2")]
    [InlineData("Insurance 15 10m", "Added 1. Insurance 15 (10 min)")]
    public async Task BareNumber_IsNoLength_AndIsRemarked(string typed, string answer)
    {
        using var room = new Room();
        Assert.Equal(answer, await room.Says("Mara", "agenda add " + typed));
    }

    [Theory]
    [InlineData("Insurance 5m before 2", "1 4 2 3", "4. Insurance (5 min), before 2. Two")]
    [InlineData("Insurance 5m before Two", "1 4 2 3", "4. Insurance (5 min), before 2. Two")]
    [InlineData("Insurance 5m as 2", "1 4 2 3", "4. Insurance (5 min), before 2. Two")]
    [InlineData("Insurance at position 2 5m", "1 4 2 3", "4. Insurance (5 min), before 2. Two")]
    [InlineData("Lunch before we go 30m", "1 2 3 4", "4. Lunch before we go (30 min)")]
    [InlineData("Insurance 5m after 2", "1 2 4 3", "4. Insurance (5 min)")]
    [InlineData("Insurance before item 2 5m", "1 4 2 3", "4. Insurance (5 min)")]
    [InlineData("Insurance @Luna before #2", "1 4 2 3", "4. Insurance (Luna)")]
    [InlineData("Insurance before 2", "1 4 2 3", "4. Insurance")]
    [InlineData("Insurance 5m, first", "4 1 2 3", "4. Insurance (5 min), first")]
    [InlineData("Insurance 5m at the top", "4 1 2 3", "4. Insurance (5 min)")]
    [InlineData("Insurance 5m last", "1 2 3 4", "4. Insurance (5 min)")]
    [InlineData("Insurance 5m\nBudget 5m before 1", "5 1 2 3 4", "4. Insurance (5 min) and 5. Budget (5 min), before 1. One")]
    [InlineData("What was before 2020", "1 2 3 4", "4. What was before 2020")]
    [InlineData("Safety first", "1 2 3 4", "4. Safety first")]
    public async Task Position_IsTaken(string typed, string order, string added)
    {
        using var room = await Room.InMeeting("One", "Two", "Three");
        Assert.StartsWith("Added " + added, await room.Says("Mara", "agenda add " + typed), StringComparison.Ordinal);
        Assert.Equal(order, string.Join(' ', (await room.Overview()).Agenda.Select(item => item.Number)));
    }

    [Fact]
    public async Task PositionThatCannotBe_IsRefused_OrLeftToWhoChairs()
    {
        using var room = await Room.InMeeting("One", "Two");
        Assert.Equal(
            "There is no item 9. The agenda has 1 and 2. Nothing was added; without a place it stands last: /agenda add Insurance 5m",
            await room.Says("Mara", "agenda add Insurance 5m before 9"));
        Assert.Equal(
            "Added 3. Insurance (5 min). It stands last: only who chairs (Mara) sets the order, with /agenda move 3 before 2",
            await room.Says("Luna", "agenda add Insurance 5m before 2"));
        Assert.Equal("1 2 3", string.Join(' ', (await room.Overview()).Agenda.Select(item => item.Number)));
    }
}
