using MeetingBot.Storage;

namespace MeetingBot.Program.Serving;

/// <summary>Reads where the rows are kept.</summary>
internal static class StorageSettings
{
    public static StorageOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Storage");
        var defaults = new StorageOptions();
        return new StorageOptions
        {
            ConnectionString = Text(section["ConnectionString"]),
            TableServiceUri = Text(section["TableServiceUri"]) is { } uri
                ? Uri.TryCreate(uri, UriKind.Absolute, out var address) ? address : throw new SettingsException($"Storage:TableServiceUri is '{uri}', which is no address.")
                : null,
            Path = Text(section["Path"]) ?? defaults.Path,
            Table = Text(section["Table"]) ?? defaults.Table,
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
