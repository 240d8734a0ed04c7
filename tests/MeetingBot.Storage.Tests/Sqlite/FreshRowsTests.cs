using MeetingBot.Storage.Sqlite;

namespace MeetingBot.Storage.Tests.Sqlite;

/// <summary>Which rows move to the table while the oldest of them are being written again.</summary>
public sealed class FreshRowsTests
{
    private readonly FreshRows fresh = new(mostRows: 2);

    [Fact]
    public void RowBeingWrittenAgain_KeepsNoOtherFromMoving()
    {
        Publish(1, ("a", "door"), ("a", "line1"));
        Publish(2, ("b", "row"), ("c", "row"));

        var (rows, oldestLog) = fresh.TakeOldest(10, Group(("a", "door")));

        Assert.Equal(["a/line1", "b/row", "c/row"], rows.Select(row => $"{row.Partition.Key}/{row.Row.RowKey}"));
        Assert.Null(oldestLog);
    }

    [Fact]
    public void PartitionWhoseOldRowsHaveMoved_NeedsTheLogFromItsNewestGroupOn()
    {
        Publish(1, ("a", "door"), ("a", "line1"));
        Publish(2, ("b", "row"));
        Move(10, 3, ("a", "door"), ("a", "line2"));
        Publish(4, ("d", "row"));

        var (rows, oldestLog) = fresh.TakeOldest(1, Group(("d", "row")));

        Assert.Equal("a/door", Assert.Single(rows.Select(row => $"{row.Partition.Key}/{row.Row.RowKey}")));
        Assert.Equal(3, oldestLog);
    }

    [Fact]
    public void PartitionLeftHalfway_NeedsTheLogAsBefore()
    {
        Publish(1, ("a", "door"), ("a", "line1"), ("a", "line2"));
        Publish(2, ("b", "row"));

        var (rows, oldestLog) = fresh.TakeOldest(1, Group(("a", "door")));

        Assert.Single(rows);
        Assert.Equal(1, oldestLog);
    }

    [Fact]
    public void MoveThatIsUndone_LeavesTheLogAsItWasNeeded()
    {
        Publish(1, ("a", "door"), ("a", "line1"));
        var (moving, _) = fresh.TakeOldest(10, Group(("a", "door")));
        fresh.BeginMove(moving);
        fresh.EndMove(moving, log: null);

        var (_, oldestLog) = fresh.TakeOldest(1, []);

        Assert.Equal(1, oldestLog);
    }

    private void Move(int most, long log, params (string Partition, string Row)[] written)
    {
        var (moving, _) = fresh.TakeOldest(most, Group(written));
        fresh.BeginMove(moving);
        fresh.EndMove(moving, log);
        Publish(log, written);
    }

    private void Publish(long log, params (string Partition, string Row)[] rows) => fresh.Publish(Group(rows), log);

    private static Dictionary<string, Dictionary<string, FreshRow>> Group(
        params (string Partition, string Row)[] rows) => rows
        .GroupBy(row => row.Partition)
        .ToDictionary(
            partition => partition.Key,
            partition => partition.ToDictionary(
                row => row.Row,
                row => new FreshRow(row.Row, "x"u8.ToArray(), 1, IsDeleted: false, MayBeInTable: false)));
}
