using MeetingBot.Conversations;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Teams.Files;

/// <summary>
/// Fetches what somebody sent: from listed hosts alone, without a token, redirects or cookies, up to
/// <see cref="AttachedFile.MostBytes"/>, within a limit.
/// </summary>
internal sealed class FileDownload(HttpClient http, FileHosts hosts, TimeProvider time, TimeSpan limit, ILogger logger)
{
    /// <summary>The file, or why there is none. Throws for nothing but <paramref name="cancel"/>.</summary>
    public async ValueTask<AttachedFile> FetchAsync(SentFile file, CancellationToken cancel)
    {
        if (hosts.Find(file.Url) is not { } address)
        {
            Log.ForeignFile(logger);
            return Not(file, "The file lies where I fetch nothing from.");
        }
        using var ended = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, cancel);
        try
        {
            return await FetchAsync(file, address, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Log.FileNotHad(logger, e.GetType().Name);
            var late = e is OperationCanceledException;
            return Not(file, late ? "The file did not come in time." : "The file can't be had.");
        }
    }

    private async ValueTask<AttachedFile> FetchAsync(SentFile file, Uri address, CancellationToken cancel)
    {
        using var response = await http
            .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            Log.FileNotHad(logger, $"{(int)response.StatusCode}");
            return Not(file, "The file can't be had any more where Teams says it is.");
        }
        try
        {
            // Grows with what comes, whatever was told of it: many may be on their way at once.
            await response.Content.LoadIntoBufferAsync(AttachedFile.MostBytes, cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            return Not(file, AttachedFile.TooLarge);
        }
        return new AttachedFile(
            file.Name, await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false));
    }

    private static AttachedFile Not(SentFile file, string why) => new(file.Name, default, why);
}
