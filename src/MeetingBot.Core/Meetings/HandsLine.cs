using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>The line of the minutes that tells the result of a show of hands.</summary>
public static class HandsLine
{
    /// <param name="item">The agenda item at which hands were shown.</param>
    /// <param name="author">Who called for it.</param>
    /// <param name="place">Which of several of one turn it is, from 1.</param>
    public static RowChange.Upsert Of(
        int meeting, int? item, string text, Person author, Turn turn, int place = 1) => MinuteRows.Add(
        meeting, new Minute(place == 1 ? turn.Id : string.Create(CultureInfo.InvariantCulture, $"{turn.Id}-{place}"), MinuteKind.Note, text, author, turn.Now, Item: item));
}
