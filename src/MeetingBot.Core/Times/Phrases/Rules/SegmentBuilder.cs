using System.Collections.Immutable;

namespace MeetingBot.Times;

/// <summary>Puts the items of a phrase together, from left to right.</summary>
internal sealed class SegmentBuilder
{
    private readonly List<Segment> _done = [];
    private Segment _now = new();
    private Last _last;
    private Mark? _between;
    private ZoneMention? _zoneAhead;
    private bool _clockFirst;
    private bool _isBetween;

    // What was told last, before marks.
    private enum Last { Nothing, Day, Clock, EndDay }

    public static ImmutableArray<Segment> Build(IEnumerable<Item> items)
    {
        var builder = new SegmentBuilder();
        foreach (var item in items) builder.Add(item);
        builder.Close();
        return [.. builder._done];
    }

    private void Add(Item item)
    {
        switch (item)
        {
            case Items many:
                foreach (var part in many.Parts) Add(part);
                return;
            case DayItem day: AddDay(day.Day); break;
            case ClockItem clock: AddClock(clock); break;
            case ZoneItem zone: AddZone(zone.Zone); break;
            case LengthItem length: _now = _now with { Length = length.Length }; break;
            case ElapsedItem elapsed: _now = _now with { Elapsed = elapsed.Length }; break;
            case MarkItem mark:
                AddMark(mark);
                return;
        }
        _between = null;
    }

    private void AddDay(DayPart day)
    {
        if (_between is Mark.Until && _last is Last.Clock && _now.Clocks[^1].Clock.To is null)
        {
            _now = _now with { Clocks = _now.Clocks.SetItem(_now.Clocks.Length - 1,
                _now.Clocks[^1] with { EndDay = day }) };
            _last = Last.EndDay;
            return;
        }
        if (IsAnother(day)) BeginAnother();
        _now = _now with
        {
            IsAfterDay = _now.IsAfterDay || _between is Mark.After,
            Day = _now.Day is not { } before ? day : _between switch
            {
                Mark.Until when _last is Last.Day => DayMerge.Range(before, day),
                Mark.And or Mark.Slash => DayMerge.OneOf(before, day),
                _ => DayMerge.Join(before, day),
            },
        };
        _last = Last.Day;
    }

    // "Tuesday 8 July at 15:00, Thursday 10 July at 16:00" are two times, not two days with two times each.
    private bool IsAnother(DayPart day) => _last is Last.Clock && _between is not Mark.Until
        && _now is { Day: { } before, Clocks.Length: var clocks } && clocks > (_clockFirst ? 1 : 0)
        && (before, day) is (CalendarDay or WeekdayDay or NumberedDay or SlashedDay,
            CalendarDay or WeekdayDay or NumberedDay or SlashedDay)
        && !IsSame(before, day) && DayMerge.Join(before, day) is SameDay or OneOfDays;

    private static bool IsSame(DayPart one, DayPart other) => (one, other) switch
    {
        (CalendarDay first, CalendarDay second) => (first.Day, first.Month) == (second.Day, second.Month),
        (NumberedDay first, CalendarDay second) => first.Day == second.Day,
        (CalendarDay first, NumberedDay second) => first.Day == second.Day,
        (NumberedDay first, NumberedDay second) => first.Day == second.Day,
        _ => one == other,
    };

    // In "15:00 Tuesday, 16:00 Thursday" the last time is the next day's.
    private void BeginAnother()
    {
        var clock = _clockFirst ? _now.Clocks[^1] : null;
        if (clock is not null) _now = _now with { Clocks = _now.Clocks.RemoveAt(_now.Clocks.Length - 1) };
        var clockFirst = _clockFirst;
        Close();
        if (clock is not null) _now = _now with { Clocks = [clock] };
        _clockFirst = clockFirst;
    }

    private void AddClock(ClockItem clock)
    {
        var clocks = _now.Clocks;
        if (_last is Last.EndDay)
            clocks = clocks.SetItem(clocks.Length - 1, clocks[^1] with { EndAt = clock.From });
        else if (_between is Mark.Until && _last is Last.Clock && clocks[^1].Clock.To is null && clock.To is null)
            clocks = clocks.SetItem(clocks.Length - 1,
                clocks[^1] with { Clock = clocks[^1].Clock with { To = clock.From } });
        else
            clocks = clocks.Add(new TimeOfDay(clock, _zoneAhead is { } zone ? [zone] : []));
        _zoneAhead = null;
        _clockFirst |= _now.Day is null && clocks.Length == 1;
        _now = _now with { Clocks = clocks };
        _last = Last.Clock;
    }

    private void AddZone(ZoneMention zone)
    {
        if (_now.Clocks.IsEmpty)
        {
            _zoneAhead = zone;
            _now = _now with { Zone = zone };
            return;
        }
        var clock = _now.Clocks[^1];
        if (clock.Zones.Contains(zone)) return;
        _now = _now with { Clocks = _now.Clocks.SetItem(_now.Clocks.Length - 1,
            clock with { Zones = clock.Zones.Add(zone) }) };
    }

    private void AddMark(MarkItem mark)
    {
        if (mark.Mark is Mark.Or)
        {
            Close();
            return;
        }
        // A comma between a date and "or" says nothing; a dash outlives one.
        if (mark.Mark is Mark.And && _isBetween) (_between, _isBetween) = (Mark.Until, false);
        else if (mark.Mark is Mark.Until or Mark.And or Mark.Slash or Mark.Comma) _between = mark.Mark;
        else if (mark.Mark is Mark.Between) _isBetween = true;
        else if (mark.Mark is Mark.PartOfDay) _now = _now with { PartOfDay = (DayTime)mark.Value };
        else _now = _now with { Marks = _now.Marks.Add(mark.Mark) };
        if (mark.Mark is Mark.After) _between = mark.Mark;
    }

    private void Close()
    {
        if (_now.TellsTime) _done.Add(_now);
        (_now, _last, _between, _zoneAhead) = (new Segment(), Last.Nothing, null, null);
        (_clockFirst, _isBetween) = (false, false);
    }
}
