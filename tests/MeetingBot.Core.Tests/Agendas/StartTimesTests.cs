using MeetingBot.Kit;

namespace MeetingBot.Agendas;

/// <summary>Agendas whose lines begin with the time at which each starts.</summary>
public sealed class StartTimesTests
{
    [Theory]
    [InlineData("10:30 Coffee\n11:00 Sensitive info\n12:00 Lunch", "Coffee 30|Sensitive info 60|Lunch")]
    [InlineData("9:00 - Introduction\n9:30 - Tokens", "Introduction 30|Tokens")]
    [InlineData("9:00: Introduction\n9:30: Tokens", "Introduction 30|Tokens")]
    [InlineData("- 09:00 Introduction\n- 09:30 Tokens", "Introduction 30|Tokens")]
    [InlineData("9.00 Introduction\n9.30 Tokens", "Introduction 30|Tokens")]
    [InlineData("9h00 Introduction\n9h30 Tokens", "Introduction 30|Tokens")]
    [InlineData("9am Introduction\n9:30 am Tokens\n1 pm Lunch", "Introduction 30|Tokens 210|Lunch")]
    [InlineData("11:30 Tokens\n12:30 Lunch\n1:30 Keys", "Tokens 60|Lunch 60|Keys")]
    [InlineData("[10:30] Coffee\n[11:00] Tokens", "Coffee 30|Tokens")]
    [InlineData("at 10:30 Coffee\nat 11:00 Tokens", "Coffee 30|Tokens")]
    [InlineData("10:30 Coffee @Luna\n11:00 Tokens 20m\n12:00 Lunch 1h", "Coffee 30 Luna|Tokens 20|Lunch 60")]
    [InlineData("10:30 Coffee\n11:00 Tokens\n12:00 End", "Coffee 30|Tokens 60")]
    [InlineData("10:30 Coffee\nand cake\n11:00 Tokens\n11:20 Keys", "Coffee|and cake|Tokens 20|Keys")]
    [InlineData("10:30 Coffee", "10:30 Coffee")]
    [InlineData("10:30 Coffee\nTokens", "10:30 Coffee|Tokens")]
    [InlineData("12:00 Lunch\n11:00 Tokens", "12:00 Lunch|11:00 Tokens")]
    [InlineData("10:30 Coffee\n10:30 Tea", "10:30 Coffee|10:30 Tea")]
    [InlineData("2.50 paid\n3.50 owed", "2.50 paid|3.50 owed")]
    [InlineData("25:00 Coffee\n26:00 Tea", "25:00 Coffee|26:00 Tea")]
    public async Task Differences_AreTheLengths(string typed, string items)
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add " + typed);
        Assert.Equal(items, string.Join('|', (await room.Overview()).Agenda.Select(item =>
            $"{item.Title} {item.Timebox?.TotalMinutes} {item.Presenter}".Replace("  ", " ", StringComparison.Ordinal).Trim())));
    }

    [Fact]
    public async Task Answer_SaysHowItWasRead()
    {
        using var room = new Room();
        Assert.Equal(
            "Added 1. Coffee (30 min), 2. Tokens (1 h) and 3. Lunch. The times before the titles are their starts, so each lasts until the next; 3. Lunch is open.",
            await room.Says("Mara", "agenda add 10:30 Coffee\n11:00 Tokens\n12:00 Lunch"));
    }
}
