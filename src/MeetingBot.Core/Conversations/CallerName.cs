using System.Net;
using System.Net.Sockets;

namespace MeetingBot.Conversations;

/// <summary>By what callers from the internet are counted apart.</summary>
public static class CallerName
{
    /// <summary>The address; of the newer ones the site, which has 2^64 of them to call from.</summary>
    /// <param name="caller">The other end of the connection, or whom a proxy vouches for; null for none.</param>
    public static string Of(IPAddress? caller) => caller switch
    {
        null => "none",
        { IsIPv4MappedToIPv6: true } => caller.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(caller.GetAddressBytes().AsSpan(0, 8)),
        _ => caller.ToString(),
    };
}
