using System.Net.Http.Headers;
using MeetingBot.Conversations;
using MeetingBot.Slack.Blocks;
using MeetingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.Answers;

/// <summary>
/// Posts to a <c>response_url</c>, which is good for five posts within half an hour and wants no token.
/// </summary>
internal sealed class ResponseUrls(HttpClient http, SlackHosts hosts, TimeProvider time, TimeSpan limit, ILogger logger)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    /// <summary>Whether it was taken. Never throws.</summary>
    public async ValueTask<bool> PostAsync(string? url, ReadOnlyMemory<byte> json)
    {
        if (url is null) return false;
        if (hosts.Hook(url) is not { } address)
        {
            Log.ForeignHost(logger);
            return false;
        }
        if (await PostAsync(address, json).ConfigureAwait(false)) return true;
        // Why it is not taken is not always told; without the pictures it may be.
        return PicturesInWords.Of(json) is { } words && await PostAsync(address, words).ConfigureAwait(false);
    }

    private async ValueTask<bool> PostAsync(Uri address, ReadOnlyMemory<byte> json)
    {
        using var inTime = new CancellationTokenSource(limit, time);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = Json } },
        };
        try
        {
            using var response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, inTime.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) Log.AnswerNotShown(logger, $"HTTP {(int)response.StatusCode}");
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            Log.AnswerNotShown(logger, e.GetType().Name);
            return false;
        }
    }

    /// <summary>A text that only the person sees, as it stands.</summary>
    public static ReadOnlyMemory<byte> Ephemeral(string text) =>
        Message(SlackText.Pages(text, TextFormat.Plain)[0], inPlace: false);

    /// <summary>A message that only the person sees, or that takes the place of the one that was pressed.</summary>
    public static ReadOnlyMemory<byte> Message(RenderedMessage content, bool inPlace) => SlackApi.Write(writer =>
    {
        if (!inPlace) writer.WriteString("response_type"u8, "ephemeral"u8);
        writer.WriteBoolean("replace_original"u8, inPlace);
        SlackApi.Write(writer, content);
    });
}
