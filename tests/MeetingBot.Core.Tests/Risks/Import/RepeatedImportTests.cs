using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace MeetingBot.Risks.Import;

/// <summary>An import that was done changes nothing when it is done again, whatever is in it.</summary>
public sealed class RepeatedImportTests
{
    private static readonly string[] Ids = ["", "", "A-1", "A-2", "a-2", "X.9", "TR-1", "TR-3a", "7", "M1"];

    private static readonly string[] Names =
        ["One", "one.", "Two", "Three  words here", "=1+1", "-5", "'quoted", "a, b", "A-1", "Zoë", "Four", "Five", "Six"];

    private static readonly string[] Texts = ["", "text", "two\nlines", "\"q\"", "a;b", "Earlier score: likelihood 1"];

    private static readonly string[] Lists = ["", "One", "One, Two", "One;New thing", "A-1", "https://a.example https://b.example"];

    [Fact]
    public void Plan_OfWhatWasDone_IsEmpty()
    {
        var rows = Gen.Elements(Ids).SelectMany(id => Gen.Elements(Names).SelectMany(name => Gen.Elements(Texts)
            .SelectMany(text => Gen.Elements(Lists).Select(list => (id, name, text, list)))));
        Prop.ForAll(
            rows.ListOf(3).Two().ToArbitrary(),
            pair =>
            {
                IsDone(ImportKind.Assets, "id;name;description;references", [.. pair.Item1], [.. pair.Item2]);
                IsDone(ImportKind.Threats, "id;name;description;references", [.. pair.Item1], [.. pair.Item2]);
                IsDone(ImportKind.Risks, "id;title;description;assets", [.. pair.Item1], [.. pair.Item2]);
                IsDone(ImportKind.Risks, "id;title;mitigation;impact", [.. pair.Item1], [.. pair.Item2]);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static void IsDone(
        ImportKind kind, string header, List<(string, string, string, string)> first, List<(string, string, string, string)> second)
    {
        var state = new State([], [], [], 1);
        state = state.After(state.Plan(Sheet(kind, header, first)));
        var sheet = Sheet(kind, header, second);
        var plan = state.Plan(sheet);
        if (!plan.Errors.IsEmpty) return;
        var again = state.After(plan).Plan(sheet);
        Assert.Empty(again.Errors);
        Assert.True(again.IsEmpty, string.Join(", ", again.Items.Where(item => !item.IsSame)));
        Assert.Empty(kind is ImportKind.Risks ? again.Assets : []);
        Assert.Equal(plan.NextRisk, again.NextRisk);
    }

    private static ImportSheet Sheet(ImportKind kind, string header, List<(string, string, string, string)> rows) => ImportReader.Read(
        kind, header + "\n" + string.Join('\n', rows.Select(row => string.Join(';', Quoted(row.Item1), Quoted(row.Item2), Quoted(row.Item3), Quoted(row.Item4)))));

    private static string Quoted(string cell) => '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private sealed record State(
        ImmutableArray<Asset> Assets, ImmutableArray<Threat> Threats, ImmutableArray<RiskScenario> Risks, int Next)
    {
        public ImportPlan Plan(ImportSheet sheet) => sheet.Kind switch
        {
            ImportKind.Assets => CataloguePlans.Assets(sheet, Assets),
            ImportKind.Threats => CataloguePlans.Threats(sheet, Threats),
            _ => new RiskPlans(Assets, Threats, Risks, Next, 1).Plan(sheet),
        };

        public State After(ImportPlan plan) => !plan.Errors.IsEmpty ? this : new(
            Put(Assets, plan.Assets, asset => asset.Id), Put(Threats, plan.Threats, threat => threat.Id),
            Put(Risks, plan.Risks, risk => risk.Id), Math.Max(Next, plan.NextRisk));

        private static ImmutableArray<T> Put<T>(ImmutableArray<T> there, ImmutableArray<Planned<T>> planned, Func<T, string> id) =>
            [.. there.Where(item => planned.All(plan => plan.Id != id(item))), .. planned.Select(plan => plan.Item)];
    }
}
