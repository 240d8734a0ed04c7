using System.Net.Sockets;
using System.Text;
using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>An exception for the log: its message is left out, since it may quote what somebody typed.</summary>
public static class ErrorWithoutWords
{
    /// <summary>
    /// Types and stacks of the exception and of those that caused it; with the message only where the store or the
    /// network speaks, who know no text of ours.
    /// </summary>
    public static string Of(Exception error)
    {
        var lines = new StringBuilder();
        for (var e = error; e is not null; e = e.InnerException)
        {
            if (lines.Length > 0) lines.AppendLine().Append("because of ");
            lines.Append(e.GetType().FullName);
            if (e is TableUnavailableException or HttpRequestException or SocketException)
                lines.Append(": ").Append(e.Message);
            lines.AppendLine().Append(e.StackTrace);
        }
        return lines.ToString();
    }
}
