using System.Collections.Immutable;

namespace MeetingBot.Polls;

/// <summary>The polls of a group that are open: who names none means the only one.</summary>
public sealed record OpenPolls(ImmutableArray<OpenQuestion> Polls)
{
    /// <summary>More at a time nobody answers.</summary>
    public const int Most = 30;

    public static OpenPolls None { get; } = new([]);

    /// <summary>The number meant by who names none; null when none is open, or several are.</summary>
    public int? Only => Polls is [var only] ? only.Number : null;

    /// <summary>With the poll as it is now: among them while it is open.</summary>
    public OpenPolls With(Poll poll)
    {
        var others = Polls.RemoveAll(other => other.Number == poll.Number);
        return new OpenPolls(poll.Open
            ? others.Add(new OpenQuestion(poll.Number, poll.Question, poll.HandsOf))
                .Sort((a, b) => a.Number.CompareTo(b.Number))
            : others);
    }
}

/// <summary>A poll that is open.</summary>
/// <param name="HandsOf">The meeting whose show of hands it is.</param>
public sealed record OpenQuestion(int Number, string Question, int? HandsOf = null);
