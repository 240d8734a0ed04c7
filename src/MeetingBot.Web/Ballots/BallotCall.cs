using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Ballots;

/// <summary>Which ballot a request is for, and in which zone it is to be read. Both come from outside.</summary>
/// <param name="Zone">As the address says it; null where it says none.</param>
internal sealed record BallotCall(string Token, string? Zone)
{
    private const int MostToken = 64;
    private const int MostZone = 60;

    /// <summary>Whether it looks like an address of ours at all.</summary>
    public bool IsWhole =>
        Token.Length is > 0 and <= MostToken && Token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static BallotCall Read(HttpContext context)
    {
        var zone = context.Request.Query["zone"].ToString();
        return new BallotCall(
            context.Request.RouteValues["token"] as string ?? "",
            zone.Length is > 0 and <= MostZone ? zone : null);
    }

    /// <summary>The address of the page, to be read in that zone.</summary>
    public static string Address(string token, string zone, string? said = null) =>
        $"/ballot/{token}?zone={Uri.EscapeDataString(zone)}" + (said is null ? "" : $"&said={said}");
}
