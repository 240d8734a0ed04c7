using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Slack.Installs;

/// <summary>What the browser is told at the end of an installation, in words.</summary>
/// <param name="Text">Plain.</param>
/// <param name="Again">Whether to offer to begin anew.</param>
internal sealed record InstallPage(int Status, string Title, string Text, bool Again = true)
{
    private const string Style =
        "body{font:18px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.2rem;"
        + "color:#1c1c1c;background:#fff}h1{font-size:1.4rem}a{color:#004492}";

    private static readonly string Policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style))) + "'";

    public static readonly InstallPage Denied = new(
        200, "Nothing was installed", "You, or a rule of your workspace, said no to Slack. Nothing was stored here.");

    public static readonly InstallPage NotBegun = new(
        400, "This installation was not begun here",
        "It was begun in another browser, or more than ten minutes ago; or another one was begun here since, or this one "
        + "is finished already. Nothing was changed.");

    public static readonly InstallPage CodeUsed = new(
        400, "Slack does not know this installation any more",
        "What Slack gave your browser for it has expired or was used already. Nothing was changed.");

    public static readonly InstallPage SlackIsAway = new(
        503, "Slack does not answer",
        "Nothing was stored. Please begin again in a few minutes; beginning again does no harm.");

    public static readonly InstallPage WrongApp = new(
        500, "This service and the app at Slack do not fit together",
        "Slack does not take the service's own credentials or its address. Nothing was stored. Please tell who runs "
        + "the service: Slack:ClientId, Slack:ClientSecret and the redirect URL of the app are to be looked at.");

    public static readonly InstallPage NotSaved = new(
        503, "It could not be saved",
        "Slack has said yes, but the service could not keep it just now. Please begin again in a moment; beginning "
        + "again does no harm.");

    public static readonly InstallPage TooMany = new(
        429, "Too many at once",
        "This page was asked for very often just now, from where you are or by all. Please begin again in a minute.");

    /// <param name="name">Of the workspace, as somebody has called it; may be empty.</param>
    public static InstallPage Done(string name) => new(
        200, "MeetingBot is installed",
        (name.Length == 0 ? "It" : $"In {name} it") + " is ready. In a channel of Slack type /invite @MeetingBot, and "
        + "then /agenda add Budget. You can close this page.", Again: false);

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        if (Status == StatusCodes.Status429TooManyRequests) response.Headers.RetryAfter = "60";
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        Guard(response);
        var encode = HtmlEncoder.Default;
        var again = Again ? "<p><a href=\"install\">Begin again</a></p>" : "";
        await response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{encode.Encode(Title)}</title><style>{Style}</style></head>
            <body><main><h1>{encode.Encode(Title)}</h1><p>{encode.Encode(Text)}</p>{again}</main></body></html>

            """).ConfigureAwait(false);
    }

    /// <summary>The address holds what Slack gave the browser: it is kept nowhere and told nobody.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
    }
}
