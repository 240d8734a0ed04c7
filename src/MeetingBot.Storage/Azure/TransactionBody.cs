using System.Text;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Azure;

/// <summary>
/// The multipart body of an entity group transaction.
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions
/// </summary>
internal static class TransactionBody
{
    private const string PartHeaders =
        "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";

    private const string RequestHeaders =
        "Content-Type: application/json\r\nAccept: application/json;odata=minimalmetadata\r\n"
        + "Prefer: return-no-content\r\nDataServiceVersion: 3.0\r\n";

    /// <param name="table">The table's address.</param>
    /// <param name="operation">The batch's id, hexadecimal; it names the boundaries and marks the rows.</param>
    public static (ReadOnlyMemory<byte> Body, string ContentType) Write(
        string table, string partitionKey, IEnumerable<RowChange> changes, string operation)
    {
        var body = new MemoryStream();
        Ascii(body, $"--batch_{operation}\r\nContent-Type: multipart/mixed; boundary=changeset_{operation}\r\n\r\n");
        foreach (var change in changes)
        {
            Ascii(body, $"--changeset_{operation}\r\n{PartHeaders}");
            Ascii(body, $"{RequestLine(table, partitionKey, change)} HTTP/1.1\r\n");
            Ascii(body, $"{RequestHeaders}{IfMatch(change)}\r\n");
            if (change is not RowChange.Delete)
                EntityJson.Write(body, partitionKey, change.RowKey, change.Payload.Span, operation);
            Ascii(body, "\r\n");
        }
        Ascii(body, $"--changeset_{operation}--\r\n--batch_{operation}--\r\n");
        return (body.GetBuffer().AsMemory(0, (int)body.Length), $"multipart/mixed; boundary=batch_{operation}");
    }

    private static string RequestLine(string table, string partitionKey, RowChange change) => change switch
    {
        RowChange.Insert => $"POST {table}",
        RowChange.Delete => $"DELETE {table}{TableAddress.Keys(partitionKey, change.RowKey)}",
        _ => $"PUT {table}{TableAddress.Keys(partitionKey, change.RowKey)}",
    };

    private static string IfMatch(RowChange change) => change switch
    {
        RowChange.Replace replace => $"If-Match: {replace.IfMatch}\r\n",
        RowChange.Rewrite => "If-Match: *\r\n",
        RowChange.Delete delete => $"If-Match: {delete.IfMatch ?? "*"}\r\n",
        _ => "",
    };

    private static void Ascii(MemoryStream body, string text) => body.Write(Encoding.ASCII.GetBytes(text));
}
