using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using MeetingBot.Risks.Criteria;
using NodaTime;

namespace MeetingBot.Risks.Report;

/// <summary>
/// The forms of OSCAL's data types, whatever people have typed. Learnt of the schemas of 1.0.6, 1.1.2, 1.2.0 and 1.2.1, by
/// which the same documents were valid.
/// </summary>
public sealed partial class OscalFormTests
{
    // What each object may hold beside what it must.
    private static readonly Dictionary<string, (string[] Must, string[] May)> Members = new()
    {
        ["plan-of-action-and-milestones"] = (["uuid", "metadata", "system-id", "poam-items"], ["risks"]),
        ["metadata"] = (["title", "last-modified", "version", "oscal-version"], ["props"]),
        ["system-id"] = (["identifier-type", "id"], []),
        ["risks"] = (["uuid", "title", "description", "statement", "status"], ["props", "links", "characterizations", "mitigating-factors", "deadline", "remediations"]),
        ["characterizations"] = (["origin", "facets"], []),
        ["origin"] = (["actors"], []),
        ["actors"] = (["type", "actor-uuid"], []),
        ["facets"] = (["name", "system", "value"], ["props"]),
        ["mitigating-factors"] = (["uuid", "description"], []),
        ["remediations"] = (["uuid", "lifecycle", "title", "description"], ["props"]),
        ["props"] = (["name", "value"], ["ns"]),
        ["links"] = (["href"], ["rel"]),
        ["poam-items"] = (["title", "description"], ["uuid", "related-risks"]),
        ["related-risks"] = (["risk-uuid"], []),
    };

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["status"] = ["open", "investigating", "remediating", "deviation-requested", "deviation-approved", "closed"],
        ["lifecycle"] = ["recommendation", "planned", "completed"],
        ["rel"] = ["reference"],
        ["type"] = ["tool"],
        ["system"] = ["http://csrc.nist.gov/ns/oscal"],
        ["oscal-version"] = ["1.1.2"],
    };

    public static TheoryData<string> Texts =>
    [
        "plain", "", " ", "\n", "\uFEFF", " \uFEFF\t", "  before", "behind ", "\uFEFFbefore", "a\nb", "a\r\nb", "a\tb", "a\u2028b", "\u0085x", "\u3000x\u00A0",
        "\u202Eturned", "bell\u0007", "nul\0", "half \uD83D", "whole \U0001F600", "\u000B", "<b>&\"\\", new string('w', 3_000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void WhateverIsTyped_IsWrittenInTheFormsOfOscal(string text)
    {
        var matrix = WorkedAssessment.Document.Criteria.Matrix;
        AssertFormed(WorkedAssessment.Document with
        {
            Title = text, Version = text, Group = text,
            Criteria = WorkedAssessment.Document.Criteria with
            {
                Matrix = new RiskMatrix(text, [.. matrix.Levels.Select((level, at) => at % 2 == 0 ? text : text + level)], matrix.Cells),
            },
            Assets = [.. WorkedAssessment.Document.Assets.Select(asset => asset with { Name = text })],
            Risks =
            [
                .. WorkedAssessment.Document.Risks.Select(risk => risk with
                {
                    Title = text, Description = text, Mitigation = text, Workflow = text, Aliases = [text, "M1", "M1" + text],
                    References = [text, "https://a.example/" + text, "http://" + text],
                    Treatment = risk.Treatment is { } treatment ? treatment with { Addressee = text, Recommendation = text } : null,
                }),
            ],
        });
    }

    [Theory]
    [InlineData("https://a.example/x?q=1#y", "https://a.example/x?q=1#y")]
    [InlineData("HTTPS://A.Example", "https://a.example/")]
    [InlineData("https://a.example/a b|c", "https://a.example/a%20b%7Cc")]
    [InlineData("https://a.example/\u00E9", "https://a.example/%C3%A9")]
    [InlineData("https://m\u00FCnchen.example:8443/", "https://xn--mnchen-3ya.example:8443/")]
    [InlineData("https://a.example/?q=[1]", "https://a.example/?q=%5B1%5D")]
    [InlineData("http://[2001:db8::1]/x", "http://[2001:db8::1]/x")]
    [InlineData("page 3", null)]
    [InlineData("ftp://a.example/x", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("https://a.example/#a#b", null)]
    public void Reference_IsAnAddressAsRfc3986WritesIt_OrNone(string typed, string? written)
    {
        var json = AssertFormed(WorkedAssessment.Document with
        {
            Risks = [WorkedAssessment.Document.Risks[0] with { References = [typed] }],
        });
        var risk = json.GetProperty("risks")[0];
        Assert.Equal(written, risk.TryGetProperty("links", out var links) ? links[0].GetProperty("href").GetString() : null);
    }

    [Fact]
    public void Date_ThatCannotBeWritten_IsLeftOut_OrTheNearest()
    {
        foreach (var (year, at) in ((int, string)[])[(1, "1900-01-01T00:00:00Z"), (9999, "2999-12-31T23:59:59Z"), (2024, "2024-02-29T00:00:00Z")])
        {
            var due = new LocalDate(year, 2, 28).PlusDays(year == 2024 ? 1 : 0);
            var json = AssertFormed(WorkedAssessment.Document with
            {
                At = due.AtMidnight().InUtc().ToInstant(),
                Risks = [WorkedAssessment.Document.Risks[0] with { Treatment = new Treatment(TreatmentKind.Reduce, DueOn: due) }],
            });
            Assert.Equal(at, json.GetProperty("metadata").GetProperty("last-modified").GetString());
            Assert.Equal(year == 2024, json.GetProperty("risks")[0].TryGetProperty("deadline", out _));
        }
    }

    [Fact]
    public void NothingScored_NothingTreated_NothingThere_OrNoLongerThere_IsFormedToo()
    {
        var document = WorkedAssessment.Document;
        AssertFormed(document);
        AssertFormed(document with { Risks = [.. document.Risks.Select(risk => risk with { Result = null, Residual = null, Treatment = null })] });
        foreach (var gone in ImmutableArray.Create<AssessmentDocument>(
            document with { Risks = [] },
            document with { Risks = [.. document.Risks.Select(risk => risk with { State = RiskState.Dropped })] }))
            Assert.False(AssertFormed(gone).TryGetProperty("risks", out _));
    }

    [Theory]
    [InlineData(TreatmentKind.Reduce, "mitigate")]
    [InlineData(TreatmentKind.Avoid, "avoid")]
    [InlineData(TreatmentKind.Transfer, "transfer")]
    [InlineData(TreatmentKind.Accept, "accept")]
    public void Remediation_HasItsTypeInOscalsWords(TreatmentKind kind, string type)
    {
        var json = AssertFormed(WorkedAssessment.Document with
        {
            Risks = [WorkedAssessment.Document.Risks[0] with { Treatment = new Treatment(kind) }],
        });
        var prop = json.GetProperty("risks")[0].GetProperty("remediations")[0].GetProperty("props")[0];
        Assert.Equal(("type", type), (prop.GetProperty("name").GetString(), prop.GetProperty("value").GetString()));
    }

    /// <summary>The plan.</summary>
    private static JsonElement AssertFormed(AssessmentDocument document)
    {
        var plan = JsonDocument.Parse(OscalRisks.Write(document)).RootElement.GetProperty("plan-of-action-and-milestones");
        AssertFormed("plan-of-action-and-milestones", plan);
        return plan;
    }

    private static void AssertFormed(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                Assert.True(value.GetArrayLength() > 0, $"{name} is an empty list.");
                foreach (var item in value.EnumerateArray()) AssertFormed(name, item);
                break;
            case JsonValueKind.Object:
                var (must, may) = Members[name];
                var there = value.EnumerateObject().Select(member => member.Name).ToList();
                Assert.Empty(must.Except(there));
                Assert.Empty(there.Except(must).Except(may));
                foreach (var member in value.EnumerateObject()) AssertFormed(member.Name, member.Value);
                break;
            default:
                var text = value.GetString()!;
                Assert.True(IsFormed(name, text), $"{name}: '{text}'");
                break;
        }
    }

    private static bool IsFormed(string name, string text) => name switch
    {
        "uuid" or "actor-uuid" or "risk-uuid" => Uuid().IsMatch(text),
        "name" => Token().IsMatch(text),
        "title" => text.Length > 0 && !text.Contains('\n', StringComparison.Ordinal),
        "version" or "value" or "id" => OneLine().IsMatch(text),
        "last-modified" or "deadline" => Moment().IsMatch(text),
        "href" => Reference().IsMatch(text),
        "ns" or "identifier-type" => Address().IsMatch(text),
        "description" or "statement" => text.Trim().Length > 0,
        _ => Words[name].Contains(text),
    };

    [GeneratedRegex(@"^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\z")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}._-]*\z")]
    private static partial Regex Token();

    // As JavaScript reads it, to which U+FEFF is a space.
    [GeneratedRegex(@"^[^\s\uFEFF]([^\n\r\u2028\u2029]*[^\s\uFEFF])?\z")]
    private static partial Regex OneLine();

    [GeneratedRegex(@"^(19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ\z")]
    private static partial Regex Moment();

    // Brackets around the number of a host alone, one # at most, and a percent sign before its two digits.
    [GeneratedRegex(@"^https?://(\[[0-9a-f:.]+\])?([\w.~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*(#([\w.~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*)?$", RegexOptions.ECMAScript)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.-]+:[!-~]+\z")]
    private static partial Regex Address();
}
