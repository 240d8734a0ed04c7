using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;
using MeetingBot.Minutes;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Presence;

/// <summary>
/// The line of the minutes that tells the result of a show of hands: one, written anew where the result is another.
/// </summary>
public static class HandsLine
{
    /// <summary>The id of a line of this turn.</summary>
    /// <param name="place">Which of several it is, from 1.</param>
    public static string Id(Turn turn, int place = 1) =>
        place == 1 ? turn.Id : string.Create(CultureInfo.InvariantCulture, $"{turn.Id}-{place}");

    /// <param name="id">The same for the same show of hands.</param>
    /// <param name="item">The agenda item at which hands were shown.</param>
    /// <param name="author">Who called for it.</param>
    /// <param name="at">When it was closed.</param>
    public static RowChange.Upsert Of(int meeting, string id, int? item, string text, Person author, Instant at) =>
        MinuteRows.Add(meeting, new Minute(id, MinuteKind.Note, text, author, at, Item: item));
}
