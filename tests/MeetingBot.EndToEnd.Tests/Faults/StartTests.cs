using System.Net;
using MeetingBot.EndToEnd.Tests.Kit;
using MeetingBot.Testing;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>A service that can't work does not start, and says in words why.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task ProductionWithoutAnAppId_NamesTheSettingsItLacks()
    {
        using var folder = new TemporaryFolder();

        var said = await RefusedAsync(folder, "Production", $"--urls=http://127.0.0.1:{Loopback.FreePort()}");

        Assert.Contains("MicrosoftAppId", said, StringComparison.Ordinal);
        Assert.Contains("MicrosoftAppPassword", said, StringComparison.Ordinal);
        Assert.Contains("MicrosoftAppTenantId", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task ClockOfADemonstration_IsNoneInProduction()
    {
        using var folder = new TemporaryFolder();

        var said = await RefusedAsync(folder, "Production", "--Clock=2025-06-27T15:00:00+02:00");

        Assert.Contains("in the Development environment only", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClockThatIsNone_IsRefusedWithAnExample()
    {
        using var folder = new TemporaryFolder();

        var said = await RefusedAsync(folder, "Development", "--Clock=yesterday");

        Assert.Contains("'yesterday'", said, StringComparison.Ordinal);
        Assert.Contains("2025-06-27T15:00:00+02:00", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondProcessOnOneFile_IsRefusedInWordsAndTheFirstGoesOn()
    {
        using var folder = new TemporaryFolder();
        await using var first = await BotProcess.StartAsync(folder.Path);

        var said = await RefusedAsync(folder, "Development", $"--urls=http://127.0.0.1:{Loopback.FreePort()}");

        Assert.Contains("meetingbot.db", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await first.HealthAsync("ready"));
    }

    [Fact]
    public async Task TableServiceAway_IsToldInWords()
    {
        using var folder = new TemporaryFolder();
        var nowhere = Azurite.ConnectionStringAt(new Uri($"http://127.0.0.1:{Loopback.FreePort()}/{Azurite.Account}"));

        var address = $"--urls=http://127.0.0.1:{Loopback.FreePort()}";
        await RefusedAsync(folder, "Development", address, $"--Storage:ConnectionString={nowhere}");
    }

    private static async Task<string> RefusedAsync(TemporaryFolder folder, string environment, params string[] settings)
    {
        await using var run = ProgramRun.Start(folder.Path, environment, settings);
        Assert.Equal(78, await run.EndAsync());
        Assert.Contains("MeetingBot can't start.", run.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain(Azurite.AccountKey, run.Printed, StringComparison.Ordinal);
        return run.Printed;
    }
}
