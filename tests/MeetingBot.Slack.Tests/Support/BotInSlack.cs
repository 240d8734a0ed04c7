namespace MeetingBot.Slack.Tests.Support;

/// <summary>A test of the whole bot in a Slack of its own, which stops with it.</summary>
public abstract class BotInSlack : IAsyncLifetime
{
    private protected FakeSlack _slack = null!;
    private protected SlackBot _bot = null!;

    public async Task InitializeAsync()
    {
        _slack = await SlackAsync();
        _bot = await SlackBot.StartAsync(_slack);
        await BeginAsync();
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
    }

    /// <summary>With its workspaces; the usual one if a test says nothing else.</summary>
    private protected virtual Task<FakeSlack> SlackAsync() => FakeSlack.StartAsync(SlackBot.Workspace());

    /// <summary>What has happened before each test.</summary>
    private protected virtual Task BeginAsync() => Task.CompletedTask;
}
