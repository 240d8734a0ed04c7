using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// Whether a guest's link still stands, asked in the very turn that records their answer: what was sent before the link
/// was ended, and arrives after, is refused. Members of the group need no link.
/// </summary>
internal static class GuestAdmission
{
    public static Reads Reads(int poll, Turn turn) => turn.Actor.IsGuest
        ? Tables.Reads.OfKeys(GuestRows.Key(poll, turn.Actor.Key))
        : Tables.Reads.None;

    public static bool Admits(PollState state, Turn turn) =>
        !turn.Actor.IsGuest || (Row(state, turn) is { } row && GuestRows.Read(row).Stands);

    /// <summary>The condition that it stands while the answer is stored.</summary>
    public static IEnumerable<RowChange> Holds(PollState state, Turn turn) =>
        turn.Actor.IsGuest && Row(state, turn) is { } row
            ? [new RowChange.Replace(row.RowKey, row.Data, row.ETag)]
            : [];

    private static Row? Row(PollState state, Turn turn) =>
        state.Rows[GuestRows.Key(state.Poll.Number, turn.Actor.Key)];
}
