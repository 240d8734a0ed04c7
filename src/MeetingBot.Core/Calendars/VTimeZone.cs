using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Calendars;

/// <summary>The rules of a zone as a calendar carries them along (RFC 5545, 3.6.5).</summary>
public sealed record VTimeZone(string TzId, ImmutableArray<Observance> Observances);

/// <summary>A change of clocks, once or every year.</summary>
/// <param name="IsDaylight">From then on clocks are ahead.</param>
/// <param name="Name">What people call the time: <c>CET</c>.</param>
/// <param name="From">Offset before.</param>
/// <param name="To">Offset from then on.</param>
/// <param name="Start">When first, in the wall time before the change.</param>
/// <param name="Rule">When again; null for once.</param>
public sealed record Observance(
    bool IsDaylight, string Name, Offset From, Offset To, LocalDateTime Start, RecurrencePattern? Rule = null);
