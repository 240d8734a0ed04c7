using System.Collections.Immutable;

namespace MeetingBot.Minutes;

/// <summary>What a message says for the minutes.</summary>
public sealed record MinutesBlock(ImmutableArray<MinuteText> Lines)
{
    /// <summary>How many lines of the message stood before these and are talk.</summary>
    public int LeftOut { get; init; }

    /// <summary>Names of who was there.</summary>
    public ImmutableArray<string> Present { get; init; } = [];

    /// <summary>Names of who could not come.</summary>
    public ImmutableArray<string> Regrets { get; init; } = [];

    /// <summary>The document's own title and date, which are left out.</summary>
    public ImmutableArray<string> Heads { get; init; } = [];

    public bool IsEmpty => Lines.IsEmpty && Present.IsEmpty && Regrets.IsEmpty && Heads.IsEmpty;
}
