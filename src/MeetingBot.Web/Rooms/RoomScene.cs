using System.Collections.Immutable;
using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Web.Rooms;

/// <summary>Reads a room as one person may see it now.</summary>
public sealed class RoomScene(RoomReader reader, ViewCard viewCard, ViewGroup viewGroup)
{
    public ValueTask<GroupOverview> OverviewAsync(string room, CancellationToken cancel) =>
        viewGroup(RoomName.Conversation(room).Group, cancel);

    /// <summary>What the panel offers the viewer.</summary>
    public async ValueTask<PanelOffer> OfferAsync(
        string room, RoomHead? head, Person viewer, GroupOverview overview, CancellationToken cancel)
    {
        var agenda = await viewCard(RoomName.Conversation(room).Group, viewer, AgendaCards.Slot, cancel);
        return PanelOffer.Of(room, viewer, overview, agenda, head?.Slots.GetValueOrDefault(AgendaCards.Slot));
    }

    /// <summary>The newest posts that the viewer may see, oldest first.</summary>
    public async ValueTask<ImmutableArray<ShownPost>> WindowAsync(
        string room, RoomHead head, Person viewer, CancellationToken cancel)
    {
        var shown = ImmutableArray.CreateBuilder<ShownPost>();
        foreach (var post in await reader.WindowAsync(room, head, cancel))
            if (post.IsVisibleTo(viewer)) shown.Add(await ShowAsync(room, head, post, viewer, cancel));
        return shown.ToImmutable();
    }

    /// <summary>The post, or null when it is gone or not for this viewer.</summary>
    public async ValueTask<ShownPost?> PostAsync(
        string room, RoomHead head, string id, Person viewer, CancellationToken cancel) =>
        await reader.PostAsync(room, id, cancel) is { } post && post.IsVisibleTo(viewer)
            ? await ShowAsync(room, head, post, viewer, cancel)
            : null;

    private async ValueTask<ShownPost> ShowAsync(
        string room, RoomHead head, Post post, Person viewer, CancellationToken cancel)
    {
        // A card that one person has alone changes by what they do, and is answered in its place: it is not live.
        var own = post.OnlyFor is not null;
        if (post.Slot is not { } slot || (!own && (!head.Slots.TryGetValue(slot, out var live) || live != post.Id)))
            return new ShownPost(post, post.Card, Live: false);
        var card = await viewCard(RoomName.Conversation(room).Group, viewer, slot, cancel);
        return new ShownPost(post, card ?? post.Card, Live: !own);
    }
}
