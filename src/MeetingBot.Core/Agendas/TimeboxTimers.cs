using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Agendas;

/// <summary>The timers of the item that is being discussed: at 80 % and at the end of its timebox.</summary>
public static class TimeboxTimers
{
    public const string Warning = "timebox 80";
    public const string End = "timebox end";
    public const double WarningShare = 0.8;

    public static ImmutableArray<string> Names { get; } = [Warning, End];

    /// <summary>The timers of an item that was taken up; none for what is past or has no timebox.</summary>
    public static ImmutableArray<TimerEntry> For(AgendaItem item, Turn turn)
    {
        if (item.Timebox is not { } box || item.OpenedAt is not { } opened) return [];
        var start = opened - item.Spent;
        return
        [
            .. new[]
            {
            new TimerEntry(Warning, start + (box * WarningShare), turn.Conversation),
            new TimerEntry(End, start + box, turn.Conversation),
            }
                .Where(timer => timer.Due > turn.Now),
        ];
    }
}
