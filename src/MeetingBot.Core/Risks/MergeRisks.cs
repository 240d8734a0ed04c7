using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>
/// Merges risk scenarios into the first: it keeps its id and knows the others' as aliases. It is scored anew. Who runs
/// the assessment may.
/// </summary>
public sealed record MergeRisks(string Id, ImmutableArray<string> Others) : OneRisk(Id)
{
    public static CommandForm Form { get; } = new(
        "risk merge", "<id> <id> …", "/risk merge TR-4 TR-5", "merges risks into the first", Read);

    public override Decision Decide(RiskScenario risk, AssessmentState state, Turn turn)
    {
        var merged = new List<RiskScenario>();
        foreach (var typed in Others)
        {
            if (RiskId.Read(typed) is not { } id || state.Find(id) is not { } other)
                return RiskRefusals.NoSuchRisk(typed);
            if (!other.Active) return RiskRefusals.NotActive(other);
            if (other.Id == risk.Id || merged.Any(one => one.Id == other.Id))
                return new Refusal($"{other.Id} is named twice.");
            merged.Add(other);
        }
        if (!risk.Active) return RiskRefusals.NotActive(risk);
        var names = Phrases.Join([.. merged.Select(other => other.Id)]);
        var kept = (risk with
        {
            Aliases = [.. risk.Aliases.Concat(merged.SelectMany(other => other.Aliases.Prepend(other.Id))).Distinct()],
            Assets = Joined(risk.Assets, merged.SelectMany(other => other.Assets)),
            Threats = Joined(risk.Threats, merged.SelectMany(other => other.Threats)),
            Communities = risk.Communities.IsEmpty || merged.Any(other => other.Communities.IsEmpty)
                ? []
                : Joined(risk.Communities, merged.SelectMany(other => other.Communities)),
            References = [.. risk.References.Concat(merged.SelectMany(other => other.References)).Distinct()
                .Take(RiskScenario.MostReferences)],
            Earlier = risk.Result is { } before ? RiskScenario.Kept(risk.Earlier, before) : risk.Earlier,
            Result = null, Residual = null,
        }).With(turn.Now, $"{names} merged into it", turn.Actor.Name);
        var gone = merged.Select(other => (other with { State = RiskState.Merged, Successors = [risk.Id] })
            .With(turn.Now, $"merged into {risk.Id}", turn.Actor.Name));
        return new Decision
        {
            Changes = state.Change([kept, .. gone]),
            Tell = $"{names} is merged into {risk.Id}, which is scored anew. What it is now: /risk edit {risk.Id} "
                + "description: …",
        };
    }

    private static ImmutableArray<string> Joined(ImmutableArray<string> one, IEnumerable<string> more) =>
        [.. one.Concat(more).Distinct().Take(RiskScenario.MostParts)];

    private static ParsedCommand Read(CommandInput input)
    {
        var words = input.Text.Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.Equals("and", StringComparison.OrdinalIgnoreCase)).ToList();
        if (words.Count >= 3 && words[^2].Equals("into", StringComparison.OrdinalIgnoreCase))
            words = [words[^1], .. words[..^2].Where(word => RiskId.Read(word) != RiskId.Read(words[^1]))];
        return words.Count is < 2 or > 10
            ? ParsedCommand.Wrong("Which risks? The id that stays, then those that go into it.")
            : new MergeRisks(words[0], [.. words.Skip(1)]);
    }
}
