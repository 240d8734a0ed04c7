using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MeetingBot.Risks.Report;

/// <summary>
/// The risks of an assessment as OSCAL (usnistgov/OSCAL, plan of action and milestones 1.1.2, with the risks of its
/// assessment-common): likelihood, impact and level of today as the initial state, what is left as the adjusted one.
/// Nobody is named: neither who scored, nor who wrote, nor who acts.
/// </summary>
public static class OscalRisks
{
    private const string System = "http://csrc.nist.gov/ns/oscal";
    private const string Own = "urn:meetingbot:risk";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document as JSON text.</summary>
    public static string Write(AssessmentDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("plan-of-action-and-milestones");
            Head(json, document);
            var risks = ExportedRisks.Of(document);
            if (risks.Length > 0) json.WriteList("risks", risks, risk => Risk(json, document, risk));
            Items(json, document, risks);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Head(Utf8JsonWriter json, AssessmentDocument document)
    {
        json.WriteString("uuid", NameUuid.Of("document", document.Group, document.Title, document.Version,
            document.At.ToString()));
        json.WriteStartObject("metadata");
        json.WriteString("title", OscalText.Line(document.Title, "Risk assessment"));
        json.WriteString("last-modified", OscalText.Moment(document.At));
        json.WriteString("version", OscalText.Line(document.Version, "0"));
        json.WriteString("oscal-version", "1.1.2");
        json.WriteList("props", [("marking", document.Tlp.Label())], prop => Prop(json, prop.Item1, prop.Item2, null));
        json.WriteEndObject();
        json.WriteStartObject("system-id");
        json.WriteString("identifier-type", "https://ietf.org/rfc/rfc4122");
        json.WriteString("id", NameUuid.Of("system", document.Group, document.Title));
        json.WriteEndObject();
    }

    private static void Risk(Utf8JsonWriter json, AssessmentDocument document, RiskScenario risk)
    {
        json.WriteString("uuid", Uuid(document, risk, "risk"));
        json.WriteString("title", Title(risk));
        json.WriteString("description", OscalText.Lines(risk.Description, Title(risk)));
        json.WriteString("statement", Statement(document, risk));
        json.WriteList("props", Props(risk), prop => Prop(json, prop.Name, prop.Value, Own));
        var links = risk.References.Select(OscalText.Reference).OfType<string>().Distinct().ToList();
        if (links.Count > 0)
            json.WriteList("links", links, link =>
            {
                json.WriteString("href", link);
                json.WriteString("rel", "reference");
            });
        json.WriteString("status", Status(document, risk));
        (RiskResult Result, string State)[] results =
        [
            .. risk.Result is { } now ? [(now, "initial")] : Array.Empty<(RiskResult, string)>(),
            .. risk.Residual is { } left ? [(left, "adjusted")] : Array.Empty<(RiskResult, string)>(),
        ];
        results = [.. results.Where(found => found.Result.Likelihood(document.Criteria) is not null
            || found.Result.Impact(document.Criteria) is not null)];
        if (results.Length > 0)
            json.WriteList("characterizations", results, found =>
                Characterization(json, document, found.Result, found.State));
        if (OscalText.Lines(risk.Mitigation) is { Length: > 0 } mitigation)
            json.WriteList("mitigating-factors", [mitigation], text =>
            {
                json.WriteString("uuid", Uuid(document, risk, "mitigation"));
                json.WriteString("description", text);
            });
        if (risk.Treatment?.DueOn is { } due && OscalText.HasYear(due.Year))
            json.WriteString("deadline", due.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) + "T23:59:59Z");
        if (risk.Treatment is { } treatment)
            json.WriteList("remediations", [treatment], planned => Remediation(json, document, risk, planned));
    }

    private static IEnumerable<(string Name, string Value)> Props(RiskScenario risk) =>
        [("risk-id", risk.Id), .. risk.Aliases.Select(alias => OscalText.Line(alias)).Where(alias => alias.Length > 0)
            .Select(alias => ("older-id", alias))];

