using System.Collections.Concurrent;
using System.Net.Http.Headers;
using MeetingBot.Slack.Payloads;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MeetingBot.Slack.WebApi;

/// <summary>
/// Calls the methods of the Web API, each call within a limit. Repeating a call is the outbox's business.
/// </summary>
internal sealed class SlackClient(HttpClient http, Uri apiUrl, TimeProvider time, TimeSpan limit, ILogger logger)
{
    private const int MaxBody = 4 << 20;

    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };
    private static readonly Duration MaxRetryAfter = Duration.FromHours(1);

    private readonly ConcurrentDictionary<string, Uri> _addresses = new(StringComparer.Ordinal);

    /// <summary>Calls a method that takes JSON. Throws for nothing but <paramref name="cancel"/>.</summary>
    public ValueTask<SlackResponse> SendAsync(
        string method, string token, ReadOnlyMemory<byte> json, CancellationToken cancel)
    {
        var content = new ReadOnlyMemoryContent(json);
        content.Headers.ContentType = Json;
        return SendAsync(method, Bearer(token), content, cancel);
    }

    /// <summary>Calls a method that reads: those take a form, and many of them no JSON.</summary>
    /// <inheritdoc cref="SendAsync(string, string, ReadOnlyMemory{byte}, CancellationToken)"/>
    public ValueTask<SlackResponse> AskAsync(
        string method, string token, CancellationToken cancel, params ReadOnlySpan<(string Name, string Value)> form) =>
        AskAsync(method, Bearer(token), cancel, form);

    /// <param name="who">Admits where no token does.</param>
    /// <inheritdoc cref="AskAsync(string, string, CancellationToken, ReadOnlySpan{ValueTuple{string, string}})"/>
    public ValueTask<SlackResponse> AskAsync(
        string method, AuthenticationHeaderValue who, CancellationToken cancel,
        params ReadOnlySpan<(string Name, string Value)> form) =>
        SendAsync(
            method, who,
            new FormUrlEncodedContent(form.ToArray().Select(f => KeyValuePair.Create(f.Name, f.Value))), cancel);

    private static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    // Read once: there are a dozen of them.
    private Uri AddressOf(string method) => _addresses.GetOrAdd(method, static (name, api) => new Uri(api, name), apiUrl);

    private async ValueTask<SlackResponse> SendAsync(
        string method, AuthenticationHeaderValue who, HttpContent content, CancellationToken cancel)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(limit);
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(method)) { Content = content };
        request.Headers.Authorization = who;
        try
        {
            using var response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, inTime.Token).ConfigureAwait(false);
            var body = await BodyAsync(response, inTime.Token).ConfigureAwait(false);
            var answer = new SlackResponse((int)response.StatusCode, body, RetryAfter(response));
            if (!answer.Ok) Failed(method, answer);
            return answer;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            SlackMetrics.PlatformError(0);
            Log.CallUnanswered(logger, method, e.GetType().Name);
            return SlackResponse.None(e is OperationCanceledException ? "no answer in time" : e.GetType().Name);
        }
    }

    private static async ValueTask<System.Text.Json.JsonElement?> BodyAsync(
        HttpResponseMessage response, CancellationToken cancel)
    {
        if (!response.IsSuccessStatusCode) return null;
        await response.Content.LoadIntoBufferAsync(MaxBody, cancel).ConfigureAwait(false);
        return JsonMembers.Parse(await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false));
    }

    private Duration? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } after) return null;
        var wait = after.Delta ?? (after.Date - time.GetUtcNow()) ?? TimeSpan.Zero;
        return Duration.Max(Duration.Zero, Duration.Min(Duration.FromTimeSpan(wait), MaxRetryAfter));
    }

    private void Failed(string method, SlackResponse answer)
    {
        SlackMetrics.PlatformError(answer.Status);
        Log.CallRefused(logger, method, answer.Status, answer.Error ?? "");
    }
}
