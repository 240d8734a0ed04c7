using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>A command about one risk scenario of the assessment that the group works on.</summary>
/// <param name="Id">As typed or pressed.</param>
public abstract partial record OneRisk(string Id) : OneAssessment
{
    protected override Reads Beside(int assessment, Turn turn) => AllRisks(assessment);

    /// <summary>Whether it is for who runs the assessment alone.</summary>
    protected virtual bool RunnersOnly => true;

    public sealed override Decision Decide(AssessmentState state, Turn turn)
    {
        if (RiskId.Read(Id) is not { } id || state.Find(id) is not { } risk) return RiskRefusals.NoSuchRisk(Id);
        if (RunnersOnly && !turn.MayRun(state.Assessment)) return RiskRefusals.RunnersOnly(state.Assessment, turn);
        return Decide(risk, state, turn);
    }

    /// <summary>The rule.</summary>
    public abstract Decision Decide(RiskScenario risk, AssessmentState state, Turn turn);

    /// <summary>
    /// Takes the id of a risk off what was typed: <c>TR-3 mitigation: …</c>; null where there is none.
    /// </summary>
    internal static (string? Id, string After) Take(CommandInput input)
    {
        if (input.Field("risk") is { } pressed) return (pressed, input.Text);
        var match = First().Match(input.Text);
        return match.Success ? (match.Groups[1].Value, input.Text[match.Length..].Trim()) : (null, input.Text);
    }

    /// <summary>"Drop risk 2 percent" between people means none: there a risk has its whole id.</summary>
    internal static bool MayBeNumber(CommandInput input, string id) =>
        input.MayBeTalk && !id.StartsWith('T') && !id.StartsWith('t');

    [GeneratedRegex(
        @"^\s{0,3}((?:TR\s?-?\s?)?#?[0-9]{1,6}[a-z]{0,3})(?=\s|$|[:|,])[:|,]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex First();
}
