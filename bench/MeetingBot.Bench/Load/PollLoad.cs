namespace MeetingBot.Bench.Load;

/// <summary>
/// One poll of a group and its voters, who cast their ballots over a number of connections, in a closed loop. Each
/// connection has voters of its own, so that it is known whose last ballot is which.
/// </summary>
internal sealed class PollLoad(int port, Uri service, int conversation, int voters)
{
    private static readonly ReadOnlyMemory<byte> Recorded = "\"Recorded "u8.ToArray();

    private readonly int[] _rounds = new int[voters];
    private long _number;

    public int Conversation => conversation;

    public int Voters => voters;

    /// <summary>Ballots sent so far.</summary>
    public long Ballots => Interlocked.Read(ref _number);

    /// <summary>How often each option is chosen by the ballots that count.</summary>
    public int[] Tally => [.. PollActivities.Options.Select((_, option) =>
        _rounds.Index().Count(voter => voter.Item > 0 && Choice(voter.Index, voter.Item) == option))];

    /// <summary>Opens the poll.</summary>
    public void Open()
    {
        var opened = false;
        var activities = new PollActivities(service, conversation);
        Connections.Join(Connections.Start(port, new LoadState(), 1, _ => buffer =>
        {
            if (opened) return null;
            opened = true;
            return new Sent(activities.Open(buffer), null);
        }));
    }

    /// <summary>Every voter casts their first ballot.</summary>
    /// <exception cref="InvalidOperationException">One was refused.</exception>
    public void Fill(int over)
    {
        var filled = Start(new LoadState(), over, mostRounds: 1);
        Connections.Join(filled);
        if (Connections.FirstRefusal(filled) is { } refusal) throw new InvalidOperationException($"A ballot was refused: {refusal}");
    }

    /// <summary>Ballots are cast, again and again by the same voters, until <see cref="LoadState.Stopped"/>.</summary>
    public List<(LoadConnection Connection, Thread Thread)> Begin(LoadState state, int over) => Start(state, over, int.MaxValue);

    private List<(LoadConnection Connection, Thread Thread)> Start(LoadState state, int over, int mostRounds) =>
        Connections.Start(port, state, over, connection =>
        {
            var activities = new PollActivities(service, conversation);
            var voter = connection - over;
            return buffer =>
            {
                voter = voter + over < voters ? voter + over : connection;
                if (voter >= voters || _rounds[voter] >= mostRounds) return null;
                var round = ++_rounds[voter];
                return new Sent(
                    activities.Cast(buffer, Interlocked.Increment(ref _number), voter, Choice(voter, round)), null, Recorded);
            };
        });

    // Everybody changes their mind each time.
    private static int Choice(int voter, int round) => (voter + round) % PollActivities.Options.Length;
}
