using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;

namespace MeetingBot.Agendas;

/// <summary>The agenda of the current meeting, in order.</summary>
/// <param name="Items">Those that were not dropped, in order of position.</param>
/// <param name="Dropped">Those that were.</param>
public sealed record AgendaState(
    Meeting Meeting, ImmutableArray<AgendaItem> Items, ImmutableArray<AgendaItem> Dropped, ImmutableDictionary<int,
    string> ETags)
    : ILoaded<AgendaState>
{
    public const int MostItems = 80;

    public static Reads Names(Turn turn) => Reads.Of(AgendaRows.Of(turn.CurrentMeeting().Number));

    public static Standing? StandsOn(Turn turn) => turn.WhileItRuns();

    public static AgendaState From(Turn turn, RowSet rows) => Of(turn.CurrentMeeting(), rows);

    public static AgendaState Of(Meeting meeting, RowSet rows)
    {
        var read = rows.In(AgendaRows.Of(meeting.Number))
            .Select(row => (Item: AgendaRows.Read(row), row.ETag))
            .ToList();
        return new AgendaState(
            meeting,
            [.. read.Select(row => row.Item).Where(item => item.State is not AgendaItemState.Dropped).OrderBy(item => item.Position).ThenBy(item => item.Number)],
            [.. read.Select(row => row.Item).Where(item => item.State is AgendaItemState.Dropped)],
            read.ToImmutableDictionary(row => row.Item.Number, row => row.ETag));
    }

    /// <summary>The item that is being discussed.</summary>
    public AgendaItem? Current => Items.FirstOrDefault(item => item.Number == Meeting.CurrentItem);

    /// <summary>The item that comes next: those that wait in order, those skipped after all others.</summary>
    public AgendaItem? Upcoming => Items.FirstOrDefault(item => item.State is AgendaItemState.Open)
        ?? Items.FirstOrDefault(item => item.State is AgendaItemState.Skipped);

    /// <summary>
    /// Items that are done although they wait to be taken up again, given the numbers of those with something recorded.
    /// </summary>
    public IEnumerable<AgendaItem> Left(IReadOnlySet<int> recorded) => Items
        .Where(item => item.WasLeft(recorded.Contains(item.Number)))
        .Select(item => item with { State = AgendaItemState.Done });

    /// <summary>A number that no item of the meeting has had.</summary>
    public int FreeNumber => Items.Concat(Dropped).Select(item => item.Number).DefaultIfEmpty().Max() + 1;

    /// <summary>A position after all others.</summary>
    public double LastPosition => Items.Select(item => item.Position).DefaultIfEmpty().Max() + 1;

    /// <summary>The position of a new item at a place.</summary>
    public double PositionAt(ItemPlace? place)
    {
        if (place is null || Items.IsEmpty) return LastPosition;
        var index = place.Beside?.Find(this).Item is { } beside
            ? Items.IndexOf(beside) + (place.Before ? 0 : 1)
            : place.Before ? 0 : Items.Length;
        if (index == Items.Length) return LastPosition;
        return index == 0 ? Items[0].Position - 1 : (Items[index - 1].Position + Items[index].Position) / 2;
    }

    public AgendaItem? this[int number] => Items.FirstOrDefault(item => item.Number == number);

    public RowChange Add(AgendaItem item) =>
        new RowChange.Insert(AgendaRows.Key(Meeting.Number, item.Number), AgendaRows.Write(item));

    /// <summary>Changes an item under the ETag that was read.</summary>
    public RowChange Change(AgendaItem item) =>
        new RowChange.Replace(AgendaRows.Key(Meeting.Number, item.Number), AgendaRows.Write(item), ETags[item.Number]);

    /// <summary>The agenda as it is when the item is changed.</summary>
    public AgendaState With(AgendaItem item) => this with
    {
        Items = [.. Items.Where(other => other.Number != item.Number).Append(item)
            .Where(other => other.State is not AgendaItemState.Dropped).OrderBy(other => other.Position)
            .ThenBy(other => other.Number)],
    };
}
