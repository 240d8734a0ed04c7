using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Guests;

/// <summary>Which guest's page a request is for, and in which zone it is to be read. Both come from outside.</summary>
/// <param name="Zone">As the address says it; null where it says none.</param>
internal sealed record GuestCall(string Token, string? Zone)
{
    private const int MostToken = 64;
    private const int MostZone = 60;

    /// <summary>Whether it looks like an address of ours at all.</summary>
    public bool IsWhole =>
        Token.Length is > 0 and <= MostToken && Token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static GuestCall Read(HttpContext context)
    {
        var zone = context.Request.Query["zone"].ToString();
        return new GuestCall(
            context.Request.RouteValues["token"] as string ?? "",
            zone.Length is > 0 and <= MostZone ? zone : null);
    }

    /// <summary>The address of a page, to be read in that zone: <c>/ballot/token?zone=Asia%2FTokyo</c>.</summary>
    /// <param name="kind">What it is a page of, as the address says it.</param>
    /// <param name="more">What else the address says; what is null is left out.</param>
    public static string Address(
        string kind, string token, string zone, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var address = $"/{kind}/{token}?zone={Uri.EscapeDataString(zone)}";
        foreach (var (name, value) in more)
            if (value is not null) address += $"&{name}={Uri.EscapeDataString(value)}";
        return address;
    }
}
