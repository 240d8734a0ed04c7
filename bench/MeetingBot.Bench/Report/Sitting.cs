using System.Globalization;
using MeetingBot.Bench.Phrases;
using MeetingBot.Bench.Rounds;
using MeetingBot.Bench.Slack;

namespace MeetingBot.Bench.Report;

/// <summary>Everything that the options ask for, measured in one sitting and printed.</summary>
internal static class Sitting
{
    /// <summary>0 when nothing was lost, doubled or refused.</summary>
    public static async Task<int> RunAsync(Options options, string[] args)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"""
            {Machine.Describe()}.
            `dotnet run -c Release --project bench/MeetingBot.Bench -- {string.Join(' ', args)}`:
            {options.Connections} connections, {options.Conversations:N0} conversations, {options.WarmUp} s warm-up, {options.Seconds} s measured, median of {options.Rounds}.

            """));
        var sound = true;
        if (options.Lines) sound &= await LoadAsync(options);
        if (options.Lines && options.Azurite) sound &= await AzuriteAsync(options);
        if (options.Growth) Console.WriteLine("\n" + Tables.Of(await GrowthRound.RunAsync(options)));
        if (options.Ballots) sound &= await BallotsAsync(options);
        if (options.Phrases) Console.WriteLine($"\n{PhraseTables.Speed(PhraseRound.Run())}\n\n{PhraseTables.Start(FirstPhrase.Measure(options))}");
        if (options.Tally) Console.WriteLine("\n" + PollTables.Steps(await TallyRound.RunAsync()));
        if (options.Report) Console.WriteLine("\n" + RiskTables.Steps(await ReportRound.RunAsync()));
        if (options.Scores)
        {
            var scores = await ScoreRound.RunAsync(options);
            Console.WriteLine("\n" + scores.Table);
            sound &= scores.Sound;
        }
        if (options.Slack || options.Bolt) sound &= await SlackSitting.RunAsync(options);
        return sound ? 0 : 1;
    }

    private static async Task<bool> BallotsAsync(Options options)
    {
        List<(string Store, BallotFigures Figures)> stores = [("SQLite", await BallotRound.OnSqliteAsync(options))];
        if (options.Azurite) stores.Add(("Azurite, 10 s", await BallotRound.OnAzuriteAsync(options)));
        Console.WriteLine("\n" + PollTables.Stores(stores));
        var grown = await BallotGrowthRound.RunAsync(options);
        Console.WriteLine("\n" + PollTables.Growth(grown));
        return stores.All(run => run.Figures.Sound) && grown.All(poll => poll.Figures.Sound);
    }

    private static async Task<bool> LoadAsync(Options options)
    {
        var subjects = Subject.Of(options);
        var runs = subjects.ToDictionary(subject => subject, _ => new List<Figures>());
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var subject in subjects)
            {
                var figures = await LoadRound.RunAsync(subject, options);
                runs[subject].Add(figures);
                await Console.Error.WriteLineAsync($"round {round}: {Tables.Row(subject.Name, figures)}");
            }
        }
        Console.WriteLine(Tables.Head);
        var medians = runs.ToDictionary(run => run.Key, run => Figures.Median(run.Value));
        foreach (var (subject, figures) in medians) Console.WriteLine(Tables.Row(subject.Name, figures));
        if (medians.TryGetValue(Subject.Floor, out var floor))
            foreach (var (subject, figures) in medians)
                if (subject != Subject.Floor) Console.WriteLine(Tables.Ratio(subject.Name, figures, floor));
        return medians.Values.All(figures => figures is { Refused: 0, Faults: 0 });
    }

    private static async Task<bool> AzuriteAsync(Options options)
    {
        var (figures, reads, batches) = await AzuriteRound.RunAsync(options);
        Console.WriteLine($"\n{Tables.Head}\n{Tables.Row("MeetingBot on Azurite, 10 s", figures)}\n\n{Tables.StoreCalls(reads, batches)}");
        return figures is { Refused: 0, Faults: 0 };
    }
}
