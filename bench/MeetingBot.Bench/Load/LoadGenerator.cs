namespace MeetingBot.Bench.Load;

/// <summary>Says lines to a bot over a number of connections, in a closed loop.</summary>
/// <param name="lines">Makes what writes the requests of one connection.</param>
/// <param name="tokens">Tokens for the door, each used in its turn; empty for a door without.</param>
internal sealed class LoadGenerator(int port, Func<ILines> lines, int connections, int conversations, IReadOnlyList<string> tokens)
{
    private int _lines;
    private long _token;

    public LoadState State { get; } = new();

    /// <summary>How many lines were said so far, by number the lines below it.</summary>
    public int Lines => Volatile.Read(ref _lines);

    /// <summary>Starts the meeting of every conversation.</summary>
    public void StartMeetings()
    {
        var conversation = -1;
        var done = Run(writer => buffer =>
        {
            var which = Interlocked.Increment(ref conversation);
            return which < conversations ? writer.Start(buffer, which, NextToken()) : null;
        }, connections);
        Connections.Join(done);
    }

    /// <summary>Says so many lines and waits for their answers.</summary>
    public LatencyHistogram Say(int count, int over)
    {
        var end = Lines + count;
        State.Measuring = true;
        var done = Run(writer => buffer => Next(writer, buffer, end), over);
        Connections.Join(done);
        State.Measuring = false;
        return Connections.Latency(done);
    }

    /// <summary>Says lines until <see cref="Stop"/>.</summary>
    public List<(LoadConnection Connection, Thread Thread)> Begin() =>
        Run(writer => buffer => Next(writer, buffer, LineLedger.Most), connections);

    /// <exception cref="InvalidOperationException">The bot closed a connection.</exception>
    public void Stop(List<(LoadConnection Connection, Thread Thread)> running)
    {
        State.Stopped = true;
        Connections.Join(running);
    }

    private List<(LoadConnection Connection, Thread Thread)> Run(Func<ILines, Func<byte[], Sent?>> source, int over) =>
        Connections.Start(port, State, over, _ => source(lines()));

    private Sent? Next(ILines writer, byte[] buffer, int end)
    {
        int line;
        do
        {
            line = Lines;
            if (line >= end) return null;
        }
        while (Interlocked.CompareExchange(ref _lines, line + 1, line) != line);
        return writer.Line(buffer, line, line % conversations, NextToken());
    }

    private string? NextToken() => tokens.Count switch
    {
        0 => null,
        1 => tokens[0],
        _ => tokens[(int)(Interlocked.Increment(ref _token) % tokens.Count)],
    };
}
