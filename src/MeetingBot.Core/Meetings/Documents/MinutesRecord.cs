using System.Collections.Immutable;
using MeetingBot.Actions;
using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Lines;
using MeetingBot.Meetings.Presence;
using MeetingBot.Minutes;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Meetings.Documents;

/// <summary>Compiles the minutes from what is recorded: they can be made again at any time and are the same.</summary>
public static class MinutesRecord
{
    /// <summary>The rows that the minutes of a meeting are made of.</summary>
    public static Reads Reads(int meeting) => Tables.Reads.Of(
        AgendaRows.Of(meeting), MinuteRows.Of(meeting), Attendance.Of(meeting), ActionRows.All, GroupRows.Members);

    public static MinutesDocument Compile(Meeting meeting, AgendaState agenda, RowSet rows, Group group) =>
        Compile(meeting, agenda, rows, group, action => WasDone(action, meeting));

    /// <summary>
    /// The minutes at the end itself: an action is done that is closed, whatever the clock of the instance said that
    /// closed it.
    /// </summary>
    public static MinutesDocument AtEnd(Meeting ended, AgendaState agenda, RowSet rows, Group group) =>
        Compile(ended, agenda, rows, group, action => !action.Open);

    private static MinutesDocument Compile(
        Meeting meeting, AgendaState agenda, RowSet rows, Group group, Func<ActionItem, bool> isDone)
    {
        var entries = Entries(meeting, rows);
        var headed = MinutesSections.Of(entries, agenda);
        var sections = headed.RemoveAll(section => section.Lines.IsEmpty);
        var lines = sections.SelectMany(section => section.Lines).ToList();
        var speakers = lines.SelectMany(line => new[] { line.Author, line.Speaker }).OfType<string>();
        var people = AttendanceList.Of(meeting.Number, rows, speakers);
        var (kept, zone) = (meeting.Snapshot, meeting.ZoneIn(group));
        return new MinutesDocument(
            meeting.Number, meeting.Name, kept is null ? group.Name : kept.GroupName,
            meeting.StartedAt!.Value, meeting.EndedAt, zone, meeting.Chair?.Name,
            kept is { Present.IsDefault: false } ? kept.Present : people.Described(meeting.EndedAt, ZoneRules.Of(zone)),
            kept is { Regrets.IsDefault: false } ? kept.Regrets : people.Regrets,
            sections,
            [.. lines.Where(line => RepeatedResolutions.IsResolution(line.Kind))],
            [.. entries.Where(entry => entry.Action is not null).Select(entry => Summary(entry.Action!, isDone))],
            [.. NotReached(agenda, entries).Select(item => item.Title)])
        {
            WithoutNotes =
            [
                .. headed.Where(section => section.Lines.IsEmpty && IsWorthNaming(section, meeting))
                    .Select(section => section.Heading!),
            ],
            Scribes = meeting.ScribeNames,
        };
    }

    // Of what is being discussed there may be notes yet.
    private static bool IsWorthNaming(MinutesSection section, Meeting meeting) =>
        section.Heading is { } heading
        && !Breaks.Is(heading)
        && !(meeting.Running && section.ItemNumber is { } item && item == meeting.CurrentItem);

    /// <summary>Items that are done when the meeting ends although they wait to be taken up again.</summary>
    public static IEnumerable<AgendaItem> Left(Meeting meeting, AgendaState agenda, RowSet rows) =>
        agenda.Left(Recorded(Entries(meeting, rows)));

    private static IEnumerable<AgendaItem> NotReached(AgendaState agenda, ImmutableArray<MinutesEntry> entries) =>
        CarryOverOffer.Left(
            agenda.Left(Recorded(entries)).Aggregate(agenda, (state, item) => state.With(item)));

    private static HashSet<int> Recorded(ImmutableArray<MinutesEntry> entries) =>
        [.. entries.Select(entry => entry.Item).OfType<int>()];

    private static ImmutableArray<MinutesEntry> Entries(Meeting meeting, RowSet rows)
    {
        var said = rows.In(MinuteRows.Of(meeting.Number)).Select(MinuteRows.Read)
            .Where(line => !Statements.IsWordless(line)).Select(MinutesEntry.Of);
        var given = rows.In(ActionRows.All)
            .Select(ActionRows.Read)
            .Where(action => action.Meeting == meeting.Number)
            .Select(action => MinutesEntry.Of(action.AsOf(meeting.EndedAt)));
        return [.. said.Concat(given).OrderBy(entry => entry.Line.Id, StringComparer.Ordinal)];
    }

    private static MinutesAction Summary(ActionItem action, Func<ActionItem, bool> isDone) =>
        new(action.LineId, action.Number, action.Owner, action.Text, action.DueOn, isDone(action))
        {
            DueTime = action.DueTime,
        };

    // Of an ended meeting whether it was done by then; of one kept by an older version what the action still tells.
    private static bool WasDone(ActionItem action, Meeting meeting) => meeting switch
    {
        { Snapshot: { Done.IsDefault: false } kept } => kept.Done.Contains(action.Number),
        { EndedAt: { } ended } => action.DoneAt <= ended,
        _ => !action.Open,
    };
}
