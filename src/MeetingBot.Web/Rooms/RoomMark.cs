using System.Globalization;

namespace MeetingBot.Web.Rooms;

/// <summary>How far a page has read its room; the id of a server-sent event.</summary>
public sealed record RoomMark(string Epoch, long Change)
{
    /// <summary>Nothing was read.</summary>
    public static RoomMark None { get; } = new("", 0);

    public static RoomMark Parse(string? text)
    {
        var dash = text?.LastIndexOf('-') ?? -1;
        return dash > 0 && text!.Length < 64
            && long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var change)
                ? new RoomMark(text[..dash], change)
                : None;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Change}");
}
