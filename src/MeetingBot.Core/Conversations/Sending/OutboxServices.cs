using Microsoft.Extensions.Logging;
using NodaTime;

namespace MeetingBot.Conversations.Sending;

/// <summary>What the outbox and the timers are handed from outside.</summary>
/// <param name="Instance">The name of this process among all that share the table: letters and digits.</param>
/// <param name="Exclusive">No other process can have the table (SQLite).</param>
/// <param name="Random">From 0 to 1, for the spread of retries.</param>
public sealed record OutboxServices(
    string Instance, bool Exclusive, IClock Clock, Wait Wait, Func<double> Random, ILogger Log);
