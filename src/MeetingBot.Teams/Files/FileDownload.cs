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
        if (response.Content.Headers.ContentLength > AttachedFile.MostBytes) return TooLarge(file);

        var content = new byte[AttachedFile.MostBytes + 1];
        using var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        var length = await stream
            .ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        return length > AttachedFile.MostBytes
            ? TooLarge(file)
            : new AttachedFile(file.Name, content.AsMemory(0, length));
    }

    private static AttachedFile TooLarge(SentFile file) => Not(file, AttachedFile.TooLarge);

    private static AttachedFile Not(SentFile file, string why) => new(file.Name, default, why);
}
