using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Homes;

/// <summary>
/// Asks each group of a person what waits for them there. Reads only: a group in which they are no member any more is
/// left out, and so is one that cannot be asked, which is said.
/// </summary>
public sealed class HomeViews(ITable table, IClock clock, TurnOptions options)
{
    /// <summary>Most that waits on one page.</summary>
    public const int MostItems = 24;

    /// <summary>Most groups of one page.</summary>
    public const int MostParts = 10;

    /// <summary>Most conversations of a person that are looked at.</summary>
    private const int MostKnown = 1_000;

    /// <summary>Most of them that are asked for one page.</summary>
    private const int MostAsked = 64;
    private const int AtATime = 8;
    private const int MostName = 100;

    private const string Down = "This group can't be asked just now; look again in a minute.";

    /// <inheritdoc cref="ViewHome"/>
    public async ValueTask<PersonHome> HomeAsync(Person viewer, string from, CancellationToken cancel)
    {
        var known = await Memberships.FindAsync(table, viewer.Key, MostKnown, cancel);
        var start = HomePlace.Read(from) is var asked && asked.Conversation < known.Length ? asked : default;
        var page = await PageAsync(viewer, known, start, cancel);
        return page.Parts.IsEmpty && start != default && page.Next is null
            // What stood there is done.
            ? await PageAsync(viewer, known, default, cancel)
            : page;
    }

    private async ValueTask<PersonHome> PageAsync(
        Person viewer, ImmutableArray<ConversationReference> known, HomePlace start, CancellationToken cancel)
    {
        var parts = ImmutableArray.CreateBuilder<HomePart>();
        var (room, member) = (MostItems, false);
        var end = (int)Math.Min(known.Length, (long)start.Conversation + MostAsked);
        for (var first = start.Conversation; first < end; first += AtATime)
        {
            var found = await Task.WhenAll(Enumerable.Range(first, Math.Min(AtATime, end - first))
                .Select(at => AskAsync(viewer, known, at, cancel).AsTask()));
            for (var i = 0; i < found.Length; i++)
            {
                if (found[i] is not { } group) continue;
                member = true;
                var skipped = first + i == start.Conversation ? start.Item : 0;
                var items = group.Home.Items.Skip(skipped).ToList();
                if (items.Count == 0 && (skipped > 0 || group.Home.IsEmpty)) continue;
                if (room == 0 || parts.Count == MostParts)
                    return Page(parts, member, new HomePlace(first + i, skipped));
                parts.Add(Part(group, items.Take(room)));
                if (items.Count > room) return Page(parts, member, new HomePlace(first + i, skipped + room));
                room -= items.Count;
            }
        }
        return Page(parts, member, end < known.Length ? new HomePlace(end, 0) : null);
    }

    private static PersonHome Page(ImmutableArray<HomePart>.Builder parts, bool member, HomePlace? next) => new(
        parts.Count > 0 ? [] : next is null ? HomeWords.Empty(member) : HomeWords.GoesOn, parts.ToImmutable(),
        next?.ToString());

    private static HomePart Part(Asked group, IEnumerable<HomeItem> items) => new(
        group.Conversation, group.Name is { } name ? Phrases.Shorten(name, MostName) : null,
        [
            .. group.Home.Meets is { } meets ? (CardElement[])[new CardText(meets, TextTone.Subtle)] : [],
            .. items.SelectMany(item =>
                (CardElement[])[new CardText(item.Text, item.Tone), new CardButtons([item.Button])]),
        ]);

    private async ValueTask<Asked?> AskAsync(
        Person viewer, ImmutableArray<ConversationReference> known, int at, CancellationToken cancel)
    {
        try
        {
            return await FoundAsync(viewer, known, at, cancel);
        }
        catch (TableUnavailableException)
        {
            return new Asked(known[at], null, new GroupHome(Down, []));
        }
    }

    private async ValueTask<Asked?> FoundAsync(
        Person viewer, ImmutableArray<ConversationReference> known, int at, CancellationToken cancel)
    {
        var own = known[at].Own;
        var home = await JoinedGroups.HomeAsync(table, own, cancel);
        var conversation = known[at] with { Joined = home == own ? null : home };
        var turn = await Onlooker.LookAsync(
            table, conversation, viewer, clock.GetCurrentInstant(), options, cancel);
        // Of a group that is in several of their conversations the first tells.
        if (turn.Group.Forgetting || turn.Departures().Of(turn.Actor.Key) is not null
            || (turn.Group.Sides is { } sides && known.Take(at).Any(before => sides.Find(before)?.Group == home)))
            return null;
        if (await table.GetAsync(home.PartitionKey, GroupRows.MemberKey(turn.Actor), cancel) is not { } row)
            return null;
        var kept = GroupRows.ReadMember(row);
        var member = turn.Actor with
        {
            Name = turn.Actor.Name.Length > 0 ? turn.Actor.Name : kept.Name,
            Zone = viewer.Zone ?? turn.Actor.Zone ?? kept.Zone,
        };
        var rows = await table.ReadAsync(home.PartitionKey, GroupHome.Needs(turn), cancel);
        return new Asked(conversation, turn.Group.Name, GroupHome.Of(member, turn, rows));
    }

    /// <summary>What a group has answered.</summary>
    private sealed record Asked(ConversationReference Conversation, string? Name, GroupHome Home);
}
