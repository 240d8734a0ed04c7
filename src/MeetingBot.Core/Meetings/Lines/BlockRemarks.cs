using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Meetings.Presence;
using MeetingBot.Minutes;

namespace MeetingBot.Meetings.Lines;

/// <summary>What is said of a message beside its lines: who is written down, and what was left out.</summary>
internal static class BlockRemarks
{
    private const int MostQuoted = 100;

    /// <param name="receipt">What is said of the lines; empty where there are none.</param>
    /// <param name="people">Who is written down as present or as not coming.</param>
    /// <param name="known">Whom initials may mean; null where nobody is named.</param>
    public static string Behind(
        string receipt, MinutesBlock block, IReadOnlyList<Attendance> people, KnownPeople? known)
    {
        var remarks = string.Join(' ', Remarks(block, people, known));
        if (remarks.Length == 0 || receipt.Length == 0) return receipt + remarks;
        // What quotes a line ends as that does.
        return receipt + (block.Lines.Length == 1 ? "\n" : receipt.EndsWith('.') ? " " : ". ") + remarks;
    }

    private static IEnumerable<string> Remarks(
        MinutesBlock block, IReadOnlyList<Attendance> people, KnownPeople? known)
    {
        if (Names(AttendanceKind.Present) is { Count: > 0 } present) yield return $"Present: {Phrases.Join(present)}.";
        if (Names(AttendanceKind.Regrets) is { Count: > 0 } regrets) yield return $"Regrets: {Phrases.Join(regrets)}.";
        if (known is not null && NoteAttendance.Kept(people, known) is { Length: > 0 } kept) yield return kept;
        if (block.Heads.Length > 0)
            yield return "Left out as the document's title and date: "
                + Phrases.Join([.. block.Heads.Select(head => $"\"{Phrases.Shorten(head, MostQuoted)}\"")]) + ".";
        if (block.LeftOut > 0) yield return $"Left out as talk: {Phrases.Count(block.LeftOut, "line")} before.";

        List<string> Names(AttendanceKind kind) =>
            [.. people.Where(fact => fact.Kind == kind).Select(fact => fact.Name)];
    }
}
