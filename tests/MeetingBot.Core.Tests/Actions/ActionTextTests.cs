using MeetingBot.Agendas;
using MeetingBot.Kit;
using NodaTime;

namespace MeetingBot.Actions;

public sealed class ActionTextTests
{
    private static readonly LocalDate Today = new(2025, 6, 27);

    [Theory]
    [InlineData("Luna to share the document by Friday", "Luna", "share the document", "2025-06-27")]
    [InlineData("Luna: share the document", "Luna", "share the document", null)]
    [InlineData("luna: share the document", "luna", "share the document", null)]
    [InlineData("fix: the document", "", "fix: the document", null)]
    [InlineData("see mailto:a@bot.example", "", "see mailto:a@bot.example", null)]
    [InlineData("Luna - share the document", "Luna", "share the document", null)]
    [InlineData("Luna will share the document", "Luna", "share the document", null)]
    [InlineData("Luna Lind to share", "Luna Lind", "share", null)]
    [InlineData("Luna and Jens to share", "Luna+Jens", "share", null)]
    [InlineData("Luna, Jens, and Mara to share", "Luna+Jens+Mara", "share", null)]
    [InlineData("Luna & @jens: share", "Luna+jens", "share", null)]
    [InlineData("all to work on it", "all", "work on it", null)]
    [InlineData("on all to work on it", "all", "work on it", null)]
    [InlineData("Luna, Luna to x", "Luna", "x", null)]
    [InlineData("me to x", "Author", "x", null)]
    [InlineData("I will x", "Author", "x", null)]
    [InlineData("to find a room", "", "find a room", null)]
    [InlineData("share the document", "", "share the document", null)]
    [InlineData("Share the document by 8 July", "", "Share the document", "2025-07-08")]
    [InlineData("Need to check the sites", "", "Need to check the sites", null)]
    [InlineData("Upload to the archive", "", "Upload to the archive", null)]
    [InlineData("Talk to Jens", "", "Talk to Jens", null)]
    [InlineData("Luna to", "", "Luna to", null)]
    [InlineData("Luna:", "", "Luna:", null)]
    [InlineData("https://bot.example to read", "", "https://bot.example to read", null)]
    public void Action_IsRead(string typed, string owners, string task, string? due)
    {
        var read = ActionText.Read(typed, "Author", Today);
        Assert.Equal((owners, task, due), (string.Join('+', read.Owners), read.Text, read.DueOn?.ToString("uuuu-MM-dd", null)));
    }

    [Theory]
    [MemberData(nameof(Quickly.PieceNames), MemberType = typeof(Quickly))]
    public void LongText_IsReadQuickly(string piece) => Quickly.Reads(piece, text =>
    {
        ActionText.Read(text, "Author", Today);
        AgendaLines.Items(text);
        AgendaItemText.Read(text, [Room.Who("Luna")]);
    });

    [Theory]
    [InlineData("Scopes 15m @Luna", "Scopes", 15, "Luna")]
    [InlineData("Scopes @Luna 15m", "Scopes", 15, "Luna")]
    [InlineData("Scopes (15 min) @Luna Lind", "Scopes", 15, "Luna Lind")]
    [InlineData("- Scopes", "Scopes", null, null)]
    [InlineData("3. Scopes", "Scopes", null, null)]
    [InlineData("• Scopes 5m", "Scopes", 5, null)]
    [InlineData("2025 plans", "2025 plans", null, null)]
    [InlineData("Mail to a@bot.example", "Mail to a@bot.example", null, null)]
    [InlineData("15m 20m", "15m", 20, null)]
    [InlineData("@Luna", "", null, "Luna")]
    public void AgendaItem_IsRead(string typed, string title, int? minutes, string? presenter)
    {
        var read = AgendaItemText.Read(typed, [Room.Who("Luna Lind")]);
        Assert.Equal((title, minutes, presenter), (read.Title, (int?)read.Timebox?.TotalMinutes, read.Presenter));
    }
}
