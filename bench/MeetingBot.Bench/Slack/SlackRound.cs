using MeetingBot.Bench.Connector;
using MeetingBot.Bench.Rounds;

namespace MeetingBot.Bench.Slack;

/// <summary>One measured run of commands; at its end the bot is killed, and its store must have every line once.</summary>
internal static class SlackRound
{
    // Rounds of 50 ms: longer than Slack's second between two messages of a channel.
    private const int Quiet = 30;

    public static async Task<Figures> RunAsync(SlackSubject subject, Options options)
    {
        using var setting = await SlackSetting.StartAsync(subject, options.Connections, SlackPeople.Channels);
        if (subject.Stores)
        {
            await Task.Run(setting.Load.StartMeetings);
            await SettleAsync(setting.Connector);
        }
        var figures = await LoadRound.MeasureAsync(setting, subject.Name, options, subject.InAnswer);
        if (!subject.Stores) return figures;

        var early = (await setting.Connector.CountsAsync()).Early;
        setting.Bot.Kill();
        return figures with { Faults = figures.Faults + early + await StoredLines.FaultsAsync(setting.Store, setting.Load) };
    }

    // What is said of the meetings that have begun is not to be in the window.
    private static async Task SettleAsync(ConnectorProcess slack)
    {
        var last = -1L;
        for (var quiet = 0; quiet < Quiet; quiet++)
        {
            var now = (await slack.CountsAsync()).Other;
            if (now != last) quiet = 0;
            last = now;
            await Task.Delay(50);
        }
    }
}
