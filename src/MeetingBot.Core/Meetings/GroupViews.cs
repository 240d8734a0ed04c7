using MeetingBot.Actions;
using MeetingBot.Agendas;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Meetings.Lines;
using MeetingBot.Meetings.Presence;
using MeetingBot.Polls;
using MeetingBot.Risks;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>
/// What a group knows, for pages and panels. Reads only; the caller has made sure that the viewer may see it.
/// </summary>
public sealed class GroupViews(ITable table, IClock clock, TurnOptions options)
{
    private readonly LineTallies _tallies = new(table, clock);
    private readonly PollViews _polls = new(table);
    private readonly RiskViews _risks = new(table);

    /// <inheritdoc cref="ViewCard"/>
    public async ValueTask<Card?> CardAsync(GroupId own, Person viewer, string slot, CancellationToken cancel)
    {
        var group = await JoinedGroups.HomeAsync(table, own, cancel);
        if (PollCards.PollOf(slot) is { } poll)
            return await _polls.CardAsync(poll, await LookAsync(group, viewer, cancel), shared: false, cancel);
        var turn = await LookAsync(group, viewer, cancel);
        if (slot != AgendaCards.Slot) return await _risks.OwnAsync(slot, turn, cancel);
        // Outside a meeting nobody has buttons of their own: the card in the conversation is everybody's.
        if (!turn.CurrentMeeting().Running) return null;
        var rows = await ReadAsync(group, AgendaState.Names(turn), cancel);
        return AgendaCards.For(AgendaState.From(turn, rows), turn, 0);
    }

    /// <inheritdoc cref="DrawLiveCard"/>
    public async ValueTask<Card?> DrawAsync(ConversationReference to, string slot, CancellationToken cancel)
    {
        if (PollCards.PollOf(slot) is { } poll)
            return await _polls.CardAsync(poll, await LookAsync(to, Nobody(to.Group), cancel), shared: true, cancel);
        if (slot != AgendaCards.Slot)
            return await _risks.CardAsync(slot, await LookAsync(to, Nobody(to.Group), cancel), cancel);
        var turn = await LookAsync(to, Nobody(to.Group), cancel);
        var agenda = AgendaState.From(turn, await ReadAsync(to.Group, AgendaState.Names(turn), cancel));
        var last = agenda.Meeting.Number - 1;
        if (agenda.Meeting.Running || agenda.Items.Length > 0 || last < 1) return AgendaCards.Live(agenda, turn).Card;
        if (await table.GetAsync(to.Group.PartitionKey, MeetingRows.Key(last), cancel) is not { } row) return null;
        var held = AgendaState.Of(
            MeetingRows.Read(row), await ReadAsync(to.Group, Reads.Of(AgendaRows.Of(last)), cancel));
        return AgendaCards.Closed(held, turn).Card;
    }

    /// <inheritdoc cref="ViewGroup"/>
    public async ValueTask<GroupOverview> OverviewAsync(GroupId own, CancellationToken cancel)
    {
        var group = await JoinedGroups.HomeAsync(table, own, cancel);
        var turn = await LookAsync(group, Nobody(group), cancel);
        var meeting = turn.CurrentMeeting();
        var rows = await ReadAsync(
            group,
            Reads.Of(AgendaRows.Of(meeting.Number), Attendance.Of(meeting.Number), ActionRows.All, GroupRows.Members)
                .And(Reads.OfKeys(CalendarFeeds.GroupKey)),
            cancel);
        var lines = await _tallies.CountAsync(group.PartitionKey, meeting.Number, cancel);
        var people = AttendanceList.Of(meeting.Number, rows, meeting.Running ? lines.Names : []);
        return new GroupOverview(
            meeting.Name, meeting.StartedAt, meeting.Chair?.Name, turn.Group.Zone,
            [.. AgendaState.Of(meeting, rows).Items.Select(Item)],
            people.Here, people.Regrets,
            [.. ActionState.From(turn, rows).Open.Take(50).Select(action => Action(action, turn.Today))],
            lines.Lines,
            meeting.Number > 1 ? meeting.Number - 1 : null)
        {
            Next = Next(meeting, turn, rows),
            Polls = [.. turn.OpenPolls().Polls.Select(poll => new OverviewPoll(poll.Number, poll.Question))],
        };
    }

    private static OverviewDate? Next(Meeting meeting, Turn turn, RowSet rows) =>
        meeting.Coming(turn.Now) is { } start
            ? new OverviewDate(
                start.At, start.Said(turn.Today),
                CalendarFeeds.Read(rows[CalendarFeeds.GroupKey])?.Address(turn, meeting.ComingNumber()))
            : null;

    /// <inheritdoc cref="ViewMinutes"/>
    public async ValueTask<MinutesDocument?> MinutesAsync(GroupId own, int? number, CancellationToken cancel)
    {
        var group = await JoinedGroups.HomeAsync(table, own, cancel);
        var turn = await LookAsync(group, Nobody(group), cancel);
        var current = turn.CurrentMeeting();
        var last = current.Running ? current.Number : current.Number - 1;
        var shown = number ?? last;
        if (shown < 1) return null;

        var meeting = shown == current.Number && current.Running
            ? current
            : (await table.GetAsync(group.PartitionKey, MeetingRows.Key(shown), cancel)) is { } row
                ? MeetingRows.Read(row)
                : null;
        if (meeting is null) return null;
        var rows = await ReadAsync(group, MinutesRecord.Reads(shown), cancel);
        return MinutesRecord.Compile(meeting, AgendaState.Of(meeting, rows), rows, turn.Group)
            with { HasLater = shown < last };
    }

    private ValueTask<Turn> LookAsync(GroupId group, Person viewer, CancellationToken cancel) => LookAsync(
        new ConversationReference(group.Platform, group.Tenant, group.Conversation, ConversationKind.Chat), viewer,
        cancel);

    private ValueTask<Turn> LookAsync(ConversationReference conversation, Person viewer, CancellationToken cancel) =>
        Onlooker.LookAsync(table, conversation, viewer, clock.GetCurrentInstant(), options, cancel);

    private ValueTask<RowSet> ReadAsync(GroupId group, Reads reads, CancellationToken cancel) =>
        table.ReadAsync(group.PartitionKey, reads with { MostRows = int.MaxValue }, cancel);

    private static OverviewItem Item(AgendaItem item) =>
        new(item.Number, item.Title, item.Presenter, item.Timebox, item.State, item.OpenedAt, item.Spent);

    private static OverviewAction Action(ActionItem action, LocalDate today) =>
        new(action.Number, action.Owners, action.Text, action.DueOn, action.IsOverdue(today))
        {
            DueTime = action.DueTime,
        };

    private static Person Nobody(GroupId group) => new(group.Platform, group.Tenant, "", "");
}
