using NodaTime;

namespace MeetingBot.Web.Tests.Hosts;

/// <summary>A clock that the test sets.</summary>
internal sealed class FakeClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 4, 9, 5);

    public Instant GetCurrentInstant() => Now;
}
