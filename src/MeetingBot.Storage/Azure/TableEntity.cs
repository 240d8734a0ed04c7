using System.Text;
using System.Text.Json;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Azure;

/// <summary>A row as the service keeps it.</summary>
/// <param name="Operation">The id of the batch that wrote it.</param>
internal sealed record TableEntity(Row Row, string? Operation)
{
    /// <summary>The property that holds the writing batch's id.</summary>
    public const string OperationProperty = "Op";

    /// <summary>The name of a data property: <c>Data</c>, <c>Data1</c>, <c>Data2</c>, …</summary>
    public static string DataProperty(int part) => part == 0 ? "Data" : $"Data{part}";

    /// <summary>Reads an entity of a response with minimal metadata.</summary>
    public static TableEntity Read(JsonElement json)
    {
        var row = new Row(
            Text(json, "PartitionKey"), Text(json, "RowKey"), Data(json), Text(json, "odata.etag"));
        var operation = json.TryGetProperty(OperationProperty, out var op) ? op.GetString() : null;
        return new TableEntity(row, operation);
    }

    private static string Text(JsonElement json, string property) => json.GetProperty(property).GetString()!;

    private static byte[] Data(JsonElement json)
    {
        if (!json.TryGetProperty(DataProperty(1), out _)) return Encoding.UTF8.GetBytes(Text(json, DataProperty(0)));
        var whole = new StringBuilder();
        for (var part = 0; json.TryGetProperty(DataProperty(part), out var text); part++)
            whole.Append(text.GetString());
        return Encoding.UTF8.GetBytes(whole.ToString());
    }
}
