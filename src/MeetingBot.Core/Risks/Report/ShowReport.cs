using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Risks.Report;

/// <summary>
/// Gives the addresses of the report, of the version that is worked on or of a frozen one, for the group or for an
/// audience that may see less. Who holds an address may read what it shows; who runs the assessment may take all back.
/// </summary>
/// <param name="Version">A frozen version; null for the one that is worked on.</param>
/// <param name="Audience">For whom; null for the group.</param>
public sealed partial record ShowReport(string? Version, Tlp? Audience = null, bool Revoke = false) : OneAssessment
{
    /// <summary>It is sent to who asks, for them alone, as a file where the platform hands files over.</summary>
    public bool AsFile { get; init; }

    /// <summary>The kind of these addresses (<see cref="PageLink"/>).</summary>
    public const string Kind = "report";

    private static readonly ImmutableArray<(string Title, string Ending)> Forms =
        [("PDF", "pdf"), ("Markdown", "md"), ("CSV", "csv"), ("Excel", "xlsx"), ("JSON", "json")];

    public static CommandForm Form { get; } = new(
        "risk report", "[file] [version] [for TLP:…] | revoke", "/risk report v1.0 for TLP:GREEN",
        "gives the report: page, PDF, Markdown, CSV, XLSX and JSON", Read)
    {
        Aliases = ["risk pdf", "risk export", "risk reports"],
    };

    public override Decision Decide(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (Revoke) return TakeBack(state, turn);
        var frozen = Version is null ? null : assessment.FrozenAs(Version);
        if (Version is not null && frozen is null) return NoSuchVersion(assessment);
        var subject = new ReportSubject(assessment.Number, Version, Audience).ToString();
        var kept = assessment.Links.GetValueOrDefault(subject);
        var token = kept ?? turn.NewToken();
        if (turn.Options.Page(Kind, token) is not { } page)
            return new Refusal(
                "The service has no public address, so that no page can be given. The operator sets it: PublicUrl.");
        var card = Card(assessment, frozen, page);
        var made = new Decision
        {
            Changes = kept is null
                ? state.Change(assessment with { Links = assessment.Links.Add(subject, token) })
                : [],
            Links = kept is null
                ? [new PageLink(token, Kind, turn.Conversation.Group, null, turn.Group.Epoch, Subject: subject)]
                : [],
        };
        return AsFile ? Sent(made, card.Title, page, token, turn) : made with
        {
            Tell = turn.AnsweredInPlace ? card.Title : null, ShowCard = card,
        };
    }

    private Decision Sent(Decision made, string title, Uri page, string token, Turn turn)
    {
        var sent = OwnFile.Sent(
            turn.Say($"{title}: {page.AbsoluteUri}.pdf") with
            {
                File = new FileOffer(
                    $"risk-report{(Version is null ? "" : "-v" + Version)}.pdf", Phrases.Shorten(title, 200),
                    $"{HandedFiles.Report}/{token}"),
            },
            turn);
        return made with { Tell = sent.Tell, Messages = sent.Messages };
    }

    private Card Card(Assessment assessment, FrozenVersion? frozen, Uri page)
    {
        var label = Audience is { } audience
            ? $"For {audience.Label()}: what is stricter is left out."
            : $"{(frozen?.Tlp ?? assessment.Tlp).Label()}.";
        var changes = frozen is null
            ? "It is a draft, and changes as the assessment does."
            : "It is frozen, and changes no more.";
        return new Card(
            $"Report of \"{frozen?.Title ?? assessment.Title}\" v{frozen?.Version ?? assessment.Version}",
            [new CardText($"{label} {changes} Whoever has its address can read it.", TextTone.Subtle)],
            [
                CardButton.Open("Open the report", page),
                .. Forms.Select(form => CardButton.Open(form.Title, new Uri($"{page}.{form.Ending}"))),
            ]);
    }

    private static Decision TakeBack(AssessmentState state, Turn turn)
    {
        var assessment = state.Assessment;
        if (!turn.MayRun(assessment)) return RiskRefusals.RunnersOnly(assessment, turn);
        if (assessment.Links.IsEmpty) return new Refusal("No address of a report was given yet.");
        return new Decision
        {
            Changes = state.Change(assessment with { Links = assessment.Links.Clear() }),
            Tell = $"The addresses of all reports of {assessment.Name} lead nowhere now. New ones: /risk report",
        };
    }

    private Refusal NoSuchVersion(Assessment assessment) => new(assessment.Frozen.IsDefaultOrEmpty
        ? $"No version is frozen yet; v{assessment.Version} is worked on. Its report: /risk report. To freeze it: "
            + "/risk freeze"
        : $"There is no v{Version}. Frozen are "
            + $"{Phrases.Join([.. assessment.Frozen.Select(one => "v" + one.Version)])}.");

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.Text.Equals("revoke", StringComparison.OrdinalIgnoreCase)) return new ShowReport(null, Revoke: true);
        var file = AFile().Match(input.Text);
        // The card leads to every form of it.
        var text = AForm().Replace(input.Text[file.Length..], "");
        var whom = ForWhom().Match(text);
        var typed = whom.Success ? text[..whom.Index].TrimEnd() : text;
        var version = AssessmentVersion.Read(typed);
        if (version is null && typed.Length > 0)
            return ParsedCommand.Wrong(
                "Of which version, and for whom? Such as v1.0 for TLP:GREEN, or nothing for the one that is worked "
                    + "on.");
        Tlp? audience = null;
        if (whom.Success)
        {
            audience = TlpLabels.Read(whom.Groups[1].Value);
            if (audience is null)
                return ParsedCommand.Wrong("For whom? A TLP label: clear, green, amber, amber+strict or red.");
        }
        return new ShowReport(version, audience) { AsFile = file.Success };
    }

    [GeneratedRegex(@"^(?:as\s{1,3}a\s{1,3})?file(?:\s{1,3}|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AFile();

    [GeneratedRegex(
        @"^(?:as\s{1,3})?(?:an?\s{1,3})?(?:pdf|html|page|markdown|md|csv|excel|xlsx|json)(?:\s{1,3}|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AForm();

    [GeneratedRegex(@"(?:^|(?<=\s))for\s{1,3}(.{1,20})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForWhom();
}
