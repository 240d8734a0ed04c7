using System.Net.Http.Headers;
using MeetingBot.Conversations;
using MeetingBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace MeetingBot.Slack.Files;

/// <summary>
/// Fetches what somebody sent: with the bot's token and so from Slack's own hosts alone, without redirects or cookies,
/// up to <see cref="AttachedFile.MostBytes"/>, within a limit. Source: Slack, "Working with files".
/// </summary>
/// <param name="http">Follows no redirects: they would take the token elsewhere.</param>
internal sealed class FileDownload(
    HttpClient http, SlackApi api, Workspaces workspaces, SlackHosts hosts, TimeProvider time, TimeSpan limit,
    ILogger logger)
{
    private const string NotHad = "The file can't be had from Slack. Send it again, or paste its text.";
    private const string NotGiven =
        "Slack does not give me the file. If I was installed before I could read files, the app has to be installed "
        + "once more.";

    /// <summary>
    /// The file, or why there is none; null for a file of another kind. Throws for nothing but <paramref name="cancel"/>.
    /// </summary>
    public async ValueTask<AttachedFile?> FetchAsync(string tenant, SentFile file, CancellationToken cancel)
    {
        using var ended = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, cancel);
        try
        {
            return await FromAsync(tenant, file, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Log.FileNotHad(logger, e.GetType().Name);
            return Not(file, e is OperationCanceledException ? "The file did not come in time." : NotHad);
        }
    }

    private async ValueTask<AttachedFile?> FromAsync(string tenant, SentFile file, CancellationToken cancel)
    {
        if (file.Problem is { } known) return Not(file, known);
        var (token, _) = await workspaces.TokenAsync(tenant, cancel).ConfigureAwait(false);
        if (token is null) return Not(file, NotHad);
        if (file.IsUntold)
        {
            var told = await api.FileAsync(token, file.Id, cancel).ConfigureAwait(false);
            if (!told.Ok) return Not(file, told.Error is "missing_scope" ? NotGiven : NotHad);
            if (SentFile.Read(told.Member("file")) is not { } whole) return Not(file, NotHad);
            if (whole is { IsRead: false, Problem: null }) return null;
            file = whole;
            if (file.Problem is { } problem) return Not(file, problem);
        }
        if (!file.IsRead) return null;
        if (hosts.File(file.Url) is { } address)
            return await FromAsync(address, file, token, cancel).ConfigureAwait(false);
        Log.ForeignHost(logger);
        return Not(file, "The file lies where I fetch nothing from.");
    }

    private async ValueTask<AttachedFile> FromAsync(Uri address, SentFile file, string token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            Log.FileNotHad(logger, $"HTTP {(int)response.StatusCode}");
            return Not(file, NotHad);
        }
        // Whom it does not admit Slack shows its page to sign in, as if that were the file.
        if ("text/html".Equals(response.Content.Headers.ContentType?.MediaType, StringComparison.OrdinalIgnoreCase))
        {
            Log.FileNotHad(logger, "SignIn");
            return Not(file, NotGiven);
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
