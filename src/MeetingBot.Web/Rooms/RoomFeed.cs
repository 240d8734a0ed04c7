using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using MeetingBot.Meetings;
using MeetingBot.Tables;
using MeetingBot.Web.Pages;
using NodaTime;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// What an open page is sent, for as long as it is open: HTML to put in place. Events: <c>token</c> (for the forms),
/// <c>put</c> (a post), <c>remove</c> (an element's id), <c>reset</c> (all posts), <c>panel</c>, <c>state</c>.
/// </summary>
public sealed class RoomFeed(RoomReader reader, RoomScene scene, ComponentHtml html, IClock clock)
{
    /// <param name="mark">How far the page has read.</param>
    public async IAsyncEnumerable<SseItem<string>> ReadAsync(
        RoomDrawing drawing, RoomMark mark, RoomListener listener, [EnumeratorCancellation] CancellationToken cancel)
    {
        var sent = new FeedState(mark);
        yield return new SseItem<string>(drawing.Token, "token") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
        while (true)
        {
            foreach (var item in await TryNextAsync(drawing, sent, cancel)) yield return item;
            await listener.WaitAsync(cancel);
        }
    }

    private async Task<List<SseItem<string>>> TryNextAsync(
        RoomDrawing drawing, FeedState sent, CancellationToken cancel)
    {
        try
        {
            var overview = await scene.OverviewAsync(drawing.Room, cancel);
            var current = drawing with { Zone = overview.Zone, Now = clock.GetCurrentInstant() };
            var head = await reader.HeadAsync(drawing.Room, cancel);
            var offer = await scene.OfferAsync(drawing.Room, head, drawing.Viewer, overview, cancel);
            // The store may fail in the middle: then nothing of this is sent.
            var draft = sent.Draft();
            var items = draft.Recovered() ? [new SseItem<string>("", "state")] : new List<SseItem<string>>();
            await AddPostsAsync(items, current, head, draft, cancel);
            await AddPanelAsync(items, current, overview, offer, draft);
            sent.Take(draft);
            return items;
        }
        catch (TableUnavailableException)
        {
            return sent.Troubled()
                ? [new SseItem<string>("The store does not answer just now; trying again.", "state")]
                : [];
        }
    }

    private async Task AddPostsAsync(
        List<SseItem<string>> items, RoomDrawing drawing, RoomHead? head, FeedState sent, CancellationToken cancel)
    {
        if (head is null && sent.Mark == RoomMark.None) return;
        head ??= RoomHead.New("");
        var changed = head.ChangedSince(sent.Mark);
        var batch = changed is null
            ? [new SseItem<string>(await AllAsync(drawing, head, sent, cancel), "reset")]
            : await SomeAsync(drawing, head, changed, sent, cancel);
        if (batch.Count > 0)
            batch[^1] = new SseItem<string>(batch[^1].Data, batch[^1].EventType) { EventId = head.Mark.ToString() };
        items.AddRange(batch);
        sent.Mark = head.Epoch.Length == 0 ? RoomMark.None : head.Mark;
    }

    private async Task<string> AllAsync(
        RoomDrawing drawing, RoomHead head, FeedState sent, CancellationToken cancel)
    {
        var posts = await scene.WindowAsync(drawing.Room, head, drawing.Viewer, cancel);
        sent.Forget();
        foreach (var post in posts.Where(p => p.Live)) sent.IsNew(post.ElementId, post.Print);
        return await html.RenderAsync<PostList>(
            (nameof(PostList.Posts), posts), (nameof(PostList.Drawing), drawing));
    }

    private async Task<List<SseItem<string>>> SomeAsync(
        RoomDrawing drawing, RoomHead head, IReadOnlyList<string> changed, FeedState sent, CancellationToken cancel)
    {
        var items = new List<SseItem<string>>();
        // After what takes their place, so that who was at one can go on at the other.
        var removed = new List<SseItem<string>>();
        var oldest = RoomReader.OldestShown(head);
        var ids = changed.Union(head.Slots.Values).Where(id => string.CompareOrdinal(id, oldest) >= 0);
        foreach (var id in ids)
        {
            var isChanged = changed.Contains(id);
            if (await scene.PostAsync(drawing.Room, head, id, drawing.Viewer, cancel) is not { } post)
            {
                if (isChanged) removed.Add(new SseItem<string>(ShownPost.ElementOf(id), "remove"));
            }
            else if ((!post.Live || sent.IsNew(post.ElementId, post.Print)) && (isChanged || post.Live))
            {
                items.Add(new SseItem<string>(await html.RenderAsync<PostView>(
                    (nameof(PostView.Shown), post), (nameof(PostView.Drawing), drawing)), "put"));
            }
        }
        return [.. items, .. removed];
    }

    private async Task AddPanelAsync(
        List<SseItem<string>> items, RoomDrawing drawing, GroupOverview overview, PanelOffer offer, FeedState sent)
    {
        if (!sent.IsNew("panel", Fingerprint.Of(overview, offer))) return;
        items.Add(new SseItem<string>(await html.RenderAsync<GroupPanel>(
            (nameof(GroupPanel.Overview), overview), (nameof(GroupPanel.Offer), offer),
            (nameof(GroupPanel.Drawing), drawing)), "panel"));
    }
}
