using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MeetingBot.Conversations;

/// <summary>What the bot tells of itself: never a text, a name or a token.</summary>
public static class Telemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "MeetingBot";

    public static readonly ActivitySource Source = new(Name);
    public static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Turns = Meter.CreateCounter<long>(
        "meetingbot.turns", "{turn}", "Turns done, by command and outcome");

    internal static readonly Histogram<double> TurnLength = Meter.CreateHistogram<double>(
        "meetingbot.turn.duration", "s", "From the channel's call to the commit");

    internal static readonly Counter<long> Conflicts = Meter.CreateCounter<long>(
        "meetingbot.turn.conflicts", "{conflict}", "Commits that met a newer row and were decided again");

    internal static readonly Counter<long> Delivered = Meter.CreateCounter<long>(
        "meetingbot.outbox.delivered", "{message}", "Messages that a platform has taken");

    internal static readonly Counter<long> DeliveryErrors = Meter.CreateCounter<long>(
        "meetingbot.outbox.errors", "{error}", "Deliveries put off or given up, by reason");
}
