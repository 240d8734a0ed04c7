using System.Collections.Immutable;
using NodaTime;

namespace MeetingBot.Times;

/// <summary>What words about time mean.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Zone">IANA zone whose wall clock was meant.</param>
public sealed record TimeReading(string Text, TimeReadingKind Kind, DateTimeZone Zone)
{
    /// <summary>When it begins; null for a question and an error.</summary>
    public Instant? Start { get; init; }

    /// <summary>When it has ended (exclusive): of a day the next local midnight. Null for a slot without an
    /// end.</summary>
    public Instant? End { get; init; }

    /// <summary>What may be meant, best first; only a question has any.</summary>
    public ImmutableArray<TimeCandidate> Candidates { get; init; } = [];

    /// <summary>What is not to be overlooked.</summary>
    public ImmutableArray<TimeWarning> Warnings { get; init; } = [];

    /// <summary>Why it is asked about, or can't be; null for what is settled.</summary>
    public TimeReason? Reason { get; init; }

    /// <summary>The other, literal reading of what is settled with a warning: UTC+1 for <c>CET</c> in July.</summary>
    public TimeCandidate? Literal { get; init; }
}

/// <summary>What kind of time words tell.</summary>
public enum TimeReadingKind
{
    /// <summary>A point in time, or from when until when.</summary>
    Slot,

    /// <summary>A whole local day.</summary>
    Date,

    /// <summary>Days, or from now until a day; half open.</summary>
    Range,

    /// <summary>It may be this or that.</summary>
    Question,

    /// <summary>It tells no time, or one that can't be.</summary>
    Error,
}

/// <summary>One thing that may be meant.</summary>
/// <param name="End">Exclusive; null for a point in time.</param>
/// <param name="WholeDay">It is one whole local day.</param>
public sealed record TimeCandidate(Instant Start, Instant? End, bool WholeDay);
