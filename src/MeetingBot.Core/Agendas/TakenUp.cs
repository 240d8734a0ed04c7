using MeetingBot.Conversations;

namespace MeetingBot.Agendas;

/// <summary>
/// Tells that an agenda item about something of another feature was taken up: a timer that is due at once, named after
/// what it is about.
/// </summary>
public static class TakenUp
{
    private const string Name = "taken up ";

    public static IEnumerable<TimerEntry> Timers(AgendaItem item, Turn turn) => item.Subject is { } subject
        ? [new TimerEntry(Name + subject, turn.Now, turn.Conversation)]
        : [];

    /// <summary>What was taken up; null for another timer.</summary>
    public static string? SubjectOf(string timer) =>
        timer.StartsWith(Name, StringComparison.Ordinal) ? timer[Name.Length..] : null;
}
