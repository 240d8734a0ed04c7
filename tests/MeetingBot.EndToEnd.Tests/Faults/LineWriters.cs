using System.Collections.Concurrent;
using MeetingBot.EndToEnd.Tests.Kit;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>
/// People who write one line after another, each waiting for the answer before the next, and what they were answered.
/// </summary>
/// <param name="chats">The people are spread over these.</param>
/// <param name="people">How many of them.</param>
public sealed class LineWriters(IReadOnlyList<Chat> chats, int people)
{
    private readonly ConcurrentDictionary<string, Line> lines = new();
    private readonly int[] written = new int[people];
    private int accepted;
    private int underWay;

    /// <summary>Everything that was sent.</summary>
    public IEnumerable<Line> Sent => lines.Values;

    /// <summary>What the bot said that it has.</summary>
    public IEnumerable<Line> Accepted => lines.Values.Where(line => line.Accepted);

    /// <summary>How many were accepted so far.</summary>
    public int AcceptedCount => Volatile.Read(ref accepted);

    /// <summary>How many are sent and not answered.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>Statuses other than 200; 0 for no answer.</summary>
    public ConcurrentBag<int> Refusals { get; } = [];

    /// <summary>All write at once until there is nothing more to write; each to its own of the bots.</summary>
    /// <param name="goOn">Asked before each line, and whether to send it again when it was not accepted.</param>
    public Task WriteAsync(IReadOnlyList<BotProcess> bots, Func<bool> goOn) =>
        Task.WhenAll(Enumerable.Range(0, people)
            .Select(person => Task.Run(() => WriteAsync(person, bots[person % bots.Count], goOn))));

    /// <inheritdoc cref="WriteAsync(IReadOnlyList{BotProcess}, Func{bool})"/>
    public Task WriteAsync(BotProcess bot, Func<bool> goOn) => WriteAsync([bot], goOn);

    /// <summary>What is told of the lines must be in the minutes: accepted ones once, others at most once.</summary>
    /// <param name="nothingElse">The others not at all.</param>
    public async Task AssertKeptAsync(BotProcess bot, bool nothingElse = false)
    {
        var sent = lines.Values.ToLookup(line => line.Chat);
        foreach (var chat in chats)
        {
            var kept = (await chat.ExportAsync(bot)).Lines;
            Assert.Equal(kept.Count, kept.Distinct().Count());
            Assert.Empty(sent[chat].Where(line => line.Accepted).Select(line => line.Id).Except(kept));
            var possible = sent[chat].Where(line => line.Accepted || !nothingElse);
            Assert.Empty(kept.Except(possible.Select(line => line.Id)));
        }
    }

    /// <summary>Every accepted line is in the minutes, and replied to once and in its order.</summary>
    public async Task AssertAllAnsweredOnceAsync(FakeConnector connector, BotProcess bot, TimeSpan limit)
    {
        await connector.RepliesAsync(Accepted.Select(line => line.Id), limit);
        AssertOrder(connector);
        Assert.Equal(0, Repetitions(connector));
        await AssertKeptAsync(bot);
    }

    /// <summary>Replies to what one person wrote come in the order of writing; a second one doesn't count.</summary>
    public void AssertOrder(FakeConnector connector)
    {
        var first = connector.Taken.Snapshot().Select(call => call.ActivityId).OfType<string>()
            .Where(lines.ContainsKey).Distinct().Select(id => lines[id]);
        foreach (var replies in first.GroupBy(line => line.Person))
            Assert.Equal(replies.Select(line => line.Number).Order(), replies.Select(line => line.Number));
    }

    /// <summary>How many replies came more than once.</summary>
    public int Repetitions(FakeConnector connector)
    {
        var replies = connector.Taken.Snapshot()
            .Select(call => call.ActivityId).OfType<string>().Where(lines.ContainsKey).ToList();
        return replies.Count - replies.Distinct().Count();
    }

    private async Task WriteAsync(int person, BotProcess bot, Func<bool> goOn)
    {
        var chat = chats[person % chats.Count];
        while (goOn())
        {
            var line = new Line(chat, person, ++written[person]);
            lines[line.Id] = line;
            do
            {
                Interlocked.Increment(ref underWay);
                var posted = await chat.SayAsync(bot, $"P{person}", line.Id, $"note: {line.Id}");
                Interlocked.Decrement(ref underWay);
                line.Accepted = posted.Accepted;
                if (!posted.Accepted) Refusals.Add(posted.Status);
            }
            while (!line.Accepted && goOn());
            if (line.Accepted) Interlocked.Increment(ref accepted);
        }
    }
}

/// <summary>One line of one person; its id is its text.</summary>
public sealed record Line(Chat Chat, int Person, int Number)
{
    public string Id { get; } = $"line-{Person}-{Number}";

    /// <summary>The bot said that it has it.</summary>
    public bool Accepted { get; set; }
}
