using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Meetings.Presence;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Lines;

/// <summary>What is said of lines whose label has a slip in it, unless it is the name of somebody here.</summary>
internal static class LabelHints
{
    /// <summary>Who is here.</summary>
    public static Reads Reads(Turn turn) =>
        Tables.Reads.Of(GroupRows.Members, Attendance.Of(turn.CurrentMeeting().Number));

    /// <summary>Goes behind the receipt of lines that were taken; empty where there is nothing to say.</summary>
    public static string Of(IEnumerable<MinuteText> lines, Turn turn, RowSet rows)
    {
        var found = lines.Select(line => (Line: line, Slip: Mislabels.Of(line)))
            .FirstOrDefault(one => one.Slip is { } slip && !IsName(slip.Typed, turn, rows));
        if (found.Slip is not { } mislabel) return "";
        var taken = found.Line.Speaker is null ? "is taken as it stands" : "is taken for who said it";
        return $". \"{mislabel.Typed}\" {taken}; {mislabel.Instead("/undo, then ")}";
    }

    /// <summary>Whether somebody here is called so.</summary>
    public static bool IsName(string typed, Turn turn, RowSet rows) => rows.In(GroupRows.Members)
        .Select(row => GroupRows.ReadMember(row).Name)
        .Concat(rows.In(Attendance.Of(turn.CurrentMeeting().Number)).Select(row => Attendance.Read(row).Name))
        .Any(name => Names.Means(typed, name) || name.Split(' ').Any(part => Names.Same(typed, part)));
}
