using MeetingBot.Kit;

namespace MeetingBot.Agendas;

public sealed class AgendaItemTextTests
{
    [Theory]
    [InlineData("3:50 PM 4:30 PM Round-table: Security", "Round-table: Security", 40)]
    [InlineData("• 9:00 AM 9:30 AM Introduction", "Introduction", 30)]
    [InlineData("11:00 AM 12:00 PM Round-table", "Round-table", 60)]
    [InlineData("12:00 PM 1:30 PM Lunch break 1h 30m", "Lunch break", 90)]
    [InlineData("12:00 PM 1:30 PM Lunch break 1h", "Lunch break", 60)]
    [InlineData("15:50-16:30 Round table", "Round table", 40)]
    [InlineData("15:50 – 16:30 Round table", "Round table", 40)]
    [InlineData("15:50 – 16:30: Round table", "Round table", 40)]
    [InlineData("[15:50-16:30] Round table", "Round table", 40)]
    [InlineData("from 15:50 to 16:30 Round table", "Round table", 40)]
    [InlineData("Round table 15:50-16:30", "Round table", 40)]
    [InlineData("Round table (15:50 – 16:30)", "Round table", 40)]
    [InlineData("Round table, 3:50-4:30 p.m.", "Round table", 40)]
    [InlineData("11:30-12:30 PM Round table", "Round table", 60)]
    [InlineData("12:30-1:30 Round table", "Round table", 60)]
    [InlineData("9 am - 10 am Round table", "Round table", 60)]
    [InlineData("23:30-00:30 Round table", "Round table", 60)]
    [InlineData("16:30-15:50 Round table", "16:30-15:50 Round table", null)]
    [InlineData("15:50-15:50 Round table", "15:50-15:50 Round table", null)]
    [InlineData("25:00-26:00 Round table", "25:00-26:00 Round table", null)]
    [InlineData("15:50-16:301 Round table", "15:50-16:301 Round table", null)]
    [InlineData("٩:٠٠-١٠:٠٠ Round table", "٩:٠٠-١٠:٠٠ Round table", null)]
    [InlineData("Lunch 12:30", "Lunch 12:30", null)]
    [InlineData("9 10 Round table", "9 10 Round table", null)]
    public void TimesOfDay_GiveTheTimebox(string typed, string title, int? minutes)
    {
        var read = AgendaItemText.Read(typed, []);
        Assert.Equal((title, minutes, null), (read.Title, (int?)read.Timebox?.TotalMinutes, read.Problem));
    }

    [Theory]
    [InlineData("Round table 15:50-16:30 @Luna")]
    [InlineData("15:50-16:30 Round table @Luna")]
    [InlineData("Round table @Luna 15:50-16:30")]
    public void TimesOfDay_StandBesideThePresenter(string typed)
    {
        var read = AgendaItemText.Read(typed, []);
        Assert.Equal(("Round table", 40.0, "Luna"), (read.Title, read.Timebox?.TotalMinutes, read.Presenter));
    }

    [Fact]
    public async Task CopiedAgenda_TakesItsTimesFromTheLinesAbove()
    {
        using var room = new Room();
        Assert.Equal(
            "Added 1. Introduction (30 min), 2. Coffee break (30 min) and 3. AOB (15 min)",
            await room.Says("Mara", "agenda add • 9:00 AM 9:30 AM\n\n  Introduction\n• 10:30 AM 11:00 AM\n  Coffee break 30m\nAOB 15m"));
        Assert.Contains("needs a title", await room.Asks("Mara", "agenda add 15:50-16:30"), StringComparison.Ordinal);
        Assert.Equal("Changed: 1. Introduction (40 min)", await room.Says("Mara", "agenda edit 1 15:50-16:30"));
    }

    [Theory]
    [InlineData("Y 0m", "0m")]
    [InlineData("Y 0 min", "0 min")]
    [InlineData("W -5m", "-5m")]
    [InlineData("W (-5m) @Luna", "-5m")]
    [InlineData("Z 5000m", "83 h 20 min")]
    [InlineData("Z 500000m", "500000m")]
    [InlineData("Z 9999h", "9999h")]
    public async Task ImpossibleTimebox_IsRefusedWithAnExample(string typed, string quoted)
    {
        using var room = new Room();
        var answer = $"A timebox lasts from 1 min to 12 h, not {quoted}. For example: /agenda ";
        Assert.StartsWith(answer, await room.Asks("Mara", "agenda add " + typed), StringComparison.Ordinal);
        Assert.Empty((await room.Overview()).Agenda);
        await room.Says("Mara", "agenda add One");
        Assert.StartsWith(answer, await room.Asks("Mara", "agenda edit 1 " + typed), StringComparison.Ordinal);
    }
}
