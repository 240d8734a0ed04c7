using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Guests;

/// <summary>
/// The guests of one thing, such as a poll: a row each, which says whether their link stands. That it does is asked in
/// the very turn that records their answer: what was sent before the link was ended, and arrives after, is refused.
/// Members of the group need no link.
/// </summary>
/// <param name="Kind">The kind of the links' addresses (<see cref="PageLink"/>).</param>
/// <param name="Subject">What a link opens, within its group, and nothing else.</param>
/// <param name="Segments">What the rows' keys begin with, behind <c>guest</c>.</param>
public sealed record GuestBook(string Kind, string Subject, ImmutableArray<string> Segments)
{
    /// <summary>The guests, those too whose link was ended.</summary>
    public KeyRange Range => KeyRange.Under(["guest", .. Segments]);

    public static Guest Read(Row row) => row.Read(MeetingJson.Default.Guest);

    public string Key(PersonKey guest) => TableKey.Join(["guest", .. Segments, guest.Value]);

    /// <summary>The guests that were read, in the order in which they were invited.</summary>
    public IEnumerable<Guest> In(RowSet rows) => rows.In(Range).Select(Read);

    /// <summary>Writes a guest over the row that was read, or anew where there is none.</summary>
    public RowChange Put(Guest guest, RowSet rows)
    {
        var key = Key(guest.Person.Key);
        return Rows.Put(key, guest, MeetingJson.Default.Guest, rows[key]);
    }

    /// <summary>Where a guest answers; null without a public address.</summary>
    public Uri? Address(Guest guest, TurnOptions options) => options.Page(Kind, guest.Token);

    public PageLink Link(Guest guest, Turn turn) => new(
        guest.Token, Kind, turn.Conversation.Group, null, turn.Group.Epoch, guest.Person.Key.Value, Subject);

    /// <summary>What a turn reads to tell whether its person may answer.</summary>
    public Reads Admission(Turn turn) => turn.Actor.IsGuest ? Reads.OfKeys(Key(turn.Actor.Key)) : Reads.None;

    public bool Admits(RowSet rows, Turn turn) =>
        !turn.Actor.IsGuest || (rows[Key(turn.Actor.Key)] is { } row && Read(row).Stands);

    /// <summary>The condition that the link stands while the answer is stored.</summary>
    public IEnumerable<RowChange> Holds(RowSet rows, Turn turn) =>
        turn.Actor.IsGuest && rows[Key(turn.Actor.Key)] is { } row
            ? [new RowChange.Replace(row.RowKey, row.Data, row.ETag)]
            : [];
}
