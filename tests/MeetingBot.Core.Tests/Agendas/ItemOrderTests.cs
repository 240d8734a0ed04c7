using MeetingBot.Conversations;
using MeetingBot.Kit;

namespace MeetingBot.Agendas;

/// <summary>Title, timebox and presenter in the orders that people type them.</summary>
public sealed class ItemOrderTests
{
    [Theory]
    [InlineData("Introduction 30m @Eva Lind", "Introduction", 30, "Eva Lind")]
    [InlineData("Introduction @Eva Lind 30m", "Introduction", 30, "Eva Lind")]
    [InlineData("Introduction (Eva Lind, 30m)", "Introduction", 30, "Eva Lind")]
    [InlineData("Introduction (30 min, Eva Lind)", "Introduction", 30, "Eva Lind")]
    [InlineData("Introduction (@Eva Lind) 30m", "Introduction", 30, "Eva Lind")]
    [InlineData("Introduction (Eva Lind 30m)", "Introduction", 30, "Eva Lind")]
    [InlineData("Introduction 30m @Eva van der Lind", "Introduction", 30, "Eva van der Lind")]
    [InlineData("Introduction @Jean-Luc d'Arc-Noir, 30m", "Introduction", 30, "Jean-Luc d'Arc-Noir")]
    [InlineData("Introduction 30m @Åke Ö. Lind", "Introduction", 30, "Åke Ö. Lind")]
    [InlineData("Introduction 30m @Luna and @Eva Lind", "Introduction", 30, "Luna and Eva Lind")]
    [InlineData("Introduction 30m @Luna, @Mara, @Jens", "Introduction", 30, "Luna, Mara and Jens")]
    [InlineData("30m Introduction @Eva Lind", "Introduction", 30, "Eva Lind")]
    [InlineData("@Eva Lind: Introduction 30m", "Introduction", 30, "Eva Lind")]
    [InlineData("@Eva van Lind Introduction 30m", "Introduction", 30, "Eva van Lind")]
    [InlineData("Token lifetimes, 1m, DavidC", "Token lifetimes", 1, "DavidC")]
    [InlineData("Token lifetimes - 15m - Eva Lind", "Token lifetimes", 15, "Eva Lind")]
    [InlineData("Token lifetimes 15m, Luna", "Token lifetimes", 15, "Luna")]
    [InlineData("15m Budget", "Budget", 15, null)]
    [InlineData("15 min: Budget", "Budget", 15, null)]
    [InlineData("15' Budget", "Budget", 15, null)]
    [InlineData("1h30 Budget", "Budget", 90, null)]
    [InlineData("@Luna Budget 15m", "Budget", 15, "Luna")]
    [InlineData("@Luna 15m Budget", "Budget", 15, "Luna")]
    [InlineData("15m @Luna Budget", "Budget", 15, "Luna")]
    [InlineData("@luna budget 15m", "budget", 15, "luna")]
    [InlineData("Budget (Luna, 15m)", "Budget", 15, "Luna")]
    [InlineData("Budget (@Luna)", "Budget", null, "Luna")]
    [InlineData("Budget (Luna, 15:50-16:30)", "Budget", 40, "Luna")]
    [InlineData("Budget 15", "Budget 15", null, null)]
    [InlineData("2025 roadmap", "2025 roadmap", null, null)]
    [InlineData("Overview (Geneva)", "Overview (Geneva)", null, null)]
    [InlineData("Tokens, keys, Secrets", "Tokens, keys, Secrets", null, null)]
    [InlineData("24h operations", "24h operations", null, null)]
    [InlineData("30 minute talks", "30 minute talks", null, null)]
    [InlineData("3 Musketeers", "3 Musketeers", null, null)]
    [InlineData("Mail to me@example.org", "Mail to me@example.org", null, null)]
    public void Order_IsAsTyped(string typed, string title, int? minutes, string? presenter)
    {
        var read = AgendaItemText.Read(typed, []);
        Assert.Equal((title, minutes, presenter), (read.Title, (int?)read.Timebox?.TotalMinutes, read.Presenter));
    }

    [Fact]
    public void MentionedBeforeTheTitle_IsReadWhole()
    {
        var read = AgendaItemText.Read("@luna lind Budget 15m", [new Person("web", "", "luna", "luna lind")]);
        Assert.Equal(("Budget", "luna lind"), (read.Title, read.Presenter));
    }

    [Theory]
    [InlineData("Budget 15m Luna", "15m", "Budget Luna 15m")]
    [InlineData("Ask @luna about tokens", "@luna", "Ask @luna")]
    public async Task WhatStaysInATitle_IsSaidWithAnExampleThatWorks(string typed, string left, string instead)
    {
        using var room = new Room();
        var told = await room.Says("Mara", "agenda add " + typed);
        Assert.Contains($"\"{left}\" stayed in the title of item 1", told, StringComparison.Ordinal);
        var example = told[(told.LastIndexOf("/agenda edit", StringComparison.Ordinal))..];
        Assert.Equal("/agenda edit 1 " + instead, example);
        Assert.DoesNotContain("stayed", await room.Says("Mara", example), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatLooksLikeNeither_IsNotRemarked()
    {
        using var room = new Room();
        Assert.Equal("Added 1. Budget 4 and 2. 2025 roadmap", await room.Says("Mara", "agenda add Budget 4\n2025 roadmap"));
        Assert.Equal("Changed: 1. Budget 4 (Eva Lind)", await room.Says("Mara", "agenda edit 1 @Eva Lind"));
    }
}
