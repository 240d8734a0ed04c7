namespace MeetingBot.Web.Rooms;

/// <summary>Settings of the room.</summary>
public sealed record RoomOptions
{
    /// <summary>
    /// Folder for the keys of the forms' tokens, so that they outlive a restart; without one they don't.
    /// </summary>
    public string? KeyFolder { get; init; }

    /// <summary>Most pages that are kept up to date at once.</summary>
    public int MaxStreams { get; init; } = 200;

    /// <summary>How often an open page looks for what another process wrote.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Makes ids that nobody else has; 8 to 64 letters, digits and <c>-</c>.</summary>
    public Func<string> NewId { get; init; } = () => Guid.NewGuid().ToString("N");
}
