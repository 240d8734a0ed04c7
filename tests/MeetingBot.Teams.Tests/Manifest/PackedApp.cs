using System.IO.Compression;
using System.Text.Json.Nodes;
using MeetingBot.Teams.Tests.Npm;

namespace MeetingBot.Teams.Tests.Manifest;

/// <summary>The app for Teams as the script of the manifest packs it.</summary>
public sealed class PackedApp : IAsyncLifetime
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";

    private readonly string folder = Directory.CreateTempSubdirectory("meetingbot-teams-").FullName;

    /// <summary>The files of the zip, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; private set; } = new Dictionary<string, byte[]>();

    public JsonNode Manifest => JsonNode.Parse(Files["manifest.json"])!;

    public async Task InitializeAsync()
    {
        var zip = Path.Combine(folder, "deep", "app.zip");
        var (code, _, error) = await Pack(AppId, "Meetings.example.org", "--out", zip);
        Assert.True(code == 0, error);
        using var archive = ZipFile.OpenRead(zip);
        Files = archive.Entries.ToDictionary(entry => entry.FullName, BytesOf);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    public static Task<(int Code, string Output, string Error)> Pack(params string[] arguments) =>
        NodeScript.Start("node", [RepositoryFiles.PathOf("manifest", "teams", "pack"), .. arguments]);

    // Opening checks the sums.
    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var file = entry.Open();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
