using System.Globalization;

namespace MeetingBot.Testing;

/// <summary>
/// Azurite's table service on a loopback port, as its npm package ships it. It forgets everything when it stops,
/// unless it is given a folder. It can be stopped and started again on the same port.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>The emulator's account and its documented key, the same on every machine.</summary>
    public const string Account = "devstoreaccount1";

    public const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string? folder;
    private readonly Action<string>? onRequest;
    private NodeProcess? node;

    private Azurite(string? folder, Action<string>? onRequest)
    {
        this.folder = folder;
        this.onRequest = onRequest;
    }

    public int Port { get; private set; }

    public Uri Endpoint => new($"http://127.0.0.1:{Port}/{Account}");

    public string ConnectionString => ConnectionStringAt(Endpoint);

    /// <summary>The account's connection string at another address, such as a proxy's.</summary>
    public static string ConnectionStringAt(Uri endpoint) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};"
        + $"TableEndpoint={endpoint.AbsoluteUri}";

    /// <summary>Starts on a free port and waits until it serves.</summary>
    /// <param name="folder">Keeps the tables between stop and start; null keeps them in memory only.</param>
    /// <param name="onRequest">Gets each line of its access log, such as <c>… "GET /… HTTP/1.1" 200 -</c>.</param>
    public static async Task<Azurite> StartAsync(string? folder = null, Action<string>? onRequest = null)
    {
        var azurite = new Azurite(folder, onRequest);
        for (var tries = 0; ; tries++)
        {
            azurite.Port = Loopback.FreePort();
            try
            {
                await azurite.StartAgainAsync();
                return azurite;
            }
            catch (InvalidOperationException ended)
                when (tries < 5 && ended.Message.Contains("EADDRINUSE", StringComparison.Ordinal))
            {
                // Another process was faster to the port.
            }
        }
    }

    /// <summary>Starts it on its port after <see cref="StopAsync"/>.</summary>
    public async Task StartAgainAsync()
    {
        var main = Repository.NpmFile("azurite/dist/src/table/main.js");
        string[] place = folder is null ? ["--inMemoryPersistence"] : ["--location", folder];
        string[] log = onRequest is null ? ["--silent"] : [];
        string[] arguments =
        [
            main, "--tableHost", "127.0.0.1", "--tablePort", Port.ToString(CultureInfo.InvariantCulture),
            "--disableTelemetry", .. log, .. place,
        ];
        node = await NodeProcess.StartAsync(folder ?? Path.GetTempPath(), arguments, "successfully started", onRequest);
    }

    /// <summary>Stops it; connections to its port are refused until it is started again.</summary>
    public async Task StopAsync()
    {
        if (node is not null) await node.DisposeAsync();
        node = null;
    }

    /// <summary>Lets it stand still: nothing is answered until <see cref="Continue"/>.</summary>
    public void Pause() => Signals.Send(node!.Id, Signals.Pause);

    /// <summary>Lets it go on after <see cref="Pause"/>.</summary>
    public void Continue() => Signals.Send(node!.Id, Signals.Continue);

    public async ValueTask DisposeAsync() => await StopAsync();
}
