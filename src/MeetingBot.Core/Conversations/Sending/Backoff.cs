using NodaTime;

namespace MeetingBot.Conversations.Sending;

/// <summary>How long to wait before trying again.</summary>
public static class Backoff
{
    private static readonly Duration First = Duration.FromMilliseconds(250);
    private static readonly Duration Most = Duration.FromSeconds(30);

    /// <summary>Doubles from 250 ms to 30 s, and spreads by up to a quarter more.</summary>
    /// <param name="attempt">From 0.</param>
    /// <param name="random">From 0 to 1.</param>
    /// <param name="asked">What the platform asked for; it is never undercut.</param>
    public static Duration After(int attempt, double random, Duration? asked = null)
    {
        var own = First * Math.Pow(2, Math.Min(attempt, 10));
        var wait = (own < Most ? own : Most) * (1 + (0.25 * random));
        return asked is { } least && least > wait ? least : wait;
    }
}
