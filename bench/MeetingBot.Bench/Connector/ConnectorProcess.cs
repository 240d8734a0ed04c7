using System.Diagnostics;
using System.Globalization;
using MeetingBot.Bench.Bots;

namespace MeetingBot.Bench.Connector;

/// <summary>The connector from outside: started, asked and stopped.</summary>
internal sealed class ConnectorProcess : IDisposable
{
    // Rounds of 50 ms.
    private const int MostQuiet = 600;

    private readonly Process _process;
    private readonly HttpClient _http;

    private ConnectorProcess(Process process, int port)
    {
        _process = process;
        Address = new Uri($"http://127.0.0.1:{port}/");
        _http = new HttpClient { BaseAddress = Address };
    }

    /// <summary>The serviceUrl of every activity.</summary>
    public Uri Address { get; }

    /// <param name="verb">Which platform it is: a verb of this program.</param>
    public static ConnectorProcess Start(string verb, int conversations)
    {
        var start = Programs.Self([verb, conversations.ToString(CultureInfo.InvariantCulture)]);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        var process = Process.Start(start)!;
        return new ConnectorProcess(process, int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
    }

    public async Task<ReplyCounts> CountsAsync()
    {
        var counts = (await _http.GetStringAsync("counts")).Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new ReplyCounts(counts[0], counts[1], counts[2], counts[3], counts.ElementAtOrDefault(4), counts.ElementAtOrDefault(5));
    }

    /// <summary>A bit for each line that was replied to.</summary>
    public Task<byte[]> SeenAsync() => _http.GetByteArrayAsync("seen");

    /// <summary>What was edited in a conversation so far.</summary>
    public async Task<Edits> EditsAsync(int conversation)
    {
        var told = (await _http.GetStringAsync($"edits/{conversation}")).Split('\n', 2);
        var numbers = told[0].Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new Edits(numbers[0], TimeSpan.FromMicroseconds(numbers[1]), told[1]);
    }

    /// <summary>Waits until so many lines were replied to, or nothing has come for a while.</summary>
    public async Task DrainAsync(long replies)
    {
        var last = -1L;
        for (var quiet = 0; quiet < MostQuiet; quiet++)
        {
            var now = (await CountsAsync()).Replies;
            if (now >= replies) return;
            if (now != last) quiet = 0;
            last = now;
            await Task.Delay(50);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}

/// <summary>What the connector was sent.</summary>
/// <param name="Strayed">Replies in another conversation than their line's.</param>
/// <param name="Early">Messages that came to a channel of Slack within a second of another.</param>
/// <param name="Receipts">What a voter alone is shown, in Slack.</param>
internal readonly record struct ReplyCounts(long Replies, long Repeated, long Strayed, long Other, long Early, long Receipts);

/// <summary>What was edited in a conversation: how often, the shortest time from one to the next, the last as JSON.</summary>
internal sealed record Edits(long Count, TimeSpan Closest, string Last);
