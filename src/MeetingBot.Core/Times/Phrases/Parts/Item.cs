using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>One thing that was read in a phrase. The set is closed.</summary>
/// <param name="End">The token behind it.</param>
internal abstract record Item(int End)
{
    /// <summary>Numbers that are a time only in good company: not behind <c>room</c>, nor behind an unknown
    /// word.</summary>
    public bool Weak { get; init; }

    /// <summary>Read so for want of anything better: it is asked whether it is meant.</summary>
    public bool Doubtful { get; init; }
}

/// <summary>A day or days.</summary>
internal sealed record DayItem(DayPart Day, int End) : Item(End);

/// <summary>A time of day, or from when until when.</summary>
/// <param name="Told">A word such as <c>at</c> or a unit says that it is one.</param>
internal sealed record ClockItem(ClockPoint From, ClockPoint? To, int End, bool Told = false) : Item(End)
{
    /// <summary>May as well be a date: <c>11.07</c>.</summary>
    public bool MayBeDate => !Told && To is null && From is { Style: ClockStyle.Dotted, Half: DayHalf.None };
}

/// <summary>How long it lasts.</summary>
internal sealed record LengthItem(Duration Length, int End) : Item(End);

/// <summary>Elapsed time from now: <c>in 48 hours</c>.</summary>
internal sealed record ElapsedItem(Duration Length, int End) : Item(End);

/// <summary>A zone.</summary>
internal sealed record ZoneItem(ZoneMention Zone, int End) : Item(End);

/// <summary>A word that says how to take the rest.</summary>
internal sealed record MarkItem(Mark Mark, int End, int Value = 0) : Item(End);

/// <summary>Several that were read as one.</summary>
internal sealed record Items(ImmutableArray<Item> Parts, int End) : Item(End);

/// <summary>How to take the rest of a phrase.</summary>
internal enum Mark
{
    Or, And, Comma, Slash, Until, Between, By, Before, After, Recurring, Usual, SameTime, Approx, PartOfDay,
    EndOfDay, Now,
}
