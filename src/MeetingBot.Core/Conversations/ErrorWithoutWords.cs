using System.Text;

namespace MeetingBot.Teams;

/// <summary>An exception for the log: its message is left out, since it may quote what somebody typed.</summary>
internal static class ErrorWithoutWords
{
    /// <summary>Types and stacks of the exception and of those that caused it.</summary>
    public static string Of(Exception error)
    {
        var lines = new StringBuilder();
        for (var e = error; e is not null; e = e.InnerException)
        {
            if (lines.Length > 0) lines.AppendLine().Append("because of ");
            lines.Append(e.GetType().FullName).AppendLine().Append(e.StackTrace);
        }
        return lines.ToString();
    }
}
