using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>One time of a list, as typed and as it was read.</summary>
internal sealed record SlotPhrase(string Text, TimeReading Reading)
{
    public static SlotPhrase Read(string text, Turn turn) =>
        new(text, TimePhrases.Read(text, turn.Now, turn.Group.TimeZone));

    /// <summary>It tells no time at all.</summary>
    public bool IsNone => Reading is { Kind: TimeReadingKind.Error, Reason: TimeReason.NoTime or TimeReason.TooLong };

    public bool IsSettled => Reading.Kind is TimeReadingKind.Slot or TimeReadingKind.Date;

    /// <summary>It tells one time, though it may be doubtful which.</summary>
    public bool MayBeOne => IsSettled || Reading is { Kind: TimeReadingKind.Question, Candidates.IsEmpty: false };

    /// <summary>Days of which times are to be proposed: <c>next week</c>, <c>the usual time</c>.</summary>
    public bool IsDays => Reading.Kind is TimeReadingKind.Range;

    /// <summary>The day of a settled time, on its own wall.</summary>
    public LocalDate? Day => IsSettled ? Reading.Start!.Value.InZone(Reading.Zone).Date : null;

    /// <summary>The time that it settles.</summary>
    /// <param name="length">Where it does not say how long it lasts.</param>
    public Slot ToSlot(Duration? length, Turn turn)
    {
        var start = Reading.Start!.Value;
        var whole = Reading.Kind is TimeReadingKind.Date;
        var slot = new Slot(
            start.InZone(Reading.Zone).LocalDateTime, Reading.Zone.Id, start,
            Reading.End is { } end ? end - start : length ?? Slot.UsualLength, ZoneRules.Version, whole,
            Phrases.Shorten(Text, 100), Literal: Reading.Literal?.Start);
        return slot with { Warning = Warning(slot, turn) };
    }

    /// <summary>A candidate as it is typed so that it can't be misread.</summary>
    public string Written(TimeCandidate candidate, Turn turn)
    {
        var start = candidate.Start.InZone(Reading.Zone);
        if (candidate.WholeDay) return start.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        var until = candidate.End is { } end && end.InZone(Reading.Zone) is var last && last.Date == start.Date
            ? last.ToString("'-'HH:mm", CultureInfo.InvariantCulture)
            : "";
        var zone = Reading.Zone.Id == turn.Group.Zone ? "" : " " + Reading.Zone.Id;
        return start.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture) + until + zone;
    }

    private string? Warning(Slot slot, Turn turn)
    {
        if (Reading.Warnings.Contains(TimeWarning.CetInSummer) && slot.Literal is { } literal)
            return $"\"{slot.Written}\" is taken as the clock on the wall: {SlotWords.In(slot, slot.Zone, turn.Now)} "
                + $"({slot.Zone}, {Utc(slot.Start)}). CET by the letter would be "
                + $"{PollTimes.Moment(literal, slot.Zone, turn.Now)}, {Utc(literal)}.";
        // That it is a weekend is told of all options at once.
        var said = Reading.Warnings.Where(warning => warning is not TimeWarning.Weekend).Select(TimeWords.Say).ToList();
        return said.Count == 0 ? null : $"\"{slot.Written}\": {string.Join(' ', said)}";
    }

    private static string Utc(Instant at) => at.ToString("HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
