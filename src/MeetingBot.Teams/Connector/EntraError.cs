namespace MeetingBot.Teams.Connector;

/// <summary>Finds Entra's own error code (<c>AADSTS7000215</c>: bad secret) in what the library throws.</summary>
internal static class EntraError
{
    private const string Prefix = "AADSTS";

    /// <summary>The code alone, or null: the rest of the message is not for a log.</summary>
    public static string? CodeOf(Exception e)
    {
        var message = e.Message;
        var start = message.IndexOf(Prefix, StringComparison.Ordinal);
        if (start < 0) return (e as Microsoft.Identity.Client.MsalException)?.ErrorCode;
        var end = start + Prefix.Length;
        while (end < message.Length && char.IsAsciiDigit(message[end])) end++;
        return message[start..end];
    }
}
