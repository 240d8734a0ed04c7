using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MeetingBot.Teams.Connector;

/// <summary>
/// Calls the Bot Connector: to listed hosts only, without redirects or cookies, each call within a limit, a refused
/// token renewed once. Repeating a call is the outbox's business.
/// </summary>
internal sealed class ConnectorClient(
    HttpClient http, ServiceHosts hosts, ConnectorTokens? tokens, TimeProvider time, TimeSpan limit, ILogger logger)
{
    private const int MaxBody = 4 << 20;

    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };
    private static readonly Duration MaxRetryAfter = Duration.FromHours(1);

    /// <summary>
    /// The answer. Throws for nothing but <paramref name="cancel"/>. That a delete is refused is no error: not every
    /// connector can.
    /// </summary>
    public async ValueTask<ConnectorResponse> SendAsync(
        HttpMethod method, string? serviceUrl, string path, PooledBuffer? body, CancellationToken cancel)
    {
        if (hosts.Find(serviceUrl) is not { } address)
        {
            Log.ForeignHost(logger);
            return new ConnectorResponse(HttpStatusCode.MisdirectedRequest);
        }

        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(limit);
        try
        {
            var response = await SendAsync(method, address, path, body, inTime.Token).ConfigureAwait(false);
            if (!response.Succeeded && method != HttpMethod.Delete) Failed((int)response.Status);
            return response;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Failed(0);
            Log.ConnectorUnreachable(logger, e.GetType().Name, EntraError.CodeOf(e));
            return ConnectorResponse.None(e is OperationCanceledException ? "no answer in time" : e.GetType().Name);
        }
    }

    private async ValueTask<ConnectorResponse> SendAsync(
        HttpMethod method, ServiceAddress address, string path, PooledBuffer? body, CancellationToken cancel)
    {
        var uri = new Uri(address.Url + path);
        if (!address.WithToken || tokens is null)
            return await SendAsync(method, uri, null, body, cancel).ConfigureAwait(false);

        var token = await tokens.GetAsync(null, cancel).ConfigureAwait(false);
        var response = await SendAsync(method, uri, token, body, cancel).ConfigureAwait(false);
        if (response.Status != HttpStatusCode.Unauthorized) return response;

        token = await tokens.GetAsync(refused: token, cancel).ConfigureAwait(false);
        return await SendAsync(method, uri, token, body, cancel).ConfigureAwait(false);
    }

    private async ValueTask<ConnectorResponse> SendAsync(
        HttpMethod method, Uri uri, AuthenticationHeaderValue? token, PooledBuffer? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, uri);
        request.Headers.Authorization = token;
        if (body is not null)
        {
            request.Content = new ReadOnlyMemoryContent(body.Written);
            request.Content.Headers.ContentType = Json;
        }
        using var response = await http
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        return new ConnectorResponse(
            response.StatusCode, RetryAfter(response), await BodyAsync(response, cancel).ConfigureAwait(false));
    }

    private static async ValueTask<ReadOnlyMemory<byte>> BodyAsync(
        HttpResponseMessage response, CancellationToken cancel)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        if (!response.IsSuccessStatusCode || !string.Equals(type, Json.MediaType, StringComparison.OrdinalIgnoreCase))
            return default;
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBody, cancel).ConfigureAwait(false);
            return await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The status was told: what was posted is there, and to post it again would double it.
            return default;
        }
    }

    private Duration? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } after) return null;
        var wait = after.Delta ?? (after.Date - time.GetUtcNow()) ?? TimeSpan.Zero;
        return Duration.Max(Duration.Zero, Duration.Min(Duration.FromTimeSpan(wait), MaxRetryAfter));
    }

    private void Failed(int status)
    {
        TeamsMetrics.PlatformError(status);
        if (status > 0) Log.ConnectorRefused(logger, status);
    }
}
