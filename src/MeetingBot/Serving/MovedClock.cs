using NodaTime;

namespace MeetingBot.Program.Serving;

/// <summary>A clock that is told what time it is, and goes on from there: a demonstration of another day.</summary>
/// <param name="clock">The true one.</param>
/// <param name="from">What it shows at first.</param>
internal sealed class MovedClock(IClock clock, Instant from) : IClock
{
    private readonly Duration ahead = from - clock.GetCurrentInstant();

    public Instant GetCurrentInstant() => clock.GetCurrentInstant() + ahead;
}
