using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Polls.Slots;

/// <summary>One time of a list, as typed and as it was read.</summary>
internal sealed record SlotPhrase(string Text, TimeReading Reading)
{
    /// <param name="zone">Whose wall clock is meant where the text names no zone; null for the group's.</param>
    public static SlotPhrase Read(string text, Turn turn, DateTimeZone? zone = null) =>
        new(text, TimePhrases.Read(text, turn.Now, zone ?? turn.Group.TimeZone));

    /// <summary>With the candidate that was chosen, where one was: as settled as if only that could be meant.</summary>
    public SlotPhrase With(ImmutableArray<MeantTime> meant)
    {
        if (Reading.Kind is not TimeReadingKind.Question
            || MeantTime.Among(meant, Text, Reading.Candidates) is not { } chosen)
            return this;
        return this with
        {
            Reading = Reading with
            {
                Kind = chosen.WholeDay ? TimeReadingKind.Date : TimeReadingKind.Slot,
                Start = chosen.Start,
                End = chosen.End,
                Candidates = [],
                Reason = null,
                Literal = ByTheLetter(chosen),
            },
        };
    }

    // CET is UTC+1 by the letter, whatever the clocks show then.
    private TimeCandidate? ByTheLetter(TimeCandidate chosen)
    {
        if (!Reading.Warnings.Contains(TimeWarning.CetInSummer) || chosen.WholeDay) return null;
        var later = (chosen.Start.InZone(Reading.Zone).LocalDateTime.WithOffset(Offset.FromHours(1)).ToInstant())
            - chosen.Start;
        return later == Duration.Zero
            ? null
            : chosen with { Start = chosen.Start + later, End = chosen.End + later };
    }

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

    private string? Warning(Slot slot, Turn turn)
    {
        if (Reading.Warnings.Contains(TimeWarning.CetInSummer) && slot.Literal is { } literal)
            return $"\"{slot.Written}\" is taken as the clock on the wall: {SlotWords.In(slot, slot.Zone, turn.Now)} "
                + $"({slot.Zone}, {Utc(slot.Start)}). CET by the letter would be "
                + $"{Moments.Moment(literal, slot.Zone, turn.Now)}, {Utc(literal)}.";
        var rules = ZoneRules.Of(slot.Zone);
        if (!slot.WholeDay && rules.MapLocal(slot.Wall).Count == 2)
            return $"\"{slot.Written}\" comes twice, as the clocks go back: the one in "
                + $"{TimeWords.Name(slot.Start.InZone(rules))} is meant, {Utc(slot.Start)}.";
        // That it is a weekend is told of all options at once.
        var said = Reading.Warnings.Where(warning => warning is not TimeWarning.Weekend).Select(TimeWords.Say).ToList();
        return said.Count == 0 ? null : $"\"{slot.Written}\": {string.Join(' ', said)}";
    }

    private static string Utc(Instant at) => at.ToString("HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
