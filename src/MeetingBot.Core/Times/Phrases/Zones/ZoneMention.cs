using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>A zone as words name it. The set is closed; <see cref="ZonePolicy"/> says what each means at a
/// time.</summary>
internal abstract record ZoneMention
{
    /// <summary>A fixed distance to UTC: <c>UTC</c>, <c>Z</c>, <c>UTC+2</c>.</summary>
    public sealed record Fixed(Offset Offset) : ZoneMention;

    /// <summary>The clock on the wall of a place, whatever the season: <c>Geneva time</c>, <c>ET</c>.</summary>
    public sealed record Place(DateTimeZone Zone) : ZoneMention;

    /// <summary>A name that belongs to one half of the year: <c>CET</c>, <c>BST</c>, <c>EST</c>.</summary>
    /// <param name="Name">In capitals.</param>
    /// <param name="Zone">Whose wall clock has that name.</param>
    /// <param name="Offset">What the name says literally.</param>
    /// <param name="Summer">It is the name of summer time.</param>
    public sealed record Seasonal(string Name, DateTimeZone Zone, Offset Offset, bool Summer) : ZoneMention;

    /// <summary>A name of several zones, best first.</summary>
    public sealed record Ambiguous(string Name, ImmutableArray<Seasonal> Meanings) : ZoneMention;

    /// <summary>A place of which no zone is known.</summary>
    public sealed record Unknown(string Name) : ZoneMention;
}
