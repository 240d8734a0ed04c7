using System.Collections.Immutable;
using MeetingBot.Times;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Polls.Slots;

/// <summary>Which of several times somebody has chosen for words of theirs, as a button carries it.</summary>
/// <param name="Text">The words as typed.</param>
internal sealed record MeantTime(string Text, Instant Start, Instant? End)
{
    private const int Most = 20;
    private static readonly InstantPattern Iso = InstantPattern.ExtendedIso;

    public static MeantTime Of(string text, TimeCandidate chosen) => new(text, chosen.Start, chosen.End);

    /// <summary>The candidate that is meant; null where it is none of them.</summary>
    public static TimeCandidate? Among(
        ImmutableArray<MeantTime> meant, string text, ImmutableArray<TimeCandidate> candidates) =>
        candidates.FirstOrDefault(candidate => meant.Contains(Of(text, candidate)));

    /// <summary>One a line: <c>2025-10-26T01:30:00Z - Sunday 26 October 02:30</c>.</summary>
    public static string Write(IEnumerable<MeantTime> meant) => string.Join('\n', meant.Select(time =>
        $"{Iso.Format(time.Start)} {(time.End is { } end ? Iso.Format(end) : "-")} {time.Text}"));

    /// <summary>What <see cref="Write"/> wrote. It comes from outside: what is none is left out.</summary>
    public static ImmutableArray<MeantTime> Read(string written) =>
        [.. written.Split('\n', Most).Select(ReadLine).OfType<MeantTime>()];

    private static MeantTime? ReadLine(string line)
    {
        if (line.Split(' ', 3) is not [var start, var end, var text]) return null;
        if (!Iso.Parse(start).TryGetValue(default, out var at)) return null;
        if (end == "-") return new MeantTime(text, at, null);
        return Iso.Parse(end).TryGetValue(default, out var until) ? new MeantTime(text, at, until) : null;
    }
}

/// <summary>What was typed to open a poll, and what was answered where that was doubtful.</summary>
internal sealed record TypedPoll(string Text, ImmutableArray<MeantTime> Meant);
