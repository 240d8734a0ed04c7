using MeetingBot.Actions;
using MeetingBot.Minutes;

namespace MeetingBot.Meetings.Documents;

/// <summary>A line of the minutes with where it belongs: something said, or an action item.</summary>
/// <param name="Item">The agenda item that was being discussed.</param>
/// <param name="AuthorKey">Who typed it.</param>
internal sealed record MinutesEntry(MinutesLine Line, int? Item, string AuthorKey, bool Continues, ActionItem? Action)
{
    /// <inheritdoc cref="Minute.IfSaid"/>
    public bool IfSaid { get; init; }

    public static MinutesEntry Of(Minute minute) => new(
        new MinutesLine(minute.Id, minute.Kind, minute.Speaker, minute.Text, [], minute.Author.Name, minute.At),
        minute.Item, minute.Author.Key.Value, minute.Continues, null)
    {
        IfSaid = minute.IfSaid,
    };

    public static MinutesEntry Of(ActionItem action) => new(
        new MinutesLine(
            action.LineId, MinuteKind.Action, null, action.Line, [], action.Author.Name, action.At, action.Number),
        action.Item, action.Author.Key.Value, false, action);
}
