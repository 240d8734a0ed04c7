using System.Text;
using MeetingBot.Slack.Tests.Support;

namespace MeetingBot.Slack.Tests.Stories;

/// <summary>Minutes as a file go into the chat of who asks, and to nobody else.</summary>
public sealed class HandedFileTests
{
    [Fact]
    public async Task Minutes_as_a_file_are_put_into_the_persons_own_chat()
    {
        await using var slack = await FakeSlack.StartAsync(SlackBot.Workspace());
        await using var bot = await SlackBot.StartAsync(
            slack, file: (reference, _) => ValueTask.FromResult<ReadOnlyMemory<byte>?>(Encoding.UTF8.GetBytes(reference)));
        await bot.CommandAsync("U1", "/meeting start");
        await bot.CommandAsync("U1", "/note We keep the old rooms");
        await bot.CommandAsync("U2", "/minutes file");
        await bot.Settled();

        Assert.Equal(("minutes-1.md", "D2"), Assert.Single(slack.Methods.Shared));
        Assert.Contains(slack.Methods.Messages, message => message.Channel == "D2"
            && message.All.Contains("https://bot.example/minutes/", StringComparison.Ordinal));
        Assert.DoesNotContain(slack.Methods.Messages, message => message.Channel == "C1"
            && message.All.Contains("https://bot.example/minutes/", StringComparison.Ordinal));
        Assert.Empty(slack.Problems);
    }
}
