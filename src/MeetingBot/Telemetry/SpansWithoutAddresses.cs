using System.Diagnostics;
using OpenTelemetry;

namespace MeetingBot.Program.Telemetry;

/// <summary>
/// Takes the addresses of calls and requests out of their spans: they hold ids of tenants, conversations and people,
/// and the keys of pages. Which service was called is still told, by <c>server.address</c> and <c>http.route</c>.
/// </summary>
internal sealed class SpansWithoutAddresses : BaseProcessor<Activity>
{
    // As OpenTelemetry names them now, and as it did.
    private static readonly string[] Addresses =
        ["url.full", "url.path", "url.query", "http.url", "http.target", "http.path"];

    public override void OnEnd(Activity data)
    {
        foreach (var address in Addresses) data.SetTag(address, null);
    }
}
