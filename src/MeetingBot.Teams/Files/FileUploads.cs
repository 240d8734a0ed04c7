using System.Net.Http.Headers;
using MeetingBot.Conversations;
using MeetingBot.Teams.Connector;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Teams.Files;

/// <summary>
/// Puts a file where somebody has let it go, and shows it there; where that fails they are told, and have the address
/// that the message before has.
/// </summary>
internal sealed class FileUploads(
    HttpClient http, FileHosts hosts, ConnectorClient connector, ReadFile? readFile, TimeProvider time, ILogger logger)
{
    // Within the time in which Teams waits for the answer to the press.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    /// <summary>Never throws; the outcome is told in the conversation.</summary>
    public async ValueTask PutAsync(FileConsent consent)
    {
        using var inTime = new CancellationTokenSource(Limit, time);
        var put = await TryPutAsync(consent, inTime.Token).ConfigureAwait(false);
        using var body = new PooledBuffer();
        if (put) FileActivities.Info(body, consent);
        else ActivityWriter.Message(body, new Outgoing(consent.Conversation, Failed), null);
        await connector.SendAsync(
            HttpMethod.Post, consent.Conversation.ServiceUrl, ConnectorPaths.Activities(consent.Conversation.Target),
            body, CancellationToken.None).ConfigureAwait(false);
    }

    private const string Failed =
        "I could not put the file there. Its address is in the message above; or ask again: calendar file";

    private async ValueTask<bool> TryPutAsync(FileConsent consent, CancellationToken cancel)
    {
        if (hosts.Find(consent.UploadUrl) is not { } address)
        {
            Log.ForeignFile(logger);
            return false;
        }
        try
        {
            if (readFile is null || await readFile(consent.Reference, cancel).ConfigureAwait(false)
                is not { Length: > 0 } file)
                return false;
            using var content = new ReadOnlyMemoryContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Headers.ContentRange = new ContentRangeHeaderValue(0, file.Length - 1, file.Length);
            // The address itself admits; the bot's token is nobody's business there.
            using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = content };
            using var response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) Log.UploadRefused(logger, (int)response.StatusCode);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException
            or Tables.TableUnavailableException)
        {
            Log.UploadFailed(logger, e.GetType().Name);
            return false;
        }
    }
}
