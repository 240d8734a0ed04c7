using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Slack.Tests.Support;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Slack;

/// <summary>The process is killed while Slack has one of its calls in hand; the next one goes on where it was.</summary>
public sealed partial class KilledInSlackTests
{
    private const string Ada = "Ada";
    private const int Lines = 8;

    private static readonly string[] Zone = ["--DefaultZone=Etc/UTC"];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task WhatWasAcknowledged_IsKeptOnce_AndAnsweredInItsOrder(int call)
    {
        using var folder = new TemporaryFolder();
        await using var people = await SlackPeople.StartAsync("Etc/UTC", Ada);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var acknowledged = new ConcurrentBag<int>();
        await using (var bot = await BotProcess.StartAsync(folder.Path, [.. Zone, .. people.Settings]))
        {
            await people.TypesAsync(bot.Address, Ada, "/meeting start");
            await people.SeesAsync("has started");
            var posts = 0;
            people.Slack.Failing = method =>
            {
                if (method != "chat.postMessage" || Interlocked.Increment(ref posts) < call) return null;
                reached.TrySetResult();
                return new FakeFailure(0);
            };
            // One after the other: of what is said at the same moment no order is promised.
            var typing = Task.Run(async () =>
            {
                for (var number = 1; number <= Lines; number++)
                {
                    try
                    {
                        await people.TypesAsync(bot.Address, Ada, $"/note line {number} of many");
                        acknowledged.Add(number);
                    }
                    catch (HttpRequestException)
                    {
                        // Slack tells who typed it that the bot was not there.
                    }
                }
            });
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await bot.KillAsync();
            await typing;
        }

        people.Slack.Failing = _ => null;
        await using var next = await BotProcess.StartAsync(folder.Path, [.. Zone, .. people.Settings]);
        foreach (var number in acknowledged) await people.SeesAsync($"Noted: line {number} of many");
        var told = people.Slack.Methods.Messages.Select(message => Noted().Match(message.Text))
            .Where(match => match.Success).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToList();

        await people.TypesAsync(next.Address, Ada, "/export");
        var reply = await people.SeesAsync(message => Link().IsMatch(message.All), "the export");
        var export = Export.Read(await next.Client.GetStringAsync(new Uri(Link().Match(reply.All).Value)));
        var kept = export.Lines.Select(line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(kept.Distinct(), kept);
        Assert.Empty(acknowledged.Except(kept));
        // The one that was in Slack's hands may have arrived twice; the order is that of the minutes.
        Assert.Equal(kept, told.Distinct());
    }

    [GeneratedRegex(@"Noted: line ([0-9]+) of many")]
    private static partial Regex Noted();

    [GeneratedRegex(@"http://127\S+export\S+?(?=[>|\s]|$)")]
    private static partial Regex Link();
}
