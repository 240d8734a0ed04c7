using System.Collections.Immutable;

namespace MeetingBot.Minutes;

/// <summary>What a message says for the minutes.</summary>
public sealed record MinutesBlock(ImmutableArray<MinuteText> Lines)
{
    /// <summary>How many lines of the message stood before these and are talk.</summary>
    public int LeftOut { get; init; }
}
