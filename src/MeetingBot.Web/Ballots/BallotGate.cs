using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MeetingBot.Web.Doors;
using NodaTime;

namespace MeetingBot.Web.Ballots;

/// <summary>
/// How often guests' pages are asked for: each address so often, and of addresses that lead nowhere only so many by
/// each caller. Who tries out addresses does not shut out guests whose address is known to be good, whoever shares the
/// caller's address with them.
/// </summary>
public sealed class BallotGate(IClock clock)
{
    /// <summary>So often a minute one address.</summary>
    public const int MostAsked = 60;

    /// <summary>So many wrong addresses a minute by one caller.</summary>
    public const int MostMissed = 30;

    private const int MostKnown = 20_000;

    private readonly RequestGate _asked = new(clock, MostAsked);
    private readonly RequestGate _missed = new(clock, MostMissed);
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether the address may be looked for now, which is counted.</summary>
    public bool Admits(string token, IPAddress? caller) =>
        (_known.ContainsKey(token) || !_missed.IsFull(Name(caller))) && _asked.Admits(token);

    /// <summary>It leads somewhere.</summary>
    public void Found(string token)
    {
        if (_known.Count >= MostKnown) _known.Clear();
        _known.TryAdd(token, true);
    }

    /// <summary>It leads nowhere, or no more.</summary>
    public void Missed(string token, IPAddress? caller)
    {
        _known.TryRemove(token, out _);
        _missed.Admits(Name(caller));
    }

    // A site of the newer addresses has 2^64 of them to call from.
    private static string Name(IPAddress? caller) => caller switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => caller.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(caller.GetAddressBytes().AsSpan(0, 8)),
        _ => caller.ToString(),
    };
}
