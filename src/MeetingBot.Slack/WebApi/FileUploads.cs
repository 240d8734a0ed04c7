using System.Net.Http.Headers;
using MeetingBot.Conversations;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.WebApi;

/// <summary>
/// Puts a file into somebody's chat with the bot, in three steps: an address is asked for, the bytes are put there, and
/// the file is shown. Source: Slack, "Uploading files".
/// </summary>
internal sealed class FileUploads(HttpClient http, SlackApi api, SlackHosts hosts, ReadFile? readFile, ILogger logger)
{
    private const string Type = "application/octet-stream";

    /// <summary>
    /// Never refused: the message before it has the file's address, and a file that can't be put does no harm.
    /// </summary>
    public async ValueTask<Delivery> PutAsync(
        FileOffer offer, string token, string channel, string? thread, CancellationToken cancel)
    {
        if (readFile is null) return new Delivery.Sent(null);
        ReadOnlyMemory<byte>? read;
        try
        {
            read = await readFile(offer.Reference, cancel).ConfigureAwait(false);
        }
        catch (Tables.TableUnavailableException)
        {
            return new Delivery.Later(null, "the store does not answer");
        }
        if (read is not { Length: > 0 } file) return new Delivery.Sent(null);

        var place = await api.UploadUrlAsync(token, offer.Name, file.Length, cancel).ConfigureAwait(false);
        if (!place.Ok) return OrElse(place);
        if (hosts.File(place.Text("upload_url")) is not { } address || place.Text("file_id") is not { } id)
        {
            Log.ForeignHost(logger);
            return new Delivery.Sent(null);
        }
        if (!await PutAsync(address, file, cancel).ConfigureAwait(false))
            return new Delivery.Later(null, "the file could not be put");
        var shown = await api
            .CompleteUploadAsync(token, id, offer.Description, channel, thread, cancel).ConfigureAwait(false);
        return shown.Ok ? new Delivery.Sent(null) : OrElse(shown);
    }

    private static Delivery OrElse(SlackResponse response) =>
        SlackErrors.Delivery(response, null) is Delivery.Later later ? later : new Delivery.Sent(null);

    // The address itself admits; the bot's token is nobody's business there.
    private async ValueTask<bool> PutAsync(Uri address, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ReadOnlyMemoryContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(Type) } },
        };
        try
        {
            using var response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) Log.UploadFailed(logger, $"HTTP {(int)response.StatusCode}");
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Log.UploadFailed(logger, e.GetType().Name);
            return false;
        }
    }
}
