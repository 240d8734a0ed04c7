using System.Text;

namespace MeetingBot.Teams.Authentication;

/// <summary>An answer that nothing was done: HTTP status and the protocol's error body.</summary>
internal sealed class Denial(int status, string code, string message)
{
    public static readonly Denial Closed = new(403, "Closed", "This service is not connected to Teams.");

    public static readonly Denial NotHere = new(403, "NotLocal",
        "Without MicrosoftAppId only callers on this machine are served, directly and not through a proxy.");

    public static readonly Denial ForeignService = new(403, "ForeignServiceUrl",
        "Without MicrosoftAppId only a serviceUrl of this machine is served.");

    public static readonly Denial Unauthorized = new(
        401, "Unauthorized", "A valid token of the Bot Connector is needed.");

    public static readonly Denial KeysUnavailable = new(503, "ServiceUnavailable", "The token can't be checked now.");

    public static readonly Denial OtherServiceUrl = new(
        403, "OtherServiceUrl", "The token is for another serviceUrl.");

    public static readonly Denial NotEndorsed = new(403, "NotEndorsed", "The token is not for this channel.");

    public static readonly Denial OtherTenant = new(403, "OtherTenant", "This tenant is not served.");

    public static readonly Denial TooLarge = new(413, "TooLarge", "An activity is at most 1 MiB.");

    public static readonly Denial NotJson = new(415, "NotJson", "An activity is application/json in UTF-8.");

    public static readonly Denial NotAnActivity = new(400, "BadSyntax", "The body is not an activity.");

    public static readonly Denial BadActivity = new(
        400, "BadArgument", "The activity lacks something or is over a limit.");

    public static readonly Denial UnknownInvoke = new(501, "NotImplemented", "This invoke is not known.");

    public static readonly Denial Unavailable = new(
        503, "ServiceUnavailable", "It could not be saved; please send it again.");

    public static readonly Denial Failed = new(500, "ServiceError", "Something went wrong on our side.");

    public int Status => status;

    public string Code => code;

    /// <summary><c>{"error":{"code":"…","message":"…"}}</c>; none of the words needs escaping.</summary>
    public ReadOnlyMemory<byte> Body { get; } =
        Encoding.UTF8.GetBytes($$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""");
}
