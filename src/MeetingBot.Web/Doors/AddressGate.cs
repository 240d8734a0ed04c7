using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using NodaTime;

namespace MeetingBot.Web.Doors;

/// <summary>
/// How often pages are asked for whose address alone admits: each good address so often, and of addresses that are not
/// known to be good only so many by each caller, and by all together. Who tries out addresses shuts out nobody whose
/// address is known to be good, whoever shares the caller's address with them.
/// </summary>
public sealed class AddressGate(IClock clock)
{
    /// <summary>So often a minute one address; a whole office may subscribe to one calendar.</summary>
    public const int MostAsked = 60;

    /// <summary>So many wrong addresses a minute by one caller.</summary>
    public const int MostMissed = 30;

    /// <summary>So many by all callers: each is looked for in the store.</summary>
    public const int MostMissedByAll = 6_000;

    private const int MostKnown = 10_000;
    private const string All = "";

    private readonly RequestGate _asked = new(clock, MostAsked);
    private readonly RequestGate _tried = new(clock, MostMissed);
    private readonly RequestGate _triedByAll = new(clock, MostMissedByAll);
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether and how the address may be looked for now. One that is not known counts as wrong until it is found.
    /// </summary>
    public Admission Admit(string token, IPAddress? caller)
    {
        if (_known.ContainsKey(token)) return _asked.Admits(token) ? Admission.Known : Admission.Refused;
        return _tried.Admits(Name(caller)) && _triedByAll.Admits(All) ? Admission.Tried : Admission.Refused;
    }

    /// <summary>It leads somewhere: if it was tried, that counts for the address and not for the caller.</summary>
    public void Found(string token, IPAddress? caller, Admission admission)
    {
        if (_known.Count >= MostKnown && !_known.ContainsKey(token)) _known.Clear();
        _known.TryAdd(token, true);
        // Several may have tried it at once before it was known; each has its own try back.
        if (admission != Admission.Tried) return;
        _tried.GiveBack(Name(caller));
        _triedByAll.GiveBack(All);
        _asked.Admits(token);
    }

    /// <summary>It leads nowhere, or no more.</summary>
    public void Missed(string token) => _known.TryRemove(token, out _);

    // A site of the newer addresses has 2^64 of them to call from.
    private static string Name(IPAddress? caller) => caller switch
    {
        null => "none",
        { IsIPv4MappedToIPv6: true } => caller.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(caller.GetAddressBytes().AsSpan(0, 8)),
        _ => caller.ToString(),
    };
}
