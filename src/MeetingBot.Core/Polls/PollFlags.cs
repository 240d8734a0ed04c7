using System.Globalization;
using System.Text.RegularExpressions;

namespace MeetingBot.Polls;

/// <summary>How a poll is to be held, as typed behind its question: <c>--ranked --anonymous --quorum 5</c>.</summary>
/// <param name="Required">Names of voters as typed.</param>
/// <param name="Quorum">As typed; null for none.</param>
public sealed partial record PollFlags(
    PollKind? Kind = null,
    PollNames Names = PollNames.Everyone,
    PollShown Shown = PollShown.Always,
    PollEnds? Ends = null,
    bool RuleDecides = false,
    string? Required = null,
    string? Optional = null,
    string? Quorum = null)
{
    /// <summary>Nothing but what is usual.</summary>
    public static PollFlags Usual { get; } = new();

    /// <summary>What can be said, for help.</summary>
    public const string Known = "--multiple, --ranked, --counts, --chair-sees, --anonymous, --hidden-until-voted, "
        + "--hidden, --required @A @B, --optional @C, --quorum 5, --when-all, --consensus, --rule-decides";

    /// <summary>The number of the quorum: 0 for none, null for what is no such number.</summary>
    public int? QuorumNumber => Quorum is null ? 0
        : int.TryParse(Quorum, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= 10_000
            ? number
            : null;

    /// <summary>Takes the flags out of the text. What is no known flag stays in it.</summary>
    public static (string Text, PollFlags Flags) Take(string text)
    {
        var flags = Usual;
        // What follows a flag belongs to no option before it.
        var between = text.Contains('|') ? "|" : text.Contains('\n') ? "\n" : "";
        var rest = Flag().Replace(text, match =>
        {
            flags = flags.With(match.Groups["name"].Value.ToLowerInvariant(), match.Groups["value"].Value.Trim());
            return Deadline().IsMatch(text, match.Index + match.Length) ? between : "";
        });
        return (rest.Trim(), flags);
    }

    /// <summary>With one more, by its name without dashes; the same for an unknown one.</summary>
    public PollFlags With(string name, string value) => name switch
    {
        "single" => this with { Kind = PollKind.One },
        "multiple" or "multi" => this with { Kind = PollKind.Multiple },
        "ranked" or "rank" => this with { Kind = PollKind.Ranked },
        "times" => this with { Kind = PollKind.Times },
        "names" => this with { Names = PollNames.Everyone },
        "chair-sees" => this with { Names = PollNames.Chair },
        "counts" or "counts-only" => this with { Names = PollNames.Nobody },
        "anonymous" => this with { Names = PollNames.Anonymous },
        "hidden-until-voted" => this with { Shown = PollShown.AfterVoting },
        "hidden" or "hidden-until-closed" => this with { Shown = PollShown.AfterClose },
        "when-all" or "when-all-answered" => this with { Ends = PollEnds.WhenAllAnswered },
        "by-hand" => this with { Ends = PollEnds.ByHand },
        "consensus" => this with { Ends = PollEnds.OnConsensus },
        "rule-decides" or "auto" => this with { RuleDecides = true },
        "required" => this with { Required = value },
        "optional" => this with { Optional = value },
        "quorum" => this with { Quorum = value },
        _ => this,
    };

    // Clients make one long dash of two.
    [GeneratedRegex(@"(?<=^|\s)(?:--|—|–)(?:(?<name>required|optional|quorum)[\s=:]\s{0,3}(?<value>(?:(?!\s(?:(?:--|—|–)[a-z]|(?:until|till)\s))[^\n|]){1,1000})|(?<name>single|multiple|multi|ranked|rank|times|names|chair-sees|counts-only|counts|anonymous|hidden-until-voted|hidden-until-closed|hidden|when-all-answered|when-all|by-hand|consensus|rule-decides|auto)(?![\w-]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Flag();

    [GeneratedRegex(@"\G\s{1,3}(?:until|till|closes?|closing|deadline)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deadline();
}
