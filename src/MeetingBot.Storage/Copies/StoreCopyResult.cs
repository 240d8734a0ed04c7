namespace MeetingBot.Storage.Copies;

/// <summary>How a copy ended.</summary>
/// <param name="Copied">Rows written by this run; fewer than all when it went on from an earlier one.</param>
/// <param name="Difference">What differs, when anything does.</param>
/// <param name="Resumed">Whether it went on from an earlier run's mark.</param>
public sealed record StoreCopyResult(
    long Copied, bool Resumed, StoreDigest Source, StoreDigest Target, StoreDifference? Difference = null)
{
    /// <summary>Whether both sides hold the same rows with the same data.</summary>
    public bool Equal => Source == Target;
}
