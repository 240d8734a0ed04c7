using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks.Report;

public sealed class AssessmentJsonTests
{
    [Fact]
    public void WhatIsWritten_IsReadAsItWas()
    {
        var (read, problem) = AssessmentJson.Read(AssessmentJson.Write(WorkedAssessment.Document));
        Assert.Null(problem);
        Same(WithoutPair(WorkedAssessment.Document), read, "document");
        Assert.Equal(AssessmentJson.Write(WorkedAssessment.Document), AssessmentJson.Write(read!));
    }

    [Fact]
    public void ValuesThatLookLikeNothing_AreReadAsTheyWere()
    {
        var result = new RiskResult(0, default, [new DimensionResult(RiskDimension.Likelihood, [0, 0, 0, 0, 0], 0, 0, 0)]) { Settled = true };
        var document = WorkedAssessment.Document with
        {
            Tlp = Tlp.Clear, Frozen = false, Authors = [], Communities = [new WeighedCommunity("", 0)],
            Criteria = ShippedCriteria.Wlcg with { HighFrom = 0, ByNeed = false },
            Risks =
            [
                new RiskScenario("TR-1", "", 0)
                {
                    Tlp = Tlp.Clear, Result = result, Earlier = [result], Residual = result with { Agreed = new AgreedValue(1, 1, "") },
                    Treatment = new Treatment(TreatmentKind.Reduce),
                },
            ],
            Threats = [new Threat("T", "", Stride.Spoofing)], Previous = null,
        };
        var (read, problem) = AssessmentJson.Read(AssessmentJson.Write(document));
        Assert.Null(problem);
        Assert.Equal((Tlp.Clear, Tlp.Clear, Stride.Spoofing), (read!.Tlp, read.Risks[0].Tlp, read.Threats[0].Stride));
        Assert.True(read.Risks[0].Result!.Settled);
        Assert.Equal(new AgreedValue(1, 1, ""), read.Risks[0].Residual!.Agreed);
        Assert.Equal(AssessmentJson.Write(document), AssessmentJson.Write(read));
    }

    [Theory]
    [InlineData("wlcg")]
    [InlineData("egi")]
    [InlineData("lcg")]
    [InlineData("nist")]
    public void EverySetOfCriteria_RoundTrips(string set)
    {
        var document = new AssessmentDocument(1, "A", "1", default, true, ShippedCriteria.Find(set)!, [], [], []);
        Same(document.Criteria, AssessmentJson.Read(AssessmentJson.Write(document)).Document!.Criteria, set);
    }

    [Fact]
    public void WhatIsMissing_IsEmpty()
    {
        var bare = Changed(document =>
        {
            foreach (var name in new[] { "group", "scopeIn", "scopeOut", "workflows", "communities", "assets", "threats", "rationales", "previous" })
                document.Remove(name);
            var risk = document["risks"]![0]!.AsObject();
            foreach (var name in risk.Select(pair => pair.Key).Except(["id", "title", "generation"]).ToList()) risk.Remove(name);
        });
        var (read, problem) = AssessmentJson.Read(bare);
        Assert.Null(problem);
        Assert.Equal(("", "", 0, true), (read!.ScopeIn, read.Risks[0].Description, read.Risks[0].History.Length, read.Risks[0].Active));
        Assert.NotEmpty(ReportMarkdown.Write(RiskReport.Of(read)));
    }

    [Fact]
    public void NobodysScoreOrName_IsInIt()
    {
        var text = Encoding.UTF8.GetString(AssessmentJson.Write(WorkedAssessment.Document));
        Assert.DoesNotContain("M1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("member\"", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Types(typeof(AssessmentDocument), []), type => type == typeof(Person));
    }

