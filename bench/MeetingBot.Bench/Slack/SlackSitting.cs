using MeetingBot.Bench.Rounds;

namespace MeetingBot.Bench.Slack;

/// <summary>Commands and votes of Slack, measured in one sitting and printed.</summary>
internal static class SlackSitting
{
    /// <summary>Whether nothing was lost, doubled or refused.</summary>
    public static async Task<bool> RunAsync(Options options)
    {
        var subjects = SlackSubject.Of(options);
        var runs = subjects.ToDictionary(subject => subject, _ => new List<Figures>());
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var subject in subjects)
            {
                var figures = await SlackRound.RunAsync(subject, options);
                runs[subject].Add(figures);
                await Console.Error.WriteLineAsync($"round {round}: {SlackTables.Row(subject, figures)}");
            }
        }
        var medians = subjects.ConvertAll(subject => (Subject: subject, Figures: Figures.Median(runs[subject])));
        Console.WriteLine(FormattableString.Invariant($"\n{SlackPeople.Channels:N0} channels, {SlackPeople.Members} people:\n\n{SlackTables.Commands(medians)}"));
        var sound = medians.TrueForAll(median => median.Figures is { Refused: 0, Faults: 0 });
        if (!options.Slack) return sound;

        var votes = await SlackPollRound.RunAsync(options);
        Console.WriteLine("\n" + SlackTables.Of(votes));
        return sound && votes.Sound;
    }
}
