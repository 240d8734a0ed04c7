using MeetingBot.Conversations;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>The line of the minutes that tells the result of a show of hands.</summary>
public static class HandsLine
{
    /// <param name="item">The agenda item at which hands were shown.</param>
    /// <param name="author">Who called for it.</param>
    public static RowChange Of(int meeting, int? item, string text, Person author, Turn turn) => MinuteRows.Add(
        meeting, new Minute(turn.Id, MinuteKind.Note, text, author, turn.Now, Item: item));
}
