using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MeetingBot.Bench.Connector;

/// <summary>Counts the edits of messages of each conversation, such as a shared card's, and keeps the last.</summary>
internal sealed class EditCheck(int conversations)
{
    private readonly Edited[] _all = [.. Enumerable.Range(0, conversations).Select(_ => new Edited())];

    /// <summary>Takes one edit that the bot has sent to a conversation.</summary>
    public void Take(int? conversation, ReadOnlySpan<byte> body)
    {
        if (conversation is not { } known || known >= _all.Length) return;
        var (edited, at) = (_all[known], Stopwatch.GetTimestamp());
        lock (edited)
        {
            if (edited.Count++ > 0) edited.Closest = Math.Min(edited.Closest, at - edited.At);
            (edited.At, edited.Last) = (at, body.ToArray());
        }
    }

    /// <summary>A message was posted there that may be edited: it stands as the last, and counts as no edit.</summary>
    public void Posted(int conversation, ReadOnlySpan<byte> body)
    {
        var edited = _all[conversation];
        lock (edited) edited.Last = body.ToArray();
    }

    /// <summary>
    /// Of the conversation of <c>GET /edits/N</c>: how many, the shortest time between two in microseconds (0 for
    /// none), and after a line's end the last body.
    /// </summary>
    public byte[] Tell(ReadOnlySpan<byte> head)
    {
        _ = Utf8Parser.TryParse(head["GET /edits/".Length..], out int conversation, out _);
        var edited = _all[conversation];
        lock (edited)
        {
            var closest = edited.Count < 2 ? 0 : (long)Stopwatch.GetElapsedTime(0, edited.Closest).TotalMicroseconds;
            return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{edited.Count} {closest}\n")), .. edited.Last];
        }
    }

    private sealed class Edited
    {
        public long Count { get; set; }
        public long At { get; set; }
        public long Closest { get; set; } = long.MaxValue;
        public byte[] Last { get; set; } = [];
    }
}
