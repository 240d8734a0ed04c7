namespace MeetingBot.Web.Reports.Printing;

/// <summary>How Chromium is called to print a page.</summary>
internal static class ChromiumArguments
{
    /// <param name="folder">For its profile; it is deleted afterwards.</param>
    public static IEnumerable<string> Of(string folder, string page, string pdf)
    {
        yield return "--headless";
        // The sandbox refuses to work for root, as in many containers; for everybody else it stays on.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) yield return "--no-sandbox";
        foreach (var argument in Fixed) yield return argument;
        yield return "--user-data-dir=" + Path.Combine(folder, "profile");
        yield return "--print-to-pdf=" + pdf;
        yield return new Uri(page).AbsoluteUri;
    }

    private static readonly string[] Fixed =
    [
        // No name is resolved and every address is behind a proxy that is not there: nothing leaves the machine.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
        "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--disable-quic", "--no-pings",
        "--disable-extensions", "--disable-plugins", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-breakpad", "--disable-crash-reporter", "--metrics-recording-only", "--mute-audio",
        "--no-default-browser-check", "--use-mock-keychain", "--password-store=basic",
        "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf",
    ];
}
