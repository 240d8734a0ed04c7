using MeetingBot.Tables;

namespace MeetingBot.Web.Rooms;

/// <summary>Reads a room's posts.</summary>
public sealed class RoomReader(ITable table)
{
    /// <summary>Posts on the page: the newest ones.</summary>
    public const int Window = 200;

    /// <summary>The room's head, or null while nothing was ever posted there.</summary>
    public async ValueTask<RoomHead?> HeadAsync(string room, CancellationToken cancel) =>
        await table.GetAsync(Partition(room), RoomRows.Head, cancel) is { } row ? RoomRows.ReadHead(row) : null;

    /// <summary>Whether that delivery has made a post.</summary>
    public async ValueTask<bool> IsPostedAsync(
        string room, string source, string deliveryId, CancellationToken cancel) =>
        await table.GetAsync(Partition(room), RoomRows.Posted(source, deliveryId), cancel) is not null;

    public async ValueTask<Post?> PostAsync(string room, string id, CancellationToken cancel) =>
        await table.GetAsync(Partition(room), RoomRows.Post(id), cancel) is { } row ? RoomRows.ReadPost(row) : null;

    /// <summary>The newest posts, oldest first.</summary>
    public async ValueTask<IReadOnlyList<Post>> WindowAsync(string room, RoomHead head, CancellationToken cancel)
    {
        var range = RoomRows.From(OldestShown(head));
        var rows = await table.QueryAsync(Partition(room), range, 2 * Window, cancel);
        return [.. rows.Select(RoomRows.ReadPost)];
    }

    /// <summary>The id of the first post that is still on the page.</summary>
    public static string OldestShown(RoomHead head) => RoomRows.Id(Math.Max(0, head.LastPost - Window + 1));

    internal static string Partition(string room) => RoomName.Conversation(room).Group.PartitionKey;
}
