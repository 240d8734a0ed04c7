namespace MeetingBot.Bench.Load;

/// <summary>Writes requests as a platform sends them, each with an id of its own; for one connection.</summary>
internal interface ILines
{
    /// <summary>The line with this number, written into the buffer.</summary>
    Sent Line(byte[] buffer, int line, int conversation, string? token);

    /// <summary>What starts the meeting of a conversation.</summary>
    Sent Start(byte[] buffer, int conversation, string? token);
}
