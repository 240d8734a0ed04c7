using MeetingBot.Kit;
using MeetingBot.Meetings;

namespace MeetingBot.Minutes;

/// <summary>Minutes pasted whole: who said what, one receipt, one undo, and what is no part of them.</summary>
public sealed class PastedBlockTests
{
    private static string Shown(string text) => string.Join('\n', MinutesGrammar.Read(text, out _).Select(line =>
        (line.Kind is MinuteKind.Note ? "" : line.Kind + " ") + (line.Continues ? "+" : "") + (line.Speaker is { } who ? who + ": " : "") + line.Text));

    [Theory]
    [InlineData("ML - first\ngoes on\n\nLuna disagrees", "ML: first\n+goes on\nLuna disagrees")]
    [InlineData("ML - first\n\nof nobody\ngoes on", "ML: first\nof nobody\n+goes on")]
    [InlineData("ML - first\n \t\nof nobody", "ML: first\nof nobody")]
    [InlineData("ML - first\nLuna disagrees, think\nDC would like to agree", "ML: first\nLuna disagrees, think\nDC would like to agree")]
    [InlineData("ML - first\n* one\n* two\n\nof nobody", "ML: first\n+* one\n+* two\nof nobody")]
    [InlineData("ML - first\n\n* one\n* two\nand three", "ML: first\n+* one\n+* two\n+and three")]
    [InlineData("ML - first\nDC -\n\nLuna - second", "ML: first\nLuna: second")]
    [InlineData("ML - first\nDC -\nwhat DC said\ngoes on", "ML: first\nDC: what DC said\n+goes on")]
    [InlineData("ML - first\nAssets:\n* one", "ML: first\n+Assets:\n+* one")]
    [InlineData("Topic: T\n* one\n* two", "Topic T\n* one\n+* two")]
    public void BlankLine_EndsWhatSomebodySaid(string text, string lines) => Assert.Equal(lines, Shown(text));
}
