using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Meetings.Timetables;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Meetings.Dates;

/// <summary>
/// Puts the coming meeting to a time, whoever decided on it: somebody who typed it, or a poll. While a meeting runs it
/// is the next one that is meant. Where the group meets by a rule its next time is moved.
/// </summary>
public static class PlanMeeting
{
    /// <summary>The rows that are needed.</summary>
    public static Reads Reads { get; } = Tables.Reads.OfKeys(CalendarFeeds.GroupKey);

    /// <summary>The decision, with a card that tells of it. Who may is the caller's to check.</summary>
    public static Decision On(PlannedSlot slot, Turn turn, RowSet rows)
    {
        var meeting = turn.CurrentMeeting();
        if (slot.At <= turn.Now) return DateRefusals.Past;
        if (slot.Length is { } length && (length <= Duration.Zero || length > PlannedStart.MostLength))
            return DateRefusals.Length;

        return meeting.ComingInSeries(turn.Now) is { } regular
            ? Move(meeting, regular, slot, turn, rows)
            : Set(meeting, slot, turn, rows);
    }

    private static Decision Set(Meeting meeting, PlannedSlot slot, Turn turn, RowSet rows)
    {
        var before = meeting.DateSet();
        var start = Start(slot, before) with
        {
            Id = before?.Id ?? turn.Id,
            Sequence = before is null ? 0 : before.Sequence + 1,
        };
        if (before is not null && before == start with { Sequence = before.Sequence })
            return Decision.Says($"It is on {start.Said(turn.Today)} already.");
        var moved = before is { Cancelled: false } ? $"It was on {before.Said(turn.Today)}." : null;
        return Planned(Titled(meeting, slot).With(start), start, moved, turn, rows);
    }

    private static Decision Move(Meeting meeting, PlannedStart regular, PlannedSlot slot, Turn turn, RowSet rows)
    {
        var series = meeting.Series!;
        var occurrence = regular.Occurrence!.Value;
        var start = Start(slot, regular) with { Occurrence = occurrence, SeriesId = series.Id };
        var back = start.Local == occurrence && start.Length == series.Length && start.Place == series.Place;
        var changed = series.With(occurrence, start);
        if (back) changed = changed with { Changes = [.. changed.Changes.SkipLast(1)] };
        return Planned(
            Titled(meeting, slot) with { Series = changed }, start,
            $"That of {regular.Said(turn.Today)} is moved there; the others stay.", turn, rows);
    }

    private static Meeting Titled(Meeting meeting, PlannedSlot slot) =>
        meeting.Running ? meeting : meeting with { Title = meeting.Title ?? slot.Title };

    private static PlannedStart Start(PlannedSlot slot, PlannedStart? before)
    {
        var local = slot.At.InZone(ZoneRules.Of(slot.Zone)).LocalDateTime;
        // The room of a meeting that was called off is not had for another.
        var place = before is { Cancelled: false } ? before.Place : null;
        return new PlannedStart(
            before?.Id ?? "", local, slot.Zone, slot.At, slot.Length ?? before?.Length, slot.Place ?? place);
    }

    /// <summary>The changed meeting, and a card that tells when it is and leads to calendars.</summary>
    internal static Decision Planned(Meeting meeting, PlannedStart start, string? remark, Turn turn, RowSet rows)
    {
        var (feed, making) = CalendarFeeds.Of(null, turn, rows);
        var card = Card(meeting, start, remark, feed, turn);
        return making with
        {
            Changes = [turn.Change(meeting), .. making.Changes],
            Timers = [FollowZoneRules.Now(turn)],
            ShowCard = card,
            Messages =
            [
                .. turn.AnsweredInPlace
                    ? [new Outgoing(turn.Conversation, card.Title, Card: card)]
                    : ImmutableArray<Outgoing>.Empty,
                .. File(meeting, start, feed, turn),
            ],
        };
    }

    // Only there can a platform hand a file over.
    private static IEnumerable<Outgoing> File(Meeting meeting, PlannedStart start, CalendarFeed? feed, Turn turn)
    {
        if (turn.Conversation.Kind is ConversationKind.Personal
            && feed?.Address(turn, meeting.ComingNumber()) is { } address)
            yield return SendCalendarFile.Message(feed, meeting, start, address, turn);
    }

    private static Card Card(Meeting meeting, PlannedStart start, string? remark, CalendarFeed? feed, Turn turn)
    {
        var number = meeting.ComingNumber();
        var name = meeting.Running ? $"Meeting {number}" : meeting.Name;
        ImmutableArray<CardElement> remarks = remark is null ? [] : [new CardText(remark, TextTone.Subtle)];
        return new Card(
            $"{Phrases.Shorten(name, 100)}: {start.Said(turn.Today)}",
            [.. remarks, new CardText("To change it: /meeting on …, /meeting cancel.", TextTone.Subtle)],
            [.. Buttons(number, feed, turn)]);
    }

    private static IEnumerable<CardButton> Buttons(int number, CalendarFeed? feed, Turn turn)
    {
        if (turn.Options.Indico is not null)
            yield return turn.Conversation.Button("Prepare in Indico", PrepareInIndico.Form.Words);
        if (feed?.Address(turn, number) is { } file) yield return CardButton.Open("Add to calendar", file);
        if (feed?.Address(turn) is { } all) yield return CardButton.Open("Subscribe to all meetings", all);
    }
}
