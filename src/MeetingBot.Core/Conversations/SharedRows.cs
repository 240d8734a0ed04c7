using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Rows that a group has made for other groups of its tenant, and nothing else of it. Who names their code reads them;
/// what leads from the code to the group is an unguessable address like those of pages (<see cref="PageLinks"/>). A
/// group of another tenant or platform finds what it would find behind a code that was never given.
/// </summary>
public static class SharedRows
{
    /// <summary>The kind of these addresses, and of the rows.</summary>
    public const string Kind = "share";

    /// <summary>Where a group keeps what it shares.</summary>
    /// <param name="what">Such as <c>catalogue</c>.</param>
    public static string Key(string what) => TableKey.Join(Kind, what);

    /// <summary>Under which it is read beside the rows of the group that takes it.</summary>
    public static string Of(string what) => TableKey.Join("shared", what);

    internal static async ValueTask AddAsync(
        ITable table, SharedRead read, Turn turn, RowSet rows, CancellationToken cancel)
    {
        var group = turn.Conversation.Group;
        if (await PageLinks.FindAsync(table, read.Code, Kind, turn.Now, cancel) is not { } link
            || link.Group.Platform != group.Platform || link.Group.Tenant != group.Tenant
            || link.Subject != read.What) return;
        if (await table.GetAsync(link.Group.PartitionKey, Key(read.What), cancel) is { } row)
            rows.Add(row with { RowKey = Of(read.What) });
    }
}
