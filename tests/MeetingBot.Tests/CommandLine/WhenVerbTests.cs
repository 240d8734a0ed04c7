using System.Text.Json;

namespace MeetingBot.CommandLine;

/// <summary><c>when</c> by the command line, in a process of its own.</summary>
public sealed class WhenVerbTests
{
    private static readonly string[] Said = ["--zone", "Europe/Zurich", "--now", "2025-06-27T15:00:00+02:00"];

    [Fact]
    public async Task PhraseInWords_IsReadAsJson()
    {
        var (exit, lines, _) = await Tool.RunAsync("", ["when", .. Said, "--format", "json", "Friday 11th at 16:00 CET"]);

        var read = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal(0, exit);
        Assert.Equal("slot", read.GetProperty("kind").GetString());
        Assert.Equal("2025-07-11T14:00:00Z", read.GetProperty("start").GetString());
        Assert.Equal(JsonValueKind.Null, read.GetProperty("end").ValueKind);
        Assert.Equal("Europe/Zurich", read.GetProperty("zone").GetString());
        Assert.Equal("CET_IN_SUMMER", read.GetProperty("warnings")[0].GetString());
        Assert.Equal("2025-07-11T15:00:00Z", read.GetProperty("literal").GetProperty("start").GetString());
    }

    [Fact]
    public async Task EachLineOfTheInput_HasALineOfItsOwn()
    {
        var (_, lines, _) = await Tool.RunAsync("the 8th\n\nFriday at 4\nTuesday 23rd July 2025\n", ["when", .. Said, "--format", "json"]);

        Assert.Equal(["date", "error", "question", "question"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString()));
        Assert.Contains("\"date\":\"2025-07-23\"", lines[3], StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"WEEKDAY_MISMATCH\"", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PhraseAsText_IsInWords()
    {
        var (_, lines, _) = await Tool.RunAsync("", ["when", .. Said, "11", "July", "at", "16:00"]);
        Assert.Equal(["Friday 11 July 2025, 16:00 (CEST) Europe/Zurich, in 14 days"], lines);
    }

    [Theory]
    [InlineData("--zone", "Mars/Olympus")]
    [InlineData("--now", "yesterday")]
    public async Task WrongOption_IsSaid(string option, string value) =>
        Assert.Equal(2, (await Tool.RunAsync("", ["when", option, value, "Friday"])).Exit);
}
