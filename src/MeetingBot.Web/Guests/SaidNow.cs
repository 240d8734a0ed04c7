using System.Globalization;
using NodaTime;

namespace MeetingBot.Web.Guests;

/// <summary>
/// What a guest is told on the page that their browser is sent to, as a part of its address:
/// <c>recorded.1764374400</c>, a word and when it was said, in seconds.
/// </summary>
internal static class SaidNow
{
    /// <summary>How long it is news.</summary>
    public static readonly Duration Lasts = Duration.FromMinutes(1);

    public static string Write(string word, Instant now) =>
        string.Create(CultureInfo.InvariantCulture, $"{word}.{now.ToUnixTimeSeconds()}");

    /// <summary>The word; null where there is none, or none that is news. It comes from outside.</summary>
    public static string? Read(string said, Instant now)
    {
        var dot = said.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && long.TryParse(said.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && now.ToUnixTimeSeconds() - at is var age && age >= 0 && age <= Lasts.TotalSeconds
                ? said[..dot]
                : null;
    }
}
