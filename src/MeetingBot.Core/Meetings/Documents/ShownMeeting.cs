using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Documents;

/// <summary>The meeting whose minutes somebody asks for: the one that they name, else the running or the last one.</summary>
internal static class ShownMeeting
{
    /// <param name="asked">Null where none is named.</param>
    public static int Number(int? asked, Turn turn)
    {
        var current = turn.CurrentMeeting();
        return asked ?? (current.Running ? current.Number : Math.Max(1, current.Number - 1));
    }

    /// <summary>The meeting, or why there are no minutes of it.</summary>
    /// <param name="rows">With that of <see cref="MeetingRows.Key"/>.</param>
    public static (Meeting? Meeting, Refusal? Problem) Find(int? asked, Turn turn, RowSet rows)
    {
        var (number, current) = (Number(asked, turn), turn.CurrentMeeting());
        if (number == current.Number && current.Running) return (current, null);
        if (rows[MeetingRows.Key(number)] is { } row) return (MeetingRows.Read(row), null);
        return (null, asked is { } named ? MeetingRefusals.NoSuchMeeting(named) : MeetingRefusals.NoMinutes);
    }
}
