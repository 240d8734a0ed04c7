using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>Where the guests of polls are: a row each, which says whether their link stands.</summary>
public static class GuestRows
{
    /// <summary>The guests of a poll, those too whose link was ended.</summary>
    public static KeyRange Of(int poll) => KeyRange.Under("guest", Rows.Segment(poll));

    public static string Key(int poll, PersonKey guest) => TableKey.Join("guest", Rows.Segment(poll), guest.Value);

    public static PollGuest Read(Row row) => row.Read(PollJson.Default.PollGuest);

    /// <summary>The guests that were read, in the order in which they were invited.</summary>
    public static IEnumerable<PollGuest> In(RowSet rows, int poll) => rows.In(Of(poll)).Select(Read);

    /// <summary>Writes a guest over the row that was read, or anew where there is none.</summary>
    public static RowChange Put(PollGuest guest, RowSet rows)
    {
        var key = Key(guest.Poll, guest.Person.Key);
        return Rows.Put(key, guest, PollJson.Default.PollGuest, rows[key]);
    }
}
