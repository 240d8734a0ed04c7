using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary><c>store copy</c> by the command line, from SQLite to Azurite and back.</summary>
[Collection(OneAtATime.Name)]
public sealed class StoreCopyTests
{
    private const int Lines = 3_000;

    [Fact]
    public async Task ThereAndBack_InterruptedAndResumed_TheGroupIsTheSame()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        var chat = new Chat(connector, "moved");
        var (file, back) = (folder.File("first.db"), folder.File("back.db"));
        var before = await FillAsync(folder, chat, connector, file);

        await CopyAndKillAsync(folder, file, azurite.ConnectionString);
        var resumed = await CopyAsync(folder, file, azurite.ConnectionString);
        Assert.Contains("going on from an earlier run. Both sides hold the same", resumed, StringComparison.Ordinal);
        await CopyAsync(folder, azurite.ConnectionString, back);
        var there = $"--Storage:ConnectionString={azurite.ConnectionString}";
        await using var onAzurite = await BotProcess.StartAsync(folder.Path, there);
        await using var onFile = await BotProcess.StartAsync(folder.Path, $"--Storage:Path={back}");

        Assert.Equal(Lines, before.Lines.Count);
        Assert.Equal(before.Everything, (await chat.ExportAsync(onAzurite)).Everything);
        Assert.Equal(before.Everything, (await chat.ExportAsync(onFile)).Everything);
        await chat.AskAsync(onFile, "Mara", "after", "note: and it goes on");
    }

    [Fact]
    public async Task SourceThatIsNotThere_IsSaidAndNothingIsMade()
    {
        using var folder = new TemporaryFolder();
        var (typo, target) = (folder.File("typo.db"), folder.File("target.db"));

        await using var run = Start(folder, typo, target);

        Assert.Equal(1, await run.EndAsync());
        Assert.Contains($"There is no store {typo}.", run.Printed, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task CopiedWhileItRuns_IsWhatWasAnsweredUntilThen()
    {
        using var folder = new TemporaryFolder();
        await using var connector = await FakeConnector.StartAsync();
        var chat = new Chat(connector, "running");
        var (file, copy) = (folder.File("first.db"), folder.File("copy.db"));
        await using var bot = await BotProcess.StartAsync(folder.Path, $"--Storage:Path={file}");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");
        await chat.AskAsync(bot, "Luna", "note", "note: before the copy");

        var said = await CopyAsync(folder, file, copy);

        Assert.Contains("Both sides hold the same", said, StringComparison.Ordinal);
        await chat.AskAsync(bot, "Luna", "after", "note: after the copy");
        await using var copied = await BotProcess.StartAsync(folder.Path, $"--Storage:Path={copy}");
        Assert.Contains("before the copy", Assert.Single((await chat.ExportAsync(copied)).Lines), StringComparison.Ordinal);
    }

    private static async Task<Export> FillAsync(
        TemporaryFolder folder, Chat chat, FakeConnector connector, string file)
    {
        await using var bot = await BotProcess.StartAsync(folder.Path, $"--Storage:Path={file}");
        await chat.AskAsync(bot, "Luna", "start", "/meeting start");
        const string odd = "\ud83d\ude00 / \\ # ? % 'quoted' \"twice\"";
        await chat.AskAsync(bot, "Luna", "add", $"/agenda add Token lifetimes 15m\n{odd}");
        await chat.AskAsync(bot, "Luna", "action", "ACTION: Luna to share the document by Friday");
        // Sixty lines a message.
        for (var message = 0; message < Lines / 60; message++)
        {
            var lines = Enumerable.Range(0, 60).Select(line => $"note: line {message}-{line} {new string('x', 200)}");
            Assert.Equal(200, (await chat.SayAsync(bot, "Mara", $"lines-{message}", string.Join('\n', lines))).Status);
        }
        await connector.ReplyAsync(chat.Id, $"lines-{(Lines / 60) - 1}");
        var export = await chat.ExportAsync(bot);
        Assert.Equal(0, await bot.StopAsync(TimeSpan.FromSeconds(10)));
        return export;
    }

    // It has said that it is past its first mark, and is killed in its middle.
    private static async Task CopyAndKillAsync(TemporaryFolder folder, string from, string to)
    {
        await using var run = Start(folder, from, to);
        await run.Output.WaitAsync(
            line => line == ProgramRun.Ended
                || (line.StartsWith("Copying", StringComparison.Ordinal) && Rows(line) >= 1_500),
            TimeSpan.FromSeconds(60), () => "its progress");
        run.Kill();
        Assert.NotEqual(0, await run.EndAsync());
    }

    private static async Task<string> CopyAsync(TemporaryFolder folder, string from, string to)
    {
        await using var run = Start(folder, from, to);
        var code = await run.EndAsync();
        Assert.True(code == 0, run.Printed);
        return run.Printed;
    }

    private static ProgramRun Start(TemporaryFolder folder, string from, string to) =>
        ProgramRun.Start(folder.Path, "Production", "store", "copy", "--from", from, "--to", to);

    private static int Rows(string line) =>
        int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
}
