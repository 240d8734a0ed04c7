using MeetingBot.Polls.Slots;

namespace MeetingBot.Polls;

/// <summary>One answer that can be given.</summary>
/// <param name="Id">Unique in its poll, never given again.</param>
/// <param name="Text">As typed; of a time: as it is written in the poll's zone.</param>
/// <param name="Version">Counts its changes: an answer to an earlier one does not count for this.</param>
/// <param name="Slot">The time that it is.</param>
public sealed record PollOption(int Id, string Text, int Version = 1, Slot? Slot = null)
{
    public const int MostText = 100;
}
