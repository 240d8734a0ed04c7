using MeetingBot.Bench.Bots;
using MeetingBot.Bench.Connector;
using MeetingBot.Bench.Load;
using MeetingBot.Bench.Rounds;
using MeetingBot.Testing;

namespace MeetingBot.Bench.Slack;

/// <summary>Starts a fresh bot with a Slack of its own.</summary>
internal static class SlackSetting
{
    public static async Task<Setting> StartAsync(SlackSubject subject, int connections, int channels)
    {
        var folder = Setting.NewFolder();
        var slack = ConnectorProcess.Start("slack", channels);
        var settings = new Dictionary<string, string>
        {
            ["Storage__Path"] = Setting.StoreIn(folder),
            ["Slack__SigningSecret"] = SignedRequests.Secret,
            ["Slack__BotToken"] = "xoxb-bench",
            ["Slack__ApiUrl"] = new Uri(slack.Address, "api/").AbsoluteUri,
            ["SLACK_SIGNING_SECRET"] = SignedRequests.Secret,
            ["NODE_ENV"] = "production",
        };
        var bot = await BotProcess.StartAsync(subject.Program, folder.FullName, Loopback.FreePort(), settings, subject.Arguments);
        var load = new LoadGenerator(bot.Port, () => new SlackCommands(slack.Address, subject.InAnswer), connections, channels, []);
        return new Setting(folder, slack, bot, load);
    }
}
