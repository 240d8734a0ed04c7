using System.Collections.Concurrent;
using System.Net;
using MeetingBot.Conversations;
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

    private readonly RequestGate _asked = new(MostAsked);
    private readonly RequestGate _tried = new(MostMissed);
    private readonly RequestGate _triedByAll = new(MostMissedByAll);
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether and how the address may be looked for now. One that is not known counts as wrong until it is found.
    /// </summary>
    public Admission Admit(string token, IPAddress? caller)
    {
        var now = clock.GetCurrentInstant();
        if (_known.ContainsKey(token)) return _asked.Admits(token, now) ? Admission.Known : Admission.Refused;
        return _tried.Admits(CallerName.Of(caller), now) && _triedByAll.Admits(All, now)
            ? Admission.Tried
            : Admission.Refused;
    }

    /// <summary>It leads somewhere: if it was tried, that counts for the address and not for the caller.</summary>
    public void Found(string token, IPAddress? caller, Admission admission)
    {
        if (_known.Count >= MostKnown && !_known.ContainsKey(token)) _known.Clear();
        _known.TryAdd(token, true);
        // Several may have tried it at once before it was known; each has its own try back.
        if (admission != Admission.Tried) return;
        var now = clock.GetCurrentInstant();
        _tried.GiveBack(CallerName.Of(caller), now);
        _triedByAll.GiveBack(All, now);
        _asked.Admits(token, now);
    }

    /// <summary>It leads nowhere, or no more.</summary>
    public void Missed(string token) => _known.TryRemove(token, out _);
}
