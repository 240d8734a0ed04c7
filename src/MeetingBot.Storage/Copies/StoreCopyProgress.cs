namespace MeetingBot.Storage.Copies;

/// <summary>Where a copy is.</summary>
/// <param name="Rows">Rows done in this stage of this run.</param>
public sealed record StoreCopyProgress(StoreCopyStage Stage, long Rows);

/// <summary>The three passes of a copy.</summary>
public enum StoreCopyStage
{
    Copying,
    HashingSource,
    HashingTarget,
}
