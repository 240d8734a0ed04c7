using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Cards;
using MeetingBot.Conversations;

namespace MeetingBot.Risks.Report;

/// <summary>
/// Gives the addresses of the report, of the version that is worked on or of a frozen one. Who holds them may read it.
/// </summary>
/// <param name="Version">A frozen version; null for the one that is worked on.</param>
public sealed partial record ShowReport(string? Version) : OneAssessment
{
    /// <summary>The kind of these addresses (<see cref="PageLink"/>).</summary>
    public const string Kind = "report";

    public static CommandForm Form { get; } = new(
        "risk report", "[version]", "/risk report v1.0", "gives the report: page, PDF, Markdown and JSON", Read)
    {
        Aliases = ["risk pdf", "risk export"],
    };

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        var frozen = Version is null ? null : assessment.FrozenAs(Version);
        if (Version is not null && frozen is null)
            return new Refusal(assessment.Frozen.IsDefaultOrEmpty
                ? $"No version is frozen yet; v{assessment.Version} is worked on. Its report: /risk report. To freeze it: /risk freeze"
                : $"There is no v{Version}. Frozen are {Phrases.Join([.. assessment.Frozen.Select(one => "v" + one.Version)])}.");
        var kept = frozen?.Link ?? assessment.Link;
        var token = kept.Length > 0 ? kept : turn.NewToken();
        if (turn.Options.Page(Kind, token) is not { } page)
            return new Refusal("The service has no public address, so that no page can be given. The operator sets it: PublicUrl.");
        var name = $"\"{assessment.Title}\" v{frozen?.Version ?? assessment.Version}";
        var tlp = (frozen?.Tlp ?? assessment.Tlp).Label();
        var card = new Card(
            $"Report of {name}",
            [
                new CardText(
                    $"{tlp}. {(frozen is null ? "It is a draft, and changes as the assessment does." : "It is frozen, and changes no more.")} "
                        + "Whoever has its address can read it.", TextTone.Subtle),
            ],
            [CardButton.Open("Open the report", page), .. new[] { ("PDF", "pdf"), ("Markdown", "md"), ("JSON", "json") }
                .Select(form => CardButton.Open(form.Item1, new Uri($"{page}.{form.Item2}")))]);
        return new Decision
        {
            Changes = kept.Length > 0 ? [] : state.Change(With(assessment, frozen, token)),
            Links = kept.Length > 0 ? [] : [new PageLink(
                token, Kind, turn.Conversation.Group, null, turn.Group.Epoch,
                Subject: assessment.Number.ToString(CultureInfo.InvariantCulture) + (frozen is null ? "" : " " + frozen.Version))],
            Tell = turn.AnsweredInPlace ? card.Title : null,
            ShowCard = card,
        };
    }

    private static Assessment With(Assessment assessment, FrozenVersion? frozen, string token) => frozen is null
        ? assessment with { Link = token }
        : assessment with { Frozen = assessment.Frozen.Replace(frozen, frozen with { Link = token }) };

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.Text.Length == 0) return new ShowReport((string?)null);
        var match = Written().Match(input.Text);
        return match.Success
            ? new ShowReport(match.Groups[1].Value)
            : ParsedCommand.Wrong("Of which version? Numbers with points, such as v1.0, or nothing for the one that is worked on.");
    }

    [GeneratedRegex(@"^(?:v(?:ersion)?\s?)?([0-9]{1,4}(?:\.[0-9]{1,4}){1,2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
