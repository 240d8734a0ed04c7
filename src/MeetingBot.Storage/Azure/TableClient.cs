using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using MeetingBot.Tables;

namespace MeetingBot.Storage.Azure;

/// <summary>
/// One table of the Table service over its REST protocol. Retries, timeouts, logging and tracing are those of
/// the Azure.Core pipeline. https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api
/// </summary>
internal sealed class TableClient(
    Uri endpoint, string tableName, HttpPipelinePolicy authentication, TableClientOptions options)
{
    /// <summary>Most rows that the service puts on a page.</summary>
    public const int MaxPage = 1000;

    private readonly HttpPipeline pipeline = HttpPipelineBuilder.Build(options, authentication);
    private readonly string service = endpoint.AbsoluteUri.TrimEnd('/');

    /// <summary>The error, or null when the table is there.</summary>
    public async Task<TableError?> CreateIfNotExistsAsync(CancellationToken cancel)
    {
        using var message = Message(RequestMethod.Post, $"{service}/Tables");
        message.Request.Headers.Add("Prefer", "return-no-content");
        SetContent(message, Encoding.ASCII.GetBytes($"{{\"TableName\":\"{tableName}\"}}"), "application/json");
        var response = await SendAsync(message, cancel).ConfigureAwait(false);
        var error = Error(response);
        return error is { Code: TableErrorCode.TableAlreadyExists } ? null : error;
    }

    /// <summary>The entity, or null.</summary>
    public async Task<TableEntity?> GetEntityAsync(string partitionKey, string rowKey, CancellationToken cancel)
    {
        var address = $"{service}/{tableName}{TableAddress.Keys(partitionKey, rowKey)}";
        using var message = Message(RequestMethod.Get, address);
        var response = await SendAsync(message, cancel).ConfigureAwait(false);
        var error = Error(response);
        if (error is { IsConflict: true }) return null;
        ThrowIfFailed(error);
        using var json = JsonDocument.Parse(response.Content);
        return TableEntity.Read(json.RootElement);
    }

    /// <summary>One page of the rows that match a filter (all rows without one), in key order.</summary>
    public async Task<TablePage> QueryAsync(
        string? filter, int top, TableContinuation? from, CancellationToken cancel)
    {
        using var message = Message(RequestMethod.Get, $"{service}/{tableName}()");
        var uri = message.Request.Uri;
        uri.AppendQuery("$top", Math.Min(top, MaxPage).ToString(CultureInfo.InvariantCulture));
        if (filter is not null) uri.AppendQuery("$filter", filter, escapeValue: true);
        if (from is not null) uri.AppendQuery("NextPartitionKey", from.NextPartitionKey, escapeValue: true);
        if (from?.NextRowKey is { } nextRow) uri.AppendQuery("NextRowKey", nextRow, escapeValue: true);
        var response = await SendAsync(message, cancel).ConfigureAwait(false);
        ThrowIfFailed(Error(response));
        using var json = JsonDocument.Parse(response.Content);
        return new TablePage(
            [.. json.RootElement.GetProperty("value").EnumerateArray().Select(TableEntity.Read)],
            Continuation(response));
    }

    /// <summary>Stores all changes in one entity group transaction, or none.</summary>
    /// <param name="operation">The batch's id, hexadecimal, kept in each row that it writes.</param>
    public async Task<TransactionResult> SubmitTransactionAsync(
        string partitionKey, IReadOnlyList<RowChange> changes, string operation, CancellationToken cancel)
    {
        using var message = Message(RequestMethod.Post, $"{service}/$batch");
        var (body, contentType) = TransactionBody.Write($"{service}/{tableName}", partitionKey, changes, operation);
        SetContent(message, body, contentType);
        var response = await SendAsync(message, cancel).ConfigureAwait(false);
        ThrowIfFailed(Error(response));
        var error = Outcome(response, changes.Count);
        if (error is not { IsConflict: true, FailedIndex: { } index } || index >= changes.Count) ThrowIfFailed(error);
        return new TransactionResult(error, message.ProcessingContext.RetryNumber > 0);
    }

    private HttpMessage Message(RequestMethod method, string address)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(address));
        message.Request.Headers.Add("x-ms-version", TableClientOptions.ServiceVersion);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        return message;
    }

    private static void SetContent(HttpMessage message, ReadOnlyMemory<byte> body, string contentType)
    {
        message.Request.Headers.Add("Content-Type", contentType);
        message.Request.Content = RequestContent.Create(body);
    }

    private async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancel)
    {
        try
        {
            await pipeline.SendAsync(message, cancel).ConfigureAwait(false);
            return message.Response;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            throw new TableUnavailableException("The table service can't be reached.", failure);
        }
    }

    private static TableError? Error(Response response) => response.Status is >= 200 and < 300
        ? null
        : TableError.Read(response.Status, response.Content.ToMemory());

    private static TableError? Outcome(Response response, int changes)
    {
        try
        {
            return TransactionResponse.Read(response.Content.ToMemory(), changes);
        }
        catch (FormatException unclear)
        {
            throw new TableUnavailableException("The table service's answer is not understood.", unclear);
        }
    }

    private static void ThrowIfFailed(TableError? error)
    {
        if (error is not null) throw new TableUnavailableException($"The table service answered {error}.");
    }

    private static TableContinuation? Continuation(Response response) =>
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition)
            ? new(partition, response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) ? row : null)
            : null;
}
