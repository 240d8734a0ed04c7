using System.Collections.Immutable;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// The room's one small row that every write of a post goes through: it puts all of them in one order.
/// </summary>
/// <param name="Epoch">Made with the room; another one means that the room was forgotten and begun again.</param>
/// <param name="Change">Number of the last change.</param>
/// <param name="LastPost">Number of the last post.</param>
/// <param name="Recent">The last changes, oldest first.</param>
/// <param name="Slots">The post that carries each live card.</param>
/// <param name="People">Names of those who have written here.</param>
public sealed record RoomHead(
    string Epoch,
    long Change,
    long LastPost,
    ImmutableArray<RoomChange> Recent,
    ImmutableSortedDictionary<string, string> Slots,
    ImmutableArray<string> People)
{
    /// <summary>Changes that are remembered; who missed more reads the room anew.</summary>
    public const int MaxRecent = 64;

    private const int MaxPeople = 200;
    private const int MaxSlots = 50;

    public static RoomHead New(string epoch) =>
        new(epoch, 0, 0, [], ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), []);

    public RoomMark Mark => new(Epoch, Change);

    /// <summary>The head after one more change, of that post.</summary>
    public RoomHead Changed(string post)
    {
        var recent = Recent.Length < MaxRecent ? Recent : Recent.RemoveAt(0);
        return this with { Change = Change + 1, Recent = recent.Add(new RoomChange(Change + 1, post)) };
    }

    public RoomHead With(Post post) => this with
    {
        People = post.Author is { } name && People.Length < MaxPeople && !People.Contains(name)
            ? People.Add(name)
            : People,
        Slots = post is { Slot: { } slot, OnlyFor: null } && (Slots.ContainsKey(slot) || Slots.Count < MaxSlots)
            ? Slots.SetItem(slot, post.Id)
            : Slots,
    };

    /// <summary>
    /// The posts changed after the mark, each once, in the order of their last change; null when that is not known.
    /// </summary>
    public IReadOnlyList<string>? ChangedSince(RoomMark mark)
    {
        if (mark.Epoch != Epoch || mark.Change > Change) return null;
        if (mark.Change < Change && (Recent.IsEmpty || Recent[0].Number > mark.Change + 1)) return null;
        return [.. Recent.Where(c => c.Number > mark.Change).Reverse().DistinctBy(c => c.Post).Reverse()
            .Select(c => c.Post)];
    }
}

/// <summary>One change of a room: a post added, edited or taken away.</summary>
public sealed record RoomChange(long Number, string Post);
