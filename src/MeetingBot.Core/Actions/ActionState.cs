using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Actions;

/// <summary>The action items of the group, by number.</summary>
public sealed record ActionState(
    ImmutableSortedDictionary<int, ActionItem> Items, ImmutableDictionary<int, string> ETags)
    : ILoaded<ActionState>
{
    public static Reads Names(Turn turn) => Reads.Of(ActionRows.All);

    public static ActionState From(Turn turn, RowSet rows)
    {
        var read = rows.In(ActionRows.All).Select(row => (Action: ActionRows.Read(row), row.ETag)).ToList();
        return new ActionState(
            read.ToImmutableSortedDictionary(row => row.Action.Number, row => row.Action),
            read.ToImmutableDictionary(row => row.Action.Number, row => row.ETag));
    }

    /// <summary>Those that are open: the overdue first, then by due day, those without one last.</summary>
    public IEnumerable<ActionItem> Open => Items.Values
        .Where(action => action.Open)
        .OrderBy(action => action.DueOn is null).ThenBy(action => action.DueOn).ThenBy(action => action.Number);

    /// <summary>Changes an action item under the ETag that was read.</summary>
    public RowChange Change(ActionItem action) =>
        new RowChange.Replace(ActionRows.Key(action.Number), ActionRows.Write(action), ETags[action.Number]);
}
