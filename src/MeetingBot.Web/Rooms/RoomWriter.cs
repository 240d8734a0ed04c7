using System.Collections.Immutable;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// Writes a room's posts. Every write replaces the head under its ETag, so that posts have one order in which
/// nothing appears later before what was read already; writers of one process queue up instead of colliding.
/// </summary>
public sealed class RoomWriter(ITable table, IClock clock)
{
    private readonly ImmutableArray<SemaphoreSlim> _queues =
        [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Adds the post once a delivery: the same delivery again gets the post that is there.</summary>
    /// <param name="source"><c>typed</c> or <c>outbox</c>: who numbers the deliveries.</param>
    /// <param name="instead">A post that is taken away with it.</param>
    public ValueTask<Post> AddAsync(
        string room, string source, string deliveryId, Post post, string? instead, CancellationToken cancel)
    {
        var posted = RoomRows.Posted(source, deliveryId);
        return InTurnAsync(room, async partition =>
        {
            var (head, tag) = await HeadAsync(partition, cancel);
            var numbered = post with { Id = RoomRows.Id(head.LastPost + 1), At = clock.GetCurrentInstant() };
            var next = head.Changed(numbered.Id) with { LastPost = head.LastPost + 1 };
            numbered = numbered with { Change = next.Change };
            // The head guards the number; a post left over by a half-done forgetting must not stand in the way.
            var changes = new List<RowChange>
            {
                new RowChange.Insert(posted, RoomRows.WritePosted(numbered.Id)),
                new RowChange.Upsert(RoomRows.Post(numbered.Id), RoomRows.Write(numbered)),
            };
            if (instead is not null)
            {
                next = next.Changed(instead);
                changes.Add(new RowChange.Delete(RoomRows.Post(instead)));
            }
            changes.Add(Save(next.With(numbered), tag));
            if (await table.CommitAsync(partition, changes, cancel) is CommitResult.Committed) return numbered;
            return await PostedAsync(partition, posted, post, cancel);
        }, cancel);
    }

    /// <summary>Edits a post in place; null when it is gone.</summary>
    public ValueTask<Post?> EditAsync(string room, string id, Func<Post, Post> edit, CancellationToken cancel) =>
        InTurnAsync<Post?>(room, async partition =>
        {
            if (await table.GetAsync(partition, RoomRows.Post(id), cancel) is not { } row)
                return new Written<Post?>(null);
            var (head, tag) = await HeadAsync(partition, cancel);
            var next = head.Changed(id);
            var post = edit(RoomRows.ReadPost(row)) with { Change = next.Change };
            var result = await table.CommitAsync(partition,
                [new RowChange.Replace(row.RowKey, RoomRows.Write(post), row.ETag), Save(next.With(post), tag)],
                cancel);
            return result is CommitResult.Committed ? new Written<Post?>(post) : null;
        }, cancel);

    private async ValueTask<(RoomHead Head, string? ETag)> HeadAsync(string partition, CancellationToken cancel)
    {
        var row = await table.GetAsync(partition, RoomRows.Head, cancel);
        return row is null
            ? (RoomHead.New(clock.GetCurrentInstant().ToUnixTimeMilliseconds().ToString("x", null)), null)
            : (RoomRows.ReadHead(row), row.ETag);
    }

    private static RowChange Save(RoomHead head, string? tag) => tag is null
        ? new RowChange.Insert(RoomRows.Head, RoomRows.Write(head))
        : new RowChange.Replace(RoomRows.Head, RoomRows.Write(head), tag);

    private async ValueTask<Written<Post>?> PostedAsync(
        string partition, string posted, Post post, CancellationToken cancel)
    {
        if (await table.GetAsync(partition, posted, cancel) is not { } guard) return null;
        var id = RoomRows.ReadPosted(guard);
        var row = await table.GetAsync(partition, RoomRows.Post(id), cancel);
        return row is null ? post with { Id = id } : RoomRows.ReadPost(row);
    }

    // Another process may write too: a conflict means that somebody else's write went through, so this ends.
    private async ValueTask<T> InTurnAsync<T>(
        string room, Func<string, ValueTask<Written<T>?>> attempt, CancellationToken cancel)
    {
        var queue = _queues[(room.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % _queues.Length];
        await queue.WaitAsync(cancel);
        try
        {
            while (true)
            {
                if (await attempt(RoomReader.Partition(room)) is { } written) return written.Value;
            }
        }
        finally
        {
            queue.Release();
        }
    }

    private sealed record Written<T>(T Value)
    {
        public static implicit operator Written<T>(T value) => new(value);
    }
}
