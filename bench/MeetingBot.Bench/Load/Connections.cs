namespace MeetingBot.Bench.Load;

/// <summary>The connections of one load, started, joined and summed up.</summary>
internal static class Connections
{
    /// <param name="source">Gives the source of requests of each connection, by its number.</param>
    public static List<(LoadConnection Connection, Thread Thread)> Start(
        int port, LoadState state, int over, Func<int, Func<byte[], Sent?>> source)
    {
        var running = new List<(LoadConnection, Thread)>();
        for (var i = 0; i < over; i++)
        {
            var connection = new LoadConnection(port, source(i), state);
            running.Add((connection, connection.Start()));
        }
        return running;
    }

    /// <exception cref="InvalidOperationException">The bot closed a connection.</exception>
    public static void Join(List<(LoadConnection Connection, Thread Thread)> running)
    {
        foreach (var (_, thread) in running) thread.Join();
        if (running.Select(one => one.Connection.Failure).FirstOrDefault(failure => failure is not null) is { } broken)
            throw new InvalidOperationException("A connection to the bot broke.", broken);
    }

    public static LatencyHistogram Latency(List<(LoadConnection Connection, Thread Thread)> done)
    {
        var all = new LatencyHistogram();
        foreach (var (connection, _) in done) all.Add(connection.Latency);
        return all;
    }

    public static long Refused(List<(LoadConnection Connection, Thread Thread)> done) => done.Sum(one => one.Connection.Refused);

    public static string? FirstRefusal(List<(LoadConnection Connection, Thread Thread)> done) =>
        done.Select(one => one.Connection.FirstRefusal).FirstOrDefault(refusal => refusal is not null);
}
