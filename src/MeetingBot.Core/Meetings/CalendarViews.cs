using System.Collections.Immutable;
using MeetingBot.Actions;
using MeetingBot.Agendas;
using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>What the address of a calendar leads to. Reads only, and no more than a calendar shows.</summary>
public sealed class CalendarViews(ITable table, IClock clock, TurnOptions options)
{
    private const int MostHeld = 60;
    private const int MostRows = 2_000;

    /// <inheritdoc cref="ViewCalendar"/>
    public async ValueTask<Calendar?> CalendarAsync(string token, int? meeting, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (await PageLinks.FindAsync(table, token, CalendarFeeds.Kind, now, cancel) is not { } link) return null;
        var partition = link.Group.PartitionKey;
        var owner = link.Owner is { } key ? new PersonKey(key) : null;
        // The address that the group or the person has now; one that was given before it was revoked is another.
        var feed = CalendarFeeds.Read(await table.GetAsync(partition, CalendarFeeds.KeyOf(owner), cancel));
        if (feed?.Token != token) return null;

        var calendar = await LookAsync(link.Group, now, cancel);
        if (meeting is { } number) return calendar.Of(number);
        if (owner is null) return calendar.Feed();
        var rows = await table.QueryAsync(partition, ActionRows.All, MostRows, cancel);
        var member = await table.GetAsync(partition, GroupRows.MemberKey(owner), cancel);
        return member is null
            ? calendar.Feed()
            : calendar.FeedOf(GroupRows.ReadMember(member).Name, rows.Select(ActionRows.Read));
    }

    private async ValueTask<MeetingCalendar> LookAsync(GroupId group, Instant now, CancellationToken cancel)
    {
        var partition = group.PartitionKey;
        var hot = new RowSet(await table.QueryAsync(partition, GroupRows.Now, 50, cancel));
        var current = MeetingRows.ReadCurrent(hot);
        var since = KeyRange.Under("meeting") with { From = MeetingRows.Key(Math.Max(1, current.Number - MostHeld)) };
        var held = (await table.QueryAsync(partition, since, MostHeld + 1, cancel)).Select(MeetingRows.Read)
            .Where(meeting => meeting.Planned is not null).ToImmutableArray();
        var agenda = AgendaState.Of(
            current, new RowSet(await table.QueryAsync(partition, AgendaRows.Of(current.Number), MostRows, cancel)));
        return new MeetingCalendar(
            group, GroupRows.ReadGroup(hot) ?? new Group(options.DefaultZone, []), agenda, held, options, now);
    }
}

/// <summary>
/// The calendar that an address leads to: all of it, or one meeting by its number; null where it leads nowhere. The
/// token comes from outside.
/// </summary>
public delegate ValueTask<Calendar?> ViewCalendar(string token, int? meeting, CancellationToken cancel);
