using NodaTime;

namespace MeetingBot.Times;

/// <summary>
/// Reads what a chair says about time: <c>Friday 11th at 16:00 CET</c>, <c>16-27 July</c>, <c>in two weeks</c>. What is
/// ambiguous is a question with its candidates, never a guess; what is no time is an error with its reason.
/// </summary>
public static class TimePhrases
{
    /// <summary>Most characters that are read; a phrase is shorter, and more is not gone through.</summary>
    public const int MaxLength = 500;

    /// <summary>What the words mean. Pure; any text gives an answer, in time that its length does not decide.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="now">When it was said; nothing before it is ever answered.</param>
    /// <param name="zone">Whose wall clock is meant where the words name none.</param>
    public static TimeReading Read(string text, Instant now, DateTimeZone zone)
    {
        var reference = new Reference(now, zone);
        return text.Length > MaxLength
            ? Outcome.Wrong(TimeReason.TooLong).Reading(text, reference)
            : Resolution.Resolve(Phrase.Read(text), reference).Reading(text, reference);
    }

    /// <summary>Whether the text tells a time and nothing besides: it is no sentence in which one is named.</summary>
    public static bool IsOnlyTime(string text) => text.Length <= MaxLength && Phrase.IsOnlyTime(text);
}
