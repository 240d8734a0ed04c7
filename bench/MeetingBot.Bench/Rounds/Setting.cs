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

    public Setting(DirectoryInfo folder, ConnectorProcess connector, BotProcess bot, LoadGenerator load, AuthenticatedDoor? door = null)
    {
        (_folder, _door) = (folder, door);
        (Connector, Bot, Load) = (connector, bot, load);
    }

    public ConnectorProcess Connector { get; }

    public BotProcess Bot { get; }

    public LoadGenerator Load { get; }

    /// <summary>Where a new SQLite file is.</summary>
    public string Store => StoreIn(_folder);

    /// <summary>A new folder for a bot; not among temporary files: they may be kept in memory, and a commit is to reach the disk.</summary>
    public static DirectoryInfo NewFolder() =>
        Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", $"bench-{Guid.NewGuid():N}"));

    public static string StoreIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "bench.db");

    /// <param name="store">Settings of the store; null for a new SQLite file.</param>
    public static async Task<Setting> StartAsync(
        Subject subject, int connections, int conversations, Dictionary<string, string>? store = null, bool inGroup = false)
    {
        var folder = NewFolder();
        var connector = ConnectorProcess.Start("connector", conversations);
        var door = subject.Tokens > 0 ? new AuthenticatedDoor(connector.Address, subject.Tokens) : null;
        var settings = new Dictionary<string, string>(door?.Settings ?? []);
        foreach (var (name, value) in store ?? new() { ["Storage__Path"] = StoreIn(folder) }) settings[name] = value;
        var bot = await BotProcess.StartAsync(subject.Program, folder.FullName, Loopback.FreePort(), settings);
        var load = new LoadGenerator(
            bot.Port, () => new Activities(connector.Address, subject.LineText, inGroup), connections, conversations, door?.Tokens ?? []);
        return new Setting(folder, connector, bot, load, door);
    }

    public void Dispose()
    {
        Bot.Dispose();
        _door?.Dispose();
        Connector.Dispose();
        _folder.Delete(recursive: true);
    }
}
