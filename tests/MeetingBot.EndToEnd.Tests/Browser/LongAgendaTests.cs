using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

[Collection(InBrowser.Name)]
public sealed class LongAgendaTests(Chromium chromium)
{
    // A whole day: talks, round tables and breaks, as such agendas are sent round.
    private static readonly (string Typed, string Title, string Length)[] Day =
    [
        ("Welcome, agenda of the day, and progress since last time 30m", "Welcome, agenda of the day, and progress since last time", "30 min"),
        ("Round-table: what each site does 1h", "Round-table: what each site does", "1 h"),
        ("Coffee break 30m", "Coffee break", "30 min"),
        ("Round-table: Reporting and disclosure 1h", "Round-table: Reporting and disclosure", "1 h"),
        ("Lunch break 1h 30m", "Lunch break", "1 h 30 min"),
        ("Service exercises 30m", "Service exercises", "30 min"),
        ("Regional report: North 20m", "Regional report: North", "20 min"),
        ("Regional report: South-East 30m", "Regional report: South-East", "30 min"),
        ("Partner project update 15m", "Partner project update", "15 min"),
        ("Coffee break 30m", "Coffee break", "30 min"),
        ("Work with other monitoring groups 15m", "Work with other monitoring groups", "15 min"),
        ("Round-table: Monitoring 40m", "Round-table: Monitoring", "40 min"),
        ("Duty contact 30m", "Duty contact", "30 min"),
        ("AOB and next meeting 15m", "AOB and next meeting", "15 min"),
    ];

    [Fact]
    public async Task ADayOfFourteenItems_TypedByHand_IsRunToItsEnd()
    {
        await using var chair = await chromium.EnterAsync("day", "Ada");
        for (var i = 0; i < Day.Length; i++) await chair.SayAsync($"agenda add {Day[i].Typed}", $"Added {i + 1}. {Day[i].Title} (");
        await Expect(chair.Section("Agenda").Locator("li .title")).ToHaveTextAsync(Day.Select(item => item.Title));
        await Expect(chair.Section("Agenda").Locator("li .time")).ToHaveTextAsync(Day.Select(item => item.Length));

        await chair.SayAsync("/meeting start A whole day", "The agenda has 14 items, in all 8 h 15 min");
        await RunAsync(chair);
        await chair.SayAsync("/meeting end", "A whole day has ended");
        await chair.SeesAsync("Minutes with a link to each line");

        await chair.Page.GotoAsync(new Uri(chromium.Bot.Address, "/room/day/minutes").AbsoluteUri);
        // A break under which nothing was said has no heading.
        await Expect(chair.Page.Locator("h2"))
            .ToHaveTextAsync(Day.Select((item, i) => $"{i + 1}. {item.Title}").Where((_, i) => i != 2));
        await Expect(chair.Page.Locator("section").Filter(new() { HasText = "14. AOB" })).ToContainTextAsync("said under item 14");
        Assert.Empty(chair.Problems);
    }

    /// <summary>The first coffee break is skipped and comes last, lunch takes longer, each item has a note.</summary>
    private static async Task RunAsync(RoomWindow chair)
    {
        await chair.SayAsync("/agenda next", "Now 1. ");
        for (var number = 1; number <= Day.Length; number++)
        {
            if (number == 3)
            {
                await chair.SayAsync("/agenda skip", "Skipped 3. Coffee break. Now 4. ");
                continue;
            }
            if (number == 5) await chair.SayAsync("extend 15m", "(15 min more)");
            await chair.SayAsync($"note: said under item {number}", $"said under item {number} (item {number})");
            var next = number == 14 ? 3 : number + 1;
            await chair.SayAsync("/agenda next really", $"Now {next}. {Day[next - 1].Title}");
        }
        await Expect(chair.Section("Agenda").Locator("li[aria-current=step]")).ToContainTextAsync("Coffee break");
        await chair.SayAsync("/agenda next really", "That was the last item of the agenda");
        await Expect(chair.Section("Agenda").Locator("li.done")).ToHaveCountAsync(14);
    }
}
