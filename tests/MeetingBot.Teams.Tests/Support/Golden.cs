namespace MeetingBot.Teams.Support;

/// <summary>The activities that are kept as files, in the shape Teams and the Playground send.</summary>
internal static class Golden
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Activities", "Golden");

    /// <summary>The name of every activity.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(n => !n.EndsWith(".incoming", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    /// <summary>What the activity translates to, or null where it is ignored.</summary>
    public static string? Expected(string name)
    {
        var file = Path.Combine(Folder, name + ".incoming.json");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
