using System.Collections.Immutable;
using MeetingBot.Actions;
using MeetingBot.Agendas;
using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Feeds;

/// <summary>What the address of a calendar leads to. Reads only, and no more than a calendar shows.</summary>
public sealed class CalendarViews(ITable table, IClock clock, TurnOptions options)
{
    private const int MostHeld = 60;
    private const int MostRows = 2_000;
    private const int MostGroups = 50;

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

        if (owner is not null && meeting is null) return await OwnAsync(owner, link.Group, now, cancel);
        var calendar = await LookAsync(link.Group, now, cancel);
        return meeting is { } number ? calendar.Of(number) : calendar.Feed();
    }

    // Of every group in which the person has asked for it, and not ended it since.
    private async ValueTask<Calendar> OwnAsync(
        PersonKey owner, GroupId first, Instant now, CancellationToken cancel)
    {
        var events = ImmutableArray.CreateBuilder<CalendarEvent>();
        var names = new List<string?>();
        var others = first.Platform == Person.Unvouched
            ? []
            : await PageLinks.GroupsOfAsync(table, owner.Value, CalendarFeeds.Kind, MostGroups, cancel);
        foreach (var group in others.Prepend(first).Distinct())
        {
            var partition = group.PartitionKey;
            if (await table.GetAsync(partition, CalendarFeeds.KeyOf(owner), cancel) is null
                || await table.GetAsync(partition, GroupRows.MemberKey(owner), cancel) is not { } member) continue;
            var calendar = await LookAsync(group, now, cancel);
            names.Add(calendar.Group.Name);
            events.AddRange(calendar.Meetings());
            var actions = await table.QueryAsync(partition, ActionRows.All, MostRows, cancel);
            events.AddRange(calendar.DueDaysOf(GroupRows.ReadMember(member).Name, actions.Select(ActionRows.Read)));
        }
        return MeetingCalendar.Subscribed(
            names is [{ } only] ? "My meetings: " + only : "My meetings", events.DrainToImmutable());
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
