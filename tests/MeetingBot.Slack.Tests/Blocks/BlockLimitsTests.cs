using MeetingBot.Cards;
using MeetingBot.Teams.Tests.Cards;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>Nothing that is drawn breaks a limit of Slack's, whatever was typed.</summary>
public sealed class BlockLimitsTests
{
    public static TheoryData<string> Texts => HostileTexts.Names;

    [Theory]
    [MemberData(nameof(Texts))]
    public void EveryCard_KeepsTheLimits(string text) => Assert.All(
        SampleCards.All(HostileTexts.All[text]), sample => Assert.All(RenderedBlocks.Of(sample.Card), drawn => Assert.True(
            SlackLimits.Broken(drawn.Drawn) is [], $"{sample.Name}/{drawn.Name}: {string.Join("; ", SlackLimits.Broken(drawn.Drawn))}")));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Home_KeepsTheLimits(string text) =>
        Assert.Empty(SlackLimits.Broken(RenderedBlocks.Home(HostileTexts.All[text])));

    [Theory]
    [InlineData("&")]
    [InlineData("<")]
    [InlineData("\U0001F600")]
    [InlineData("a b")]
    public void Home_OfVeryLongTexts_KeepsTheLimits(string part) =>
        Assert.Empty(SlackLimits.Broken(RenderedBlocks.Home(string.Concat(Enumerable.Repeat(part, 5_000)))));

    public static TheoryData<string, int> Lengths
    {
        get
        {
            var lengths = new TheoryData<string, int>();
            foreach (var part in (string[])["a", "<", "\U0001F600", "a b"])
                foreach (var limit in (int[])[24, 75, 150, 255, 500, 2_000, 3_000])
                    foreach (var length in (int[])[limit - 1, limit, limit + 1]) lengths.Add(part, length);
            return lengths;
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void EveryElement_KeepsTheLimits_AtAndOverThem(string part, int length)
    {
        var text = string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1))[..length];

        Assert.All(SampleCards.OfEveryElement(text), sample => Assert.All(RenderedBlocks.Of(sample.Card), drawn => Assert.True(
            SlackLimits.Broken(drawn.Drawn) is [], $"{sample.Name}/{drawn.Name}: {string.Join("; ", SlackLimits.Broken(drawn.Drawn))}")));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public void EveryNumberOfChoices_KeepsTheLimits(int count)
    {
        var choices = Enumerable.Range(0, count).Select(i => new Choice($"c{i}", $"No. {i}"));
        var one = new ChoiceInput("pick", "Which?", [.. choices], Value: $"c{count - 1}", Open: true);

        foreach (var input in (ChoiceInput[])[one, one with { Multiple = true, Value = $"c0,c{count - 1}" }])
            Assert.All(RenderedBlocks.Of(new Card("Form", input)), drawn => Assert.Empty(SlackLimits.Broken(drawn.Drawn)));
    }

    [Fact]
    public void BrokenLimit_IsFound()
    {
        var header = $$$"""[{"type":"header","text":{"type":"plain_text","emoji":false,"text":"{{{new string('a', 151)}}}"}}]""";
        Assert.Equal(["text of 151, not 1 to 150"], SlackLimits.Broken(System.Text.Json.Nodes.JsonNode.Parse(header)!));
    }
}
