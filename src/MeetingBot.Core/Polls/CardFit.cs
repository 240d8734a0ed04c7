using MeetingBot.Cards;
using MeetingBot.Conversations;

namespace MeetingBot.Polls;

/// <summary>
/// Keeps a poll's card within one message, whatever was typed: what takes its place when somebody presses can't go on
/// in a second one. Rooms are bytes as <see cref="CardRoom"/> estimates them.
/// </summary>
internal static class CardFit
{
    /// <summary>The text, or as much of its beginning as has room.</summary>
    public static string Text(string text, int room)
    {
        if (CardRoom.Bytes(text) <= room) return text;
        var (fitting, left) = (0, room - CardRoom.Bytes("…"));
        while (fitting < text.Length && (left -= CardRoom.Bytes(text[fitting].ToString())) >= 0) fitting++;
        return Phrases.Shorten(text, Math.Max(2, fitting + 1));
    }

    /// <summary>As many of the parts as have room, and how many there are besides.</summary>
    public static string Some(IReadOnlyList<string> parts, string separator, int room)
    {
        var (fitting, left) = (0, room);
        while (fitting < parts.Count && (left -= CardRoom.Bytes(parts[fitting] + separator)) >= 0) fitting++;
        return fitting == parts.Count
            ? string.Join(separator, parts)
            : $"{string.Join(separator, parts.Take(fitting))} … and {parts.Count - fitting} more".TrimStart();
    }
}
