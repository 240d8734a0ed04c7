using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>Which risks are meant: <c>TR-1..TR-8, TR-12</c>; nothing for all that are active.</summary>
internal static partial class RiskList
{
    private const int MostTyped = 2_000;

    /// <summary>The risks in the order of their ids; or what is wrong.</summary>
    public static (ImmutableArray<RiskScenario> Risks, Refusal? Problem) Read(string text, AssessmentState state)
    {
        if (text.Length == 0) return ([.. state.Active], null);
        var meant = new List<RiskScenario>();
        foreach (var part in Between().Split(Spelt().Replace(text.Length > MostTyped ? text[..MostTyped] : text, "..")))
        {
            if (part.Trim() is not { Length: > 0 } typed) continue;
            if (Range().Match(typed) is { Success: true } range
                && RiskId.Read(range.Groups[1].Value) is { } first && RiskId.Read(range.Groups[2].Value) is { } last)
            {
                if (last < first) (first, last) = (last, first);
                var between = state.Active.Where(risk => RiskId.Read(risk.Id) is { } id && id >= first
                    && IsUpTo(id, last)).ToList();
                if (between.Count == 0) return ([], RiskRefusals.NoSuchRisk(typed));
                meant.AddRange(between);
                continue;
            }
            if (RiskId.Read(typed) is not { } one || state.Find(one) is not { } risk)
                return ([], RiskRefusals.NoSuchRisk(typed));
            if (risk.State is RiskState.Split)
                meant.AddRange(state.Active.Where(other => risk.Successors.Contains(other.Id)));
            else if (!risk.Active) return ([], RiskRefusals.NotActive(risk));
            else meant.Add(risk);
        }
        return ([.. meant.DistinctBy(risk => risk.Id).OrderBy(risk => RiskId.Read(risk.Id))], null);
    }

    /// <summary>How they are told: the first few by name.</summary>
    public static string Words(IReadOnlyCollection<string> risks) => risks.Count <= 6
        ? Phrases.Join([.. risks])
        : $"{risks.First()} to {risks.Last()} ({Phrases.Count(risks.Count, "risk")})";

    // TR-3 as an end means its parts too.
    private static bool IsUpTo(RiskId id, RiskId last) => id <= last
        || (last.Part.Length == 0 && id.Number == last.Number);

    [GeneratedRegex(
        @"[,;\s]+(?:and\s+)?(?!\.\.|-)(?<!\.\.|\.\.\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    // "TR-1 to TR-8", "TR-1 - TR-8", "TR-1-TR-8": a hyphen within an id has no id before it.
    [GeneratedRegex(
        @"(?<=[0-9][a-z]{0,3})(?:\s{0,3}[-–—]\s{0,3}|\s{1,3}(?:to|through)\s{1,3})(?=(?:TR\s?-?\s?)?#?[0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelt();

    [GeneratedRegex(@"^(.{1,12}?)\s{0,2}(?:\.\.\.?|…|–)\s{0,2}(.{1,12})$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
