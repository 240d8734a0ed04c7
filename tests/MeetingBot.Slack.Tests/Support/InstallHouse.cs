using MeetingBot.Kit;
using Microsoft.AspNetCore.DataProtection;

namespace MeetingBot.Slack.Tests.Support;

/// <summary>What several instances of one service share: the store, the keys and the time.</summary>
internal sealed class InstallHouse
{
    private int _instances;

    public MemoryTable Table { get; } = new();

    public MovableTime Time { get; } = new();

    public IDataProtectionProvider Keys { get; set; } = new EphemeralDataProtectionProvider();

    /// <summary>How long a call of Slack may take.</summary>
    public TimeSpan CallLimit { get; set; } = TimeSpan.FromSeconds(10);

    public string NextInstance() => $"i{Interlocked.Increment(ref _instances)}";
}

/// <summary>The true time, moved; what waits waits as ever.</summary>
internal sealed class MovableTime : TimeProvider
{
    private long _ahead;

    public void Advance(TimeSpan length) => Interlocked.Add(ref _ahead, length.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
