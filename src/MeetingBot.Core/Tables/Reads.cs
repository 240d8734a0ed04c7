using System.Collections.Immutable;

namespace MeetingBot.Tables;

/// <summary>The rows that a command names: few, by key or by key range, in the group's partition.</summary>
/// <param name="MostRows">At most so many of each range.</param>
public sealed record Reads(ImmutableArray<KeyRange> Ranges, ImmutableArray<string> Keys, int MostRows = 100_000)
{
    /// <summary>
    /// A kind of rows that people keep for all their groups, apart from any of them: those of the members
    /// who are read too. Null for none.
    /// </summary>
    public string? Own { get; init; }

    /// <summary>What another group has made for others to take; null for nothing.</summary>
    public SharedRead? Shared { get; init; }

    public static Reads None { get; } = new([], []);

    public static Reads Of(params ReadOnlySpan<KeyRange> ranges) => new([.. ranges], []);

    public static Reads OfKeys(params ReadOnlySpan<string> keys) => new([], [.. keys]);

    public Reads And(Reads other) =>
        new([.. Ranges, .. other.Ranges], [.. Keys, .. other.Keys])
        {
            Own = Own ?? other.Own, Shared = Shared ?? other.Shared,
        };
}

/// <summary>What is read of another group.</summary>
/// <param name="Code">As that group has told it.</param>
/// <param name="What">Such as <c>catalogue</c>.</param>
public sealed record SharedRead(string Code, string What);
