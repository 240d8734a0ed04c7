using System.Text.RegularExpressions;
using MeetingBot.EndToEnd.Tests.Faults;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Telemetry;

/// <summary>What an operator's collector gets to see of the calls to the store and to the platform.</summary>
[Collection(OneAtATime.Name)]
public sealed class ExportedTracesTests
{
    [Fact]
    public async Task Traces_TellOfEveryCall_AndHoldNoIdsAndNoKeysOfPages()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var collector = await TraceCollector.StartAsync();
        await using var bot = await BotProcess.StartAsync(
            folder.Path, $"--Storage:ConnectionString={azurite.ConnectionString}", $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}");
        var chat = new Chat(connector, "hushed");
        await chat.AskAsync(bot, "Quentin", "start", "/meeting start");
        var export = Address(await chat.AskAsync(bot, "Quentin", "export", "/export"), "/export/");
        await chat.AskAsync(bot, "Quentin", "end", "/meeting end");
        var minutes = await connector.Taken.WaitAsync(
            call => call.Text.Contains("/minutes/", StringComparison.Ordinal), TimeSpan.FromSeconds(60), () => "the minutes");
        var page = Address(minutes.Text, "/minutes/");
        await bot.Client.GetStringAsync(page);
        await bot.Client.GetStringAsync(export);
        Assert.Equal(0, await bot.StopAsync(TimeSpan.FromSeconds(30)));

        var traces = collector.Traces;
        string[] told = ["turn StartMeeting", "GET /minutes/{token}", "GET /export/{token}", "server.address"];
        Assert.All(told, what => Assert.Contains(what, traces, StringComparison.Ordinal));
        string[] secrets = ["v3/conversations", page.Segments[2].Trim('/'), export.Segments[2].Trim('/'), "hushed", "Quentin", "tenant-1"];
        Assert.DoesNotContain(secrets, secret => traces.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private static Uri Address(string text, string path) => new(Regex.Match(text, @"http://[^\s/]+" + path + @"[\w/-]+").Value);
}
