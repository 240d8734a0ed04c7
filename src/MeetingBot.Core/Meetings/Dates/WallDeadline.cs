using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>The clock on the wall at which something ends: with new zone rules it is another instant.</summary>
/// <param name="Zone">IANA zone.</param>
public sealed record WallDeadline(LocalDateTime Local, string Zone);
