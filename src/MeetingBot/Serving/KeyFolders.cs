using MeetingBot.Storage;

namespace MeetingBot.Program.Serving;

/// <summary>
/// Where the keys are with which is protected what nobody but the service may read or write. They are a folder's, so
/// that they outlive the process, and never the store's: there they would lie beside what they protect.
/// </summary>
internal static class KeyFolders
{
    public const string Setting = "Keys:Folder";

    /// <summary>The folder, made where it is not there; null where no keys are needed.</summary>
    /// <param name="problems">Is told when keys are needed and have no home.</param>
    public static string? Read(
        IConfiguration configuration, StorageOptions storage, bool development, List<string> problems)
    {
        var set = configuration[Setting];
        var needed = development || !string.IsNullOrWhiteSpace(configuration["Slack:ClientId"]);
        if (!needed) return null;
        var isEmbedded = storage is { ConnectionString: null, TableServiceUri: null };
        if (string.IsNullOrWhiteSpace(set) && !isEmbedded && !development)
        {
            problems.Add(
                $"With Slack:ClientId and a store that several instances share, {Setting} must name a folder that they "
                + "share too: the keys of the tokens are kept there; for example /mnt/keys.");
            return null;
        }
        var folder = Path.GetFullPath(string.IsNullOrWhiteSpace(set) ? Beside(storage) : set.Trim());
        // The room alone goes without when it must; tokens would be lost with their keys.
        if (!string.IsNullOrWhiteSpace(configuration["Slack:ClientId"]) && Problem(folder) is { } problem)
            problems.Add(problem);
        return folder;
    }

    private static string Beside(StorageOptions storage) => Path.Combine(
        Path.GetDirectoryName(Path.GetFullPath(storage.Path ?? StorageOptions.DefaultPath)) ?? ".", "keys");

    private static string? Problem(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(
                    folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{Setting} is '{folder}', where no file can be written.";
        }
    }
}
