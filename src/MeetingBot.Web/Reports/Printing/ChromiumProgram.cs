namespace MeetingBot.Web.Reports.Printing;

/// <summary>A Chromium, or a browser made of one, that is on this machine.</summary>
/// <param name="Path">Of its program.</param>
public sealed record ChromiumProgram(string Path)
{
    private static readonly string[] Names =
    [
        "chromium", "chromium-browser", "chrome-headless-shell", "headless_shell", "google-chrome",
        "google-chrome-stable", "chrome", "microsoft-edge", "msedge",
    ];

    /// <summary>Looks for one; null where there is none.</summary>
    /// <param name="set">A path, or a name to be looked for; null or empty to look for all that are known.</param>
    /// <param name="path">Folders to look in, as PATH names them.</param>
    public static ChromiumProgram? Find(string? set, string? path)
    {
        if (!string.IsNullOrWhiteSpace(set) && System.IO.Path.IsPathFullyQualified(set))
            return File.Exists(set) ? new ChromiumProgram(set) : null;
        string[] endings = OperatingSystem.IsWindows() ? [".exe"] : [""];
        var folders = (path ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(System.IO.Path.IsPathFullyQualified).ToList();
        var found = (string.IsNullOrWhiteSpace(set) ? Names : [set])
            .SelectMany(name => folders.SelectMany(folder =>
                endings.Select(ending => System.IO.Path.Combine(folder, name + ending))))
            .FirstOrDefault(File.Exists);
        return found is null ? null : new ChromiumProgram(found);
    }
}
