namespace MeetingBot.Risks.Report;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("One. Two.", "One.")]
    [InlineData("Update to version 2.4 now. Then go.", "Update to version 2.4 now.")]
    [InlineData("Some, e.g. tokens, leak! More", "Some, e.g. tokens, leak!")]
    [InlineData("no end\nand a line", "no end and a line")]
    public void First_IsTheFirstSentence(string text, string first) => Assert.Equal(first, Sentences.First(text));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("some words that are long", 12, "some words…")]
    [InlineData("abcdefghijklmnop", 8, "abcdefg…")]
    [InlineData("aaaaaa😀😀", 8, "aaaaaa…")]
    public void Cut_LosesNoHalfCharacter(string text, int most, string cut) => Assert.Equal(cut, Sentences.Cut(text, most));
}
