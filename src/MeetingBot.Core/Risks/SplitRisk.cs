using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>
/// Splits a risk scenario into parts, such as by workflow: TR-3 becomes TR-3a and TR-3b, which are scored anew. Who
/// runs the assessment may.
/// </summary>
public sealed record SplitRisk(string Id, ImmutableArray<string> Titles) : OneRisk(Id)
{
    private const int Most = 10;

    public static CommandForm Form { get; } = new(
        "risk split", "<id> <title> | <title>", "/risk split TR-3 Stolen in batch | Stolen on a laptop",
        "splits a risk into parts", Read)
    {
        TakesLines = true,
    };

    public override Decision Decide(RiskScenario risk, AssessmentState state, Turn turn)
    {
        if (!risk.Active) return RiskRefusals.NotActive(risk);
        if (RiskId.Read(risk.Id) is not { Part: "" } whole)
            return new Refusal($"{risk.Id} is a part itself. Drop it and add others, or split what it came from.");
        if (state.Risks.Length + Titles.Length > Assessment.MostRisks) return RiskRefusals.TooManyRisks;
        // A part of before keeps its letter for good.
        var next = state.Risks.Count(other => RiskId.Read(other.Id) is { } id && id.Number == whole.Number
            && id.Part.Length > 0);
        if (next + Titles.Length > 26) return new Refusal($"{risk.Id} has no letters left to be split into.");
        var parts = Titles.Select((title, index) => risk with
        {
            Id = (whole with { Part = ((char)('a' + next + index)).ToString() }).ToString(),
            Title = title,
            Aliases = [risk.Id, .. risk.Aliases],
            Result = null, Residual = null, Earlier = [], Treatment = null, Discussion = [],
            History = [new RiskEvent(turn.Now, $"split from {risk.Id}", turn.Actor.Name)],
        }).ToList();
        var old = (risk with { State = RiskState.Split, Successors = [.. parts.Select(part => part.Id)] })
            .With(turn.Now, $"split into {Phrases.Join([.. parts.Select(part => part.Id)])}", turn.Actor.Name);
        return new Decision
        {
            Changes = state.Change([old, .. parts]),
            Tell = $"{risk.Id} is split into {Phrases.Join([.. parts.Select(part => $"{part.Id} ({part.Title})")])}. "
                + "They have its assets, threats and mitigation, and are scored anew.",
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var (id, text) = Take(input);
        if (id is null) return ParsedCommand.Wrong("Which risk? Its id, then the titles of its parts.");
        ImmutableArray<string> titles =
        [
            .. (text.StartsWith("into ", StringComparison.OrdinalIgnoreCase) ? text[5..] : text)
                .Split(['|', '\n']).Select(Phrases.Words).Where(title => title.Length > 0),
        ];
        return titles.Length is < 2 or > Most ? ParsedCommand.Wrong($"Into what? Two to {Most} titles, with | between.")
            : titles.Any(title => title.Length > RiskScenario.MostTitle)
                ? ParsedCommand.Wrong($"A title has up to {RiskScenario.MostTitle} characters.")
            : new SplitRisk(id, titles);
    }
}
