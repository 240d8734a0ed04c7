namespace MeetingBot.Slack;

/// <summary>An answer that nothing was done: HTTP status and a code in words.</summary>
internal sealed record Denial(int Status, string Code, string Message)
{
    public static readonly Denial Closed = new(403, "Closed", "This service is not connected to Slack.");

    public static readonly Denial Unauthorized = new(401, "Unauthorized", "A signature of Slack is needed.");

    public static readonly Denial TooLarge = new(413, "TooLarge", "A request is at most 1 MiB.");

    public static readonly Denial BadSyntax = new(400, "BadSyntax", "The body is not what Slack sends here.");

    public static readonly Denial BadPayload = new(
        400, "BadArgument", "The payload lacks something or is over a limit.");

    public static readonly Denial Unavailable = new(
        503, "ServiceUnavailable", "It could not be saved; please send it again.");

    public static readonly Denial Failed = new(500, "ServiceError", "Something went wrong on our side.");
}
