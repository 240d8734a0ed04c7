using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Digests;
using MeetingBot.Risks.Rounds;

namespace MeetingBot.Risks;

/// <summary>
/// The timers of rounds: rows like all timers, so that one that came due while nothing ran fires once.
/// </summary>
public static class RiskTimers
{
    private const string Revealing = "risk reveal ";
    private const string Asking = "risk ask ";
    private const string Reminding = "risk remind ";
    private const string AskingLate = "risk late ";
    private const string Merging = "risk accounts";

    /// <summary>The command that a timer means; null for another feature's.</summary>
    public static Command? Read(string name)
    {
        if (name == Merging) return new MergeScores();
        if (Round(name, Revealing) is var (revealed, _)) return new RevealRound(revealed, ByTimer: true);
        if (Round(name, Asking) is var (asked, after)) return new AskScorers(asked, after);
        if (name.StartsWith(AskingLate, StringComparison.Ordinal))
            return new AskLateScorer(new PersonKey(name[AskingLate.Length..]));
        return Round(name, Reminding) is var (reminded, from) ? new RemindScorers(reminded, from) : null;
    }

    /// <summary>The timers of a round that opens: its cards go out, its end, its reminder.</summary>
    public static ImmutableArray<TimerEntry> Opening(ScoringRound round, Turn turn) =>
        [Ask(round, "", turn), .. Closing(round, turn)];

    /// <summary>Its end, and when those who have not answered are reminded.</summary>
    public static ImmutableArray<TimerEntry> Closing(ScoringRound round, Turn turn)
    {
        if (round.ClosesAt is not { } end) return [];
        var timers = ImmutableArray.Create(new TimerEntry(Name(Revealing, round), end, round.Home));
        return ReminderRule.At(turn.Now, end) is { } remind
            ? timers.Add(new TimerEntry(Name(Reminding, round), remind, round.Home))
            : timers;
    }

    /// <summary>Sends their cards to those behind the given one.</summary>
    public static TimerEntry Ask(ScoringRound round, string after, Turn turn) =>
        new(Name(Asking, round, after), turn.Now, round.Home);

    /// <summary>Sends who became known only now their cards of what is open.</summary>
    public static TimerEntry AskLate(PersonKey late, Turn turn) =>
        new(AskingLate + late.Value, turn.Now, turn.Conversation with { Thread = null });

    /// <summary>Reminds those behind the given one.</summary>
    public static TimerEntry Remind(ScoringRound round, string after, Turn turn) =>
        new(Name(Reminding, round, after), turn.Now, round.Home);

    /// <summary>Goes on putting together what people have scored with two accounts.</summary>
    public static TimerEntry Merge(Turn turn) => new(Merging, turn.Now, turn.Conversation);

    /// <summary>Names of the timers of a round that is no more open.</summary>
    public static ImmutableArray<string> Of(ScoringRound round) =>
        [Name(Revealing, round), Name(Asking, round), Name(Reminding, round)];

    private static string Name(string prefix, ScoringRound round, string after = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{round.Assessment} {round.Number}")
        + (after.Length > 0 ? " " + after : "");

    private static (OpenRound Round, string After)? Round(string name, string prefix)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var parts = name[prefix.Length..].Split(' ', 3);
        return parts.Length >= 2 && Number(parts[0]) is { } assessment && Number(parts[1]) is { } number
            ? (new OpenRound(assessment, number), parts.Length > 2 ? parts[2] : "")
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
