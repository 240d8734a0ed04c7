using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>Reads minutes as text that is the same whenever and wherever the meeting was.</summary>
internal static partial class MinutesText
{
    /// <summary>The text of the minutes page at that address, in a fresh window.</summary>
    public static async Task<string> ReadAsync(Chromium chromium, string address)
    {
        var page = await chromium.PageAsync();
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("body.minutes main")).ToBeVisibleAsync();
        var text = await page.Locator("main").InnerTextAsync();
        await page.Context.CloseAsync();
        return Timeless(text);
    }

    public static string Timeless(string text)
    {
        var timeless = Time().Replace(Day().Replace(text, "(day)"), "(time)");
        timeless = Zone().Replace(timeless, "(zone)");
        var lines = timeless.Split('\n').Select(line => Spaces().Replace(line, " ").Trim());
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    [GeneratedRegex(
        @"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\b\d{1,2}(?:st|nd|rd|th)? "
        + "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: [0-9]{4})?")]
    private static partial Regex Day();

    [GeneratedRegex(@"\b\d\d:\d\d\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"\((?:Etc/)?UTC\)")]
    private static partial Regex Zone();

    [GeneratedRegex(@"[ \t\u00A0]+")]
    private static partial Regex Spaces();
}
