using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Teams.Tests.Npm;

namespace MeetingBot.Teams.Tests.Manifest;

public sealed class TeamsManifestTests(PackedApp app) : IClassFixture<PackedApp>
{
    private sealed record Judgement(string newest, string[] wrong);

    [Fact]
    public async Task Manifest_IsValid_InMicrosoftsNewestSchema()
    {
        var judgement = await NodeScript.Run<Judgement>("manifest/validate.mjs", app.Manifest);

        Assert.Empty(judgement.wrong);
        Assert.Equal(judgement.newest, (string?)app.Manifest["manifestVersion"]);
    }

    [Fact]
    public async Task ManifestWithAnUnknownScope_IsFound()
    {
        var manifest = app.Manifest;
        manifest["bots"]![0]!["scopes"]!.AsArray().Add("everywhere");
        var judgement = await NodeScript.Run<Judgement>("manifest/validate.mjs", manifest);

        Assert.NotEmpty(judgement.wrong);
    }

    [Fact]
    public void Zip_HoldsManifestAndIcons_AtItsRoot() =>
        Assert.Equal(["color.png", "manifest.json", "outline.png"], app.Files.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("color.png", 192, 2)]
    [InlineData("outline.png", 32, 6)]
    public void Icon_HasTheSizeThatTeamsWants(string name, int size, byte colourType)
    {
        // PNG, 11.2.1: the header stands first; colour type 2 is without transparency, 6 with it.
        var header = app.Files[name].AsSpan(0, 29);
        Assert.Equal("IHDR", Encoding.ASCII.GetString(header[12..16]));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(header[16..20]));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(header[20..24]));
        Assert.Equal(colourType, header[25]);
    }

    [Fact]
    public void OperatorsNames_StandWhereTheyBelong()
    {
        var manifest = app.Manifest;
        Assert.DoesNotContain("${{", Encoding.UTF8.GetString(app.Files["manifest.json"]), StringComparison.Ordinal);
        Assert.Equal(PackedApp.AppId, (string?)manifest["id"]);
        Assert.Equal(PackedApp.AppId, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(PackedApp.AppId, (string?)manifest["webApplicationInfo"]!["id"]);
        Assert.Equal("meetings.example.org", (string?)Assert.Single(manifest["validDomains"]!.AsArray()));
        Assert.Equal("https://meetings.example.org/", (string?)manifest["developer"]!["privacyUrl"]);
    }

    [Fact]
    public void Bot_IsInEveryScope_WithShortCommands()
    {
        var bot = app.Manifest["bots"]![0]!;
        Assert.Equal(["personal", "team", "groupChat"], Texts(bot["scopes"]!));
        var commands = bot["commandLists"]!.AsArray().SelectMany(list => list!["commands"]!.AsArray()).ToArray();
        Assert.All(commands, command => Assert.InRange(((string?)command!["title"])!.Length, 1, 32));
        Assert.All(commands, command => Assert.InRange(((string?)command!["description"])!.Length, 1, 128));
    }

    [Fact]
    public void EveryPermission_HasItsReasonInTheReadme()
    {
        var readme = File.ReadAllText(RepositoryFiles.PathOf("manifest", "teams", "README.md"));
        var asked = app.Manifest["authorization"]!["permissions"]!["resourceSpecific"]!.AsArray();

        Assert.Equal(6, asked.Count);
        Assert.All(asked, permission =>
            Assert.Contains($"| `{permission!["name"]}` |", readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not-an-id", "meetings.example.org")]
    [InlineData(PackedApp.AppId, "https://meetings.example.org")]
    [InlineData(PackedApp.AppId, "meetings.example.org:3978")]
    [InlineData(PackedApp.AppId, "*.example.org")]
    [InlineData(PackedApp.AppId, "localhost")]
    [InlineData(PackedApp.AppId)]
    [InlineData(PackedApp.AppId, "meetings.example.org", "--privacy", "javascript:alert(1)")]
    public async Task WrongArguments_AreRefusedInWords(params string[] arguments)
    {
        var (code, output, error) = await PackedApp.Pack(arguments);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    private static IEnumerable<string?> Texts(JsonNode array) => array.AsArray().Select(item => (string?)item);
}
