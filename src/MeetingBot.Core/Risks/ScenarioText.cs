using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Risks;

/// <summary>A risk scenario as somebody writes it, or what is wrong with it.</summary>
internal static class ScenarioText
{
    /// <summary>The parts that a scenario has.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "title", "description", "asset", "threat", "mitigation", "workflow", "community", "reference", "differences",
        "tlp",
    ];

    /// <summary>The scenario with what was written; or the first thing that is wrong.</summary>
    public static (RiskScenario Risk, Refusal? Problem) Apply(RiskScenario risk, RiskFields fields)
    {
        foreach (var (name, value) in fields.Named)
        {
            if (value.Length > RiskScenario.MostText)
                return (risk, new Refusal($"The {name} has {value.Length} characters; {RiskScenario.MostText} fit."));
            if (name == "tlp" && value.Length > 0 && TlpLabels.Read(value) is null)
                return (risk, new Refusal(
                    $"\"{Phrases.Shorten(value, 30)}\" is no TLP label: clear, green, amber, amber+strict or red."));
            if (name is "asset" or "threat" or "community" && RiskFields.List(value).Length > RiskScenario.MostParts)
                return (risk, new Refusal($"Up to {RiskScenario.MostParts} fit."));
            if (name == "reference" && References(value).Length > RiskScenario.MostReferences)
                return (risk, new Refusal($"Up to {RiskScenario.MostReferences} references fit."));
            risk = With(risk, name, value);
        }
        return risk.Title.Length switch
        {
            0 => (risk, new Refusal("What is the risk called? For example: /risk add Stolen token is replayed | asset: "
                + "tokens | mitigation: short lifetimes")),
            > RiskScenario.MostTitle =>
                (risk, new Refusal($"The title has {risk.Title.Length} characters; {RiskScenario.MostTitle} fit.")),
            _ => (risk, null),
        };
    }

    private static RiskScenario With(RiskScenario risk, string name, string value) => name switch
    {
        "title" => risk with { Title = Phrases.Words(value) },
        "description" => risk with { Description = value },
        "asset" => risk with { Assets = RiskFields.List(value) },
        "threat" => risk with { Threats = RiskFields.List(value) },
        "mitigation" => risk with { Mitigation = value },
        "workflow" => risk with { Workflow = Phrases.Shorten(Phrases.Words(value), 200) },
        "community" => risk with { Communities = RiskFields.List(value) },
        "reference" => risk with { References = References(value) },
        "differences" => risk with { Differences = value },
        _ => risk with { Tlp = TlpLabels.Read(value) },
    };

    // An address holds commas; what is parted is a list of them, by blanks or lines.
    private static ImmutableArray<string> References(string value) =>
        value.Contains("://", StringComparison.Ordinal)
            ? [.. value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim(',', ';'))]
            : RiskFields.List(value);
}