    [Theory]
    [InlineData("", "This is no assessment")]
    [InlineData("[]", "This is no assessment: it has no \"schema\".")]
    [InlineData("{}", "This is no assessment: it has no \"schema\".")]
    [InlineData("{\"schema\":\"1\"}", "This is no assessment: it has no \"schema\".")]
    [InlineData("{\"schema\":2}", "This is schema 2 of an assessment; I read schema 1.")]
    [InlineData("{\"schema\":1}", "This is no assessment that I can read")]
    [InlineData("{\"schema\":1,\"schema\":1}", "This is no assessment")]
    [InlineData("not json", "This is no assessment")]
    public void WhatIsNone_IsRefusedInWords(string text, string words)
    {
        var (read, problem) = AssessmentJson.Read(Encoding.UTF8.GetBytes(text));
        Assert.Null(read);
        Assert.StartsWith(words, problem, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "risks.0.id", "\"TR-2\"" },
        { "risks.0.id", "\"x\"" },
        { "risks.0.id", "null" },
        { "risks.0.id", "\"tr-1\"" },
        { "risks.0.title", "null" },
        { "risks.0", "null" },
        { "risks.0.description", "5" },
        { "risks.0.references", "[null]" },
        { "risks.0.references", "null" },
        { "risks.0.result.dimensions.0.counts", "[2000000000,2000000000,0,0,0]" },
        { "risks.0.result.dimensions.0.counts", "[-1,0,0,0,0]" },
        { "risks.0.result.dimensions.0.counts", "[1]" },
        { "risks.0.result.dimensions.0.dimension", "\"Integrity\"" },
        { "risks.0.result.dimensions.0.dimension", "\"Impact\"" },
        { "risks.0.result.dimensions.0.dimension", "99" },
        { "risks.0.result.dimensions.0.eligible", "2" },
        { "risks.0.result.dimensions.0.weighted.highMedian", "9" },
        { "risks.0.result.agreed", "{\"likelihood\":6,\"impact\":1,\"reason\":\"\"}" },
        { "risks.0.result.agreed", "{\"likelihood\":1,\"impact\":1,\"reason\":null}" },
        { "risks.0.result.at", "\"yesterday\"" },
        { "risks.0.treatment.dueOn", "\"2027-02-30\"" },
        { "criteria", "null" },
        { "criteria.matrix.cells", "[[0]]" },
        { "criteria.matrix.cells", "[[9,9,9,9,9],[0,0,0,0,0],[0,0,0,0,0],[0,0,0,0,0],[0,0,0,0,0]]" },
        { "criteria.matrix.levels", "[]" },
        { "criteria.highFrom", "7" },
        { "criteria.likelihood.highest", "2147483647" },
        { "criteria.likelihood.lowest", "0" },
        { "rounds.0.cast.0.counts", "[1]" },
        { "rounds.0.cast.0.counts", "[2147483647,2147483647,0,0,0]" },
        { "communities.0.weight", "-1" },
        { "communities.0.weight", "1e999" },
        { "authors", "[null]" },
        { "at", "12" },
        { "tlp", "\"PURPLE\"" },
        { "previous.risks.0.id", "\"x\"" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void WhatCantBe_IsRefusedInWords(string place, string value)
    {
        var (read, problem) = AssessmentJson.Read(Changed(document =>
        {
            JsonNode at = document;
            var steps = place.Split('.');
            foreach (var step in steps[..^1]) at = int.TryParse(step, out var index) ? at[index]! : at[step]!;
            var put = JsonNode.Parse(value);
            if (int.TryParse(steps[^1], out var last)) at[last] = put;
            else at[steps[^1]] = put;
        }));
        Assert.Null(read);
        Assert.NotEmpty(problem!);
        Assert.DoesNotContain("Exception", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsTooMuch_IsRefused()
    {
        Assert.Contains("MiB", AssessmentJson.Read(new byte[AssessmentJson.MostBytes + 1]).Problem, StringComparison.Ordinal);
        Assert.Contains("8000 characters", AssessmentJson.Read(Changed(document => document["scopeIn"] = new string('x', 8_001))).Problem, StringComparison.Ordinal);
        var deep = Encoding.UTF8.GetBytes("{\"schema\":1,\"previous\":" + string.Concat(Enumerable.Repeat("{\"previous\":", 10_000)));
        Assert.NotNull(AssessmentJson.Read(deep).Problem);
    }

    [Fact]
    public void OfTheVersionBefore_ItHoldsNoneBefore()
    {
        var document = WorkedAssessment.Document with { Previous = WorkedAssessment.Document };
        Assert.Null(AssessmentJson.Read(AssessmentJson.Write(document)).Document!.Previous!.Previous);
    }

    // A community of two scores is not handed out.
    private static AssessmentDocument WithoutPair(AssessmentDocument document) => document with
    {
        Risks =
        [
            .. document.Risks.Select(risk => risk.Result is not { } result ? risk : risk with
            {
                Result = result with
                {
                    Dimensions = [.. result.Dimensions.Select(one => one with { Communities = [.. one.Communities.Where(found => found.Name != "Pair")] })],
                },
            }),
        ],
    };

    private static byte[] Changed(Action<JsonObject> change)
    {
        var document = JsonNode.Parse(AssessmentJson.Write(WorkedAssessment.Document))!.AsObject();
        change(document);
        return JsonSerializer.SerializeToUtf8Bytes(document);
    }

    // Every property that can be written, whichever it is: a new one that is forgotten is found here.
    private static void Same(object? expected, object? actual, string where)
    {
        if (expected is null || actual is null || expected is string || expected.GetType().IsPrimitive || expected.GetType().IsEnum
            || expected.GetType().Namespace == "NodaTime")
            Assert.True(Equals(expected, actual), $"{where}: {expected} became {actual}");
        else if (expected is IEnumerable many)
        {
            var (one, other) = (many.Cast<object?>().ToList(), ((IEnumerable)actual).Cast<object?>().ToList());
            Assert.True(one.Count == other.Count, $"{where}: {one.Count} became {other.Count}");
            for (var at = 0; at < one.Count; at++) Same(one[at], other[at], $"{where}[{at}]");
        }
        else
        {
            foreach (var property in Written(expected.GetType()))
                Same(property.GetValue(expected), property.GetValue(actual), $"{where}.{property.Name}");
        }
    }

    private static IEnumerable<PropertyInfo> Written(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && (property.CanWrite || type == typeof(RiskMatrix)));

    private static HashSet<Type> Types(Type type, HashSet<Type> seen)
    {
        foreach (var inner in type.GenericTypeArguments.Append(type))
        {
            if (inner.Namespace?.StartsWith("MeetingBot", StringComparison.Ordinal) is not true || !seen.Add(inner)) continue;
            foreach (var property in Written(inner)) Types(property.PropertyType, seen);
        }
        return seen;
    }
}
