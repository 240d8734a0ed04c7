using MeetingBot.Bench.Bots;
using MeetingBot.Bench.Connector;
using MeetingBot.Bench.Door;
using MeetingBot.Bench.Load;
using MeetingBot.Testing;

namespace MeetingBot.Bench.Rounds;

/// <summary>One fresh bot with its connector, its door, its store, and the load for it.</summary>
internal sealed class Setting : IDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly AuthenticatedDoor? _door;

    private Setting(DirectoryInfo folder, ConnectorProcess connector, AuthenticatedDoor? door, BotProcess bot, LoadGenerator load)
    {
        _folder = folder;
        _door = door;
        (Connector, Bot, Load) = (connector, bot, load);
    }

    public ConnectorProcess Connector { get; }

    public BotProcess Bot { get; }

    public LoadGenerator Load { get; }

    /// <param name="store">Settings of the store; null for a new SQLite file.</param>
    public static async Task<Setting> StartAsync(
        Subject subject, int connections, int conversations, Dictionary<string, string>? store = null, bool inGroup = false)
    {
        // Not among temporary files: they may be kept in memory, and a commit is to reach the disk.
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", $"bench-{Guid.NewGuid():N}"));
        var connector = ConnectorProcess.Start(conversations);
        var door = subject.Tokens > 0 ? new AuthenticatedDoor(connector.Address, subject.Tokens) : null;
        var settings = new Dictionary<string, string>(door?.Settings ?? []);
        foreach (var (name, value) in store ?? new() { ["Storage__Path"] = Path.Combine(folder.FullName, "bench.db") }) settings[name] = value;
        var bot = await BotProcess.StartAsync(subject.Program, folder.FullName, Loopback.FreePort(), settings);
        var load = new LoadGenerator(bot.Port, connector.Address, subject.LineText, connections, conversations, door?.Tokens ?? [], inGroup);
        return new Setting(folder, connector, door, bot, load);
    }

    public void Dispose()
    {
        Bot.Dispose();
        _door?.Dispose();
        Connector.Dispose();
        _folder.Delete(recursive: true);
    }
}
