using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using MeetingBot.Risks;
using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Report;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Risks.Statistics;
using MeetingBot.Web.Pages;
using MeetingBot.Web.Reports;
using MeetingBot.Web.Reports.Printing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace MeetingBot.Bench.Rounds;

/// <summary>
/// What a report of 75 risks takes that 300 members have scored: the figures out of 45,000 scores, then the report as
/// JSON, Markdown, HTML and PDF, step by step, in process and on one thread; the PDF by the Chromium of the machine.
/// </summary>
internal static class ReportRound
{
    private const int Risks = 75;
    private const int Members = 300;

    private static readonly RiskCriteria Criteria = ShippedCriteria.Wlcg;
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 28, 12, 0);

    public static async Task<List<Step>> RunAsync()
    {
        var sheet = Sheet();
        var document = Document(sheet);
        var json = AssessmentJson.Write(document);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var html = new ReportHtml(new ComponentHtml(services, NullLoggerFactory.Instance));
        using var printer = new PdfPrinter(ChromiumProgram.Find(
            Environment.GetEnvironmentVariable("CHROMIUM"), Environment.GetEnvironmentVariable("PATH")));
        var page = await html.WriteAsync(document);
        List<Step> steps =
        [
            await MeasureAsync("statistics of all scores, alpha and W included", 10, 31, () => Done(RiskStatistics.Of(sheet, Criteria.Matrix, Criteria.Likelihood))),
            await MeasureAsync("JSON written", 5, 15, () => Done(AssessmentJson.Write(document))),
            await MeasureAsync("JSON read and checked", 5, 15, () => Done(AssessmentJson.Read(json))),
            await MeasureAsync("Markdown", 5, 15, () => Done(ReportMarkdown.Write(RiskReport.Of(document)))),
            await MeasureAsync("HTML", 10, 31, () => html.WriteAsync(document)),
        ];
        if (printer.CanPrint) steps.Add(await MeasureAsync("PDF of that HTML", 1, 5, () => printer.PrintAsync(page, CancellationToken.None)));
        return steps;
    }

    private static Task Done(object made)
    {
        GC.KeepAlive(made);
        return Task.CompletedTask;
    }

    private static async Task<Step> MeasureAsync(string name, int warmUp, int repeats, Func<Task> step)
    {
        var times = new List<TimeSpan>();
        for (var time = 0; time < warmUp + repeats; time++)
        {
            var before = Stopwatch.GetTimestamp();
            await step();
            if (time >= warmUp) times.Add(Stopwatch.GetElapsedTime(before));
        }
        times.Sort();
        return new Step(name, times[times.Count / 2], times[^1]);
    }

    // Every member scores everything but a few; the same at every run.
    private static ScoreSheet Sheet()
    {
        ImmutableArray<string> members = [.. Enumerable.Range(1, Members).Select(number => Named("M", number))];
        ImmutableArray<string> risks = [.. Enumerable.Range(1, Risks).Select(number => Named(RiskId.Prefix, number))];
        var scores = ImmutableDictionary.CreateBuilder<(string, string, RiskDimension), Score>();
        for (var member = 0; member < Members; member++)
        {
            for (var risk = 0; risk < Risks; risk++)
            {
                scores[(members[member], risks[risk], RiskDimension.Likelihood)] = Given(member, risk, 7);
                scores[(members[member], risks[risk], RiskDimension.Impact)] = Given(member, risk, 11);
            }
        }
        return new ScoreSheet(members, risks, scores.ToImmutable());
    }

    private static Score Given(int member, int risk, int by) => ((member * 13) + (risk * by)) % 53 == 0
        ? Score.DontKnow
        : Score.Of(Math.Clamp(1 + ((risk * by) % 5) + ((member * (risk + 3)) % 3) - 1, 1, 5));

    private static AssessmentDocument Document(ScoreSheet sheet) => new(
        AssessmentDocument.CurrentSchema, "Tokens in a research grid", "1.0", Now, true, Criteria, ["Nova Quill"],
        [.. sheet.Risks.Select((risk, at) => Scenario(sheet, risk, at))],
        [new RoundRecord(1, Now, Now, false, sheet.Risks, new RoundFigures(Members, Members, []), [])])
    {
        ScopeIn = "Tokens with which people and workflows reach storage and computing.",
        Assets = [new Asset("A-1", "Signing keys"), new Asset("A-2", "Access to stored data")],
        Threats = [new Threat("T-1", "Somebody gets rights that they should not have", Stride.ElevationOfPrivilege)],
        Rationales = [.. sheet.Risks.Select(risk => new RiskRationales(
            risk, [.. Enumerable.Range(1, 5).Select(number => Named("Seen by few: case ", number))],
            [.. Enumerable.Range(1, 5).Select(number => Named("Happened here: case ", number))]))],
    };

    private static RiskScenario Scenario(ScoreSheet sheet, string risk, int at)
    {
        var result = new RiskResult(1, Now, [Result(sheet, risk, RiskDimension.Likelihood), Result(sheet, risk, RiskDimension.Impact)]);
        return new RiskScenario(risk, $"Scenario {risk}: a token is used by somebody else", 1)
        {
            Description = "Whoever holds the token can act for its owner until it expires. It lies where many people log in.",
            Assets = ["A-1", "A-2"], Threats = ["T-1"], Mitigation = "Tokens live for six hours at most.",
            References = ["https://www.rfc-editor.org/rfc/rfc6819"], Result = result, Residual = result,
            Treatment = new Treatment(
                TreatmentKind.Reduce, "Update the service to version 2.4 or later.", at % 2 == 0 ? "sites" : "developers",
                "Operations", new LocalDate(2027, 1, 10), at + 1),
            History = [new RiskEvent(Now, "Written."), new RiskEvent(Now, "Scored.")],
        };
    }

    private static DimensionResult Result(ScoreSheet sheet, string risk, RiskDimension dimension)
    {
        var scores = sheet.Of(risk, dimension);
        return new DimensionResult(
            dimension, [.. Criteria.ScaleOf(dimension).Values.Select(value => scores.Count(score => score.Kind is ScoreKind.Scored && score.Value == value))],
            Members, scores.Count(score => score.Kind is ScoreKind.DontKnow), 0);
    }

    private static string Named(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);
}
