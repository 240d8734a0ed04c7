using System.Diagnostics.Metrics;
using MeetingBot.Conversations;

namespace MeetingBot.Slack;

/// <summary>What is counted, on the meter of the whole program.</summary>
internal static class SlackMetrics
{
    private static readonly Counter<long> Errors = Telemetry.Meter.CreateCounter<long>(
        "meetingbot.platform.errors", "{error}", "Calls of a platform that failed.");

    /// <summary>A call of Slack failed, with this status or, at 0, without an answer.</summary>
    public static void PlatformError(int status) => Errors.Add(
        1,
        new KeyValuePair<string, object?>("platform", SlackChannel.Name),
        new KeyValuePair<string, object?>("status", status));
}
