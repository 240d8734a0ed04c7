using System.Globalization;
using MeetingBot.Calendars;
using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Meetings.Feeds;

/// <summary>Meetings as files for a calendar, to be handed over by a platform.</summary>
public sealed class CalendarFiles(ViewCalendar view, IClock clock)
{
    /// <summary>The offer of a meeting's file. Its address is in it: who has the one may have the other.</summary>
    public static FileOffer Of(CalendarFeed feed, int meeting, string description) => new(
        string.Create(CultureInfo.InvariantCulture, $"meeting-{meeting}.ics"), description,
        string.Create(CultureInfo.InvariantCulture, $"{feed.Token}/{meeting}"));

    /// <inheritdoc cref="ReadFile"/>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(string reference, CancellationToken cancel)
    {
        if (reference.Split('/') is not [var token, var typed]
            || !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var meeting)
            || await view(token, meeting, cancel) is not { } calendar) return null;
        return CalendarSerializer.Serialize(calendar, clock.GetCurrentInstant());
    }
}