    private static void Characterization(Utf8JsonWriter json, AssessmentDocument document, RiskResult result,
        string state)
    {
        json.WriteStartObject("origin");
        json.WriteList("actors", ["tool"], type =>
        {
            json.WriteString("type", type);
            json.WriteString("actor-uuid", NameUuid.Of("tool", "MeetingBot"));
        });
        json.WriteEndObject();
        (string Name, string Value)[] facets =
        [
            ("likelihood", ExportedRisks.Likelihood(document, result)),
            ("impact", ExportedRisks.Impact(document, result)),
            ("risk", OscalText.Line(ExportedRisks.Level(document, result))),
        ];
        json.WriteList("facets", facets.Where(facet => facet.Value.Length > 0), facet =>
        {
            json.WriteString("name", facet.Name);
            json.WriteString("system", System);
            json.WriteString("value", facet.Value);
            json.WriteList("props", [("state", state)], prop => Prop(json, prop.Item1, prop.Item2, null));
        });
    }

    private static void Remediation(Utf8JsonWriter json, AssessmentDocument document, RiskScenario risk,
        Treatment treatment)
    {
        var kind = treatment.Kind.ToString();
        var addressee = OscalText.Line(treatment.Addressee);
        json.WriteString("uuid", Uuid(document, risk, "remediation"));
        json.WriteString("lifecycle", treatment.DueOn is null ? "recommendation" : "planned");
        json.WriteString("title", addressee.Length > 0 ? $"{kind}: {addressee}" : kind);
        json.WriteString("description", OscalText.Lines(treatment.Recommendation, kind));
        json.WriteList("props", [("type", Response(treatment.Kind))], prop =>
            Prop(json, prop.Item1, prop.Item2, null));
    }

    private static string Response(TreatmentKind kind) => kind switch
    {
        TreatmentKind.Avoid => "avoid",
        TreatmentKind.Reduce => "mitigate",
        TreatmentKind.Transfer => "transfer",
        _ => "accept",
    };

    // A plan has one item at least.
    private static void Items(Utf8JsonWriter json, AssessmentDocument document, IReadOnlyCollection<RiskScenario> risks)
    {
        if (risks.Count == 0)
        {
            json.WriteList("poam-items", ["No risk"], title =>
            {
                json.WriteString("title", title);
                json.WriteString("description", "The assessment has no risk.");
            });
            return;
        }
        json.WriteList("poam-items", risks, risk =>
        {
            json.WriteString("uuid", Uuid(document, risk, "item"));
            json.WriteString("title", OscalText.Line($"{risk.Id}: {risk.Title}"));
            json.WriteString("description", OscalText.Lines(risk.Treatment?.Recommendation ?? "",
                OscalText.Lines(risk.Description, Title(risk))));
            json.WriteList("related-risks", [Uuid(document, risk, "risk")], uuid =>
                json.WriteString("risk-uuid", uuid));
        });
    }

    private static string Statement(AssessmentDocument document, RiskScenario risk)
    {
        string[] parts =
        [
            .. risk.Assets.IsEmpty ? Array.Empty<string>()
                : ["Assets: " + Listed(ExportedRisks.AssetNames(document, risk))],
            .. risk.Threats.IsEmpty ? Array.Empty<string>()
                : ["Threats: " + Listed(ExportedRisks.ThreatNames(document, risk))],
            .. risk.Workflow.Length == 0 ? Array.Empty<string>() : ["Workflow: " + OscalText.Line(risk.Workflow)],
        ];
        return OscalText.Lines(string.Join("; ", parts), Title(risk));
    }

    private static string Status(AssessmentDocument document, RiskScenario risk) => risk.Treatment?.Kind switch
    {
        TreatmentKind.Accept => "deviation-approved",
        not null => "remediating",
        _ => risk.Result?.Agreement(document.Criteria) is Statistics.Agreement.KnowledgeGap ? "investigating" : "open",
    };

    private static void Prop(Utf8JsonWriter json, string name, string value, string? space)
    {
        json.WriteString("name", name);
        if (space is not null) json.WriteString("ns", space);
        json.WriteString("value", value);
    }

    private static string Uuid(AssessmentDocument document, RiskScenario risk, string what) =>
        NameUuid.Of(what, document.Group, document.Title, risk.Id);

    private static string Title(RiskScenario risk) => OscalText.Line(risk.Title, risk.Id);

    private static string Listed(string names) =>
        string.Join(", ", names.Split('\n').Select(name => OscalText.Line(name)));

    private static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
