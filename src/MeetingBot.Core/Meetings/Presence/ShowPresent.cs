using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.People;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Presence;

/// <summary>Tells who is there and who can't come.</summary>
public sealed record ShowPresent : Command
{
    // Of names in one answer; the panel and the page have them all.
    private const int MostListed = 5_000;

    public static CommandForm Form { get; } = CommandForm.Plain(
        "who is here", "tells who is there and who can't come", () => new ShowPresent()) with
    {
        Example = "/who is here",
        Aliases =
        [
            "who is here?", "who's here", "who's here?", "who’s here", "who’s here?", "whos here", "who is there",
            "who is there?", "who is present", "who is present?", "show present", "show regrets", "attendance",
        ],
    };

    public override Reads Reads(Turn turn)
    {
        var number = turn.CurrentMeeting().Number;
        return Tables.Reads.Of(Attendance.Of(number), MinuteRows.Of(number), GroupRows.Members);
    }

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        var lines = rows.In(MinuteRows.Of(meeting.Number)).Select(MinuteRows.Read);
        var people = AttendanceList.Of(
            meeting.Number, rows,
            lines.SelectMany(line => new[] { line.Author.Name, line.Speaker }).OfType<string>());
        var regrets = people.Regrets.IsEmpty ? "" : $" Regrets: {Names(people.Regrets)}.";
        var initials = Initials.Remark(people.Present, KnownPeople.Of(turn, rows));
        var kept = initials.Length == 0 ? "" : $" {initials}; to name them: /present Luna Meyer";
        return Decision.Says(meeting.Running
            ? $"Present: {Names(people.Here)}.{regrets}{kept}"
            : $"Nobody is written down as present yet: no meeting is running.{regrets}");
    }

    private static string Names(ImmutableArray<string> names) =>
        Phrases.Join(names) is { Length: <= MostListed } all ? all : Phrases.Some(names, ", ", MostListed);
}
