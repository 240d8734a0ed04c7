using System.Text;
using MeetingBot.Conversations.Sending;
using MeetingBot.Kit;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>Who is alive, and what is looked at to know it.</summary>
public sealed class InstanceLeasesTests : IDisposable
{
    private readonly MemoryTable _table = new();
    private readonly FakeTime _time = new(FakeTime.Start);
    private readonly FakeChannel _channel = new();
    private readonly Room _room = new();
    private readonly List<Bot> _bots = [];

    [Fact]
    public async Task AThousandUncleanEnds_HideNoLivingInstance()
    {
        for (var n = 0; n < 1_000; n++) await PutLease($"0{n:D6}", _time.GetCurrentInstant() - Duration.FromHours(1));
        var (living, other) = (await Alive("zz"), await Alive("yy"));
        _channel.Hold = _ => new TaskCompletionSource().Task;
        await living.Turn(_room.Message("Luna", "help"));
        await Eventually.Until(() => _channel.Tried.Count == 1, "it is under way");

        await Care(other);

        Assert.Equal(0, other.Outbox.Waiting);
        Assert.Equal("zz", OutboxEntry.TryRead(Assert.Single(_table.Under(_room.Partition, "out")))!.Owner);
    }

    [Fact]
    public async Task LeasesThatEndedADayAgo_AreTakenAway()
    {
        await PutLease("long", _time.GetCurrentInstant() - Duration.FromHours(25));
        await PutLease("lately", _time.GetCurrentInstant() - Duration.FromHours(23));
        await Put("instances", TableKey.Join("alive", "newer"), "[]");

        await Alive("a");

        Assert.Equal(["alive|a", "alive|lately", "alive|newer"], _table.Under("instances", "alive").Select(row => row.RowKey));
    }

    [Fact]
    public async Task WhatTheLivingMayOwe_IsNotRead()
    {
        await Alive("b");
        for (var n = 0; n < 1_200; n++) await Owes("b", $"g{n}");
        await Owes("dead", "g");
        var a = await Alive("a");
        _table.Calls.Clear();

        await Care(a);

        Assert.InRange(_table.Calls.Count(call => call is { Kind: "query", Partition: "instances" }), 1, 4);
        Assert.Equal(1_200, _table.Under("instances", "owes", "b").Count);
        Assert.Empty(_table.Under("instances", "owes", "dead"));
    }

    [Theory]
    [InlineData("alive|")]
    [InlineData("owes|")]
    public async Task InstanceThatComesToLifeMeanwhile_IsLeftAlone(string lookedAt)
    {
        var a = await Alive("a");
        await Owes("0", "g");
        _channel.Hold = _ => new TaskCompletionSource().Task;
        _table.Stale = async call =>
        {
            if (!call.Key.StartsWith(lookedAt, StringComparison.Ordinal)) return;
            _table.Stale = null;
            var b = await Alive("b");
            await b.Turn(_room.Message("Luna", "help"));
        };

        await Care(a);

        Assert.Equal(0, a.Outbox.Waiting);
        Assert.Equal("b", OutboxEntry.TryRead(Assert.Single(_table.Under(_room.Partition, "out")))!.Owner);
    }

    [Fact]
    public async Task LookingThatTakesLong_RenewsTheLeaseMeanwhile()
    {
        for (var n = 0; n < 2_500; n++) await Owes("dead", $"g{n:0000}");
        var lapsed = 0;
        _table.Before = call =>
        {
            if (call is not { Kind: "query", Partition: "instances" }) return Task.CompletedTask;
            _time.Advance(Duration.FromSeconds(8));
            var lease = _table.Under("instances", "alive").Single();
            if (lease.TryRead(ConversationJson.Default.InstanceLease)!.Until <= _time.GetCurrentInstant()) lapsed++;
            return Task.CompletedTask;
        };

        await Alive("heir");

        Assert.Equal(0, lapsed);
        Assert.Empty(_table.Under("instances", "owes"));
    }

    [Fact]
    public async Task StopThatLastsTooLong_EndsTheLeaseAllTheSame()
    {
        var a = await Alive("a");
        _channel.Hold = _ => new TaskCompletionSource().Task;
        await a.Turn(_room.Message("Luna", "help"));
        await Eventually.Until(() => _channel.Tried.Count == 1, "it is under way");
        using var tooLong = new CancellationTokenSource();
        await tooLong.CancelAsync();

        await a.Outbox.StopAsync(tooLong.Token);

        Assert.Empty(_table.Under("instances", "alive"));
    }

    [Fact]
    public async Task InstanceFrozenDuringItsCommit_DoesNotSendWhatAnotherHasSent()
    {
        var (frozen, other) = (await Alive("a"), await Alive("b"));
        var (reached, thaw) = (new TaskCompletionSource(), new TaskCompletionSource());
        _table.After = call =>
        {
            if (!call.Changes.Any(change => change is RowChange.Upsert && change.RowKey.StartsWith("out|", StringComparison.Ordinal)))
                return Task.CompletedTask;
            _table.After = null;
            reached.SetResult();
            return thaw.Task;
        };
        var turn = frozen.Turn(_room.Message("Luna", "help")).AsTask();
        await reached.Task;
        _time.Advance(Duration.FromSeconds(31));
        await Care(other);
        await other.Settled();

        await Care(frozen);
        thaw.SetResult();
        await turn;
        await frozen.Settled();

        Assert.NotEmpty(_channel.Sent);
        Assert.Equal(_channel.Sent.Select(sent => sent.OutboxId).Distinct(), _channel.Sent.Select(sent => sent.OutboxId));
    }

    public void Dispose()
    {
        foreach (var bot in _bots) bot.Dispose();
        _room.Dispose();
    }

    private async Task<Bot> Alive(string name)
    {
        var bot = new Bot(_table, _time, _channel, name, exclusive: false);
        _bots.Add(bot);
        await Care(bot);
        return bot;
    }

    private static Task Care(Bot bot) => bot.Outbox.CareAsync(CancellationToken.None);

    private Task PutLease(string instance, Instant until) => Put("instances", TableKey.Join("alive", instance), $$"""{"until":"{{until}}"}""");

    private Task Owes(string instance, string group) =>
        Put("instances", TableKey.Join("owes", instance, group), $$"""{"partitionKey":"{{group}}"}""");

    private async Task Put(string partition, string key, string json) =>
        await _table.CommitAsync(partition, [new RowChange.Upsert(key, Encoding.UTF8.GetBytes(json))], CancellationToken.None);
}
