using MeetingBot.Storage;

namespace MeetingBot.Program.Serving;

/// <summary>Reads where the rows are kept.</summary>
internal static class StorageSettings
{
    public static StorageOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Storage");
        return new StorageOptions
        {
            ConnectionString = Text(section["ConnectionString"]),
            TableServiceUri = Text(section["TableServiceUri"]),
            Path = Text(section["Path"]),
            Table = Text(section["Table"]) ?? StorageOptions.DefaultTable,
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
