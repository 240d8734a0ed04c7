using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeetingBot.Teams.Tests.Npm;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>Each kind of element is drawn exactly as in its golden file.</summary>
public sealed class GoldenCardTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Names => [.. SampleCards.OfEveryElement("Review the draft").Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Card_IsDrawnAsInItsGoldenFile(string name)
    {
        var card = SampleCards.OfEveryElement("Review the draft").Single(sample => sample.Name == name).Card;
        var drawn = RenderedCards.JsonOf(card);

        var path = RepositoryFiles.PathOf("tests", "MeetingBot.Teams.Tests", "Cards", "Golden", name + ".json");
        var golden = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
        Assert.True(JsonNode.DeepEquals(golden, drawn), $"{name} is now:\n{drawn!.ToJsonString(Readable)}");
    }
}
