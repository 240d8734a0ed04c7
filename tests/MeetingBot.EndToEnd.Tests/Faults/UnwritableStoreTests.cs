using System.Net;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;
using Microsoft.Data.Sqlite;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>The store can be read and not written, as on a full disk.</summary>
public sealed class UnwritableStoreTests
{
    [Fact]
    public async Task CommitsFail_TheServiceIsNotReady_UntilTheyWorkAgain()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        var (chat, file) = (new Chat(connector, "full"), folder.File("store.db"));
        await using var bot = await BotProcess.StartAsync(folder.Path, $"--Storage:Path={file}");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");
        Assert.Equal(HttpStatusCode.OK, await bot.HealthAsync("ready"));

        // Whoever holds SQLite's write lock keeps everybody from writing, and nobody from reading.
        using (var other = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            other.Open();
            Run(other, "BEGIN IMMEDIATE");
            Assert.Equal(503, (await chat.SayAsync(bot, "Luna", "lost", "note: not taken")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.HealthAsync("ready"));
            Assert.Equal(HttpStatusCode.OK, await bot.HealthAsync("live"));
            Run(other, "ROLLBACK");
        }

        Assert.Equal(HttpStatusCode.OK, await bot.HealthAsync("ready"));
        await chat.AskAsync(bot, "Luna", "after", "note: taken");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
