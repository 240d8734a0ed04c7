using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings.Homes;

/// <summary>
/// What one person has to do in all their groups, a page of it, for a place that is theirs alone. Its buttons name
/// their group (<see cref="GroupButtons.Home"/>).
/// </summary>
/// <param name="Head">What stands above the groups, or in place of them where nothing waits.</param>
/// <param name="Parts">One for each group of the page in which something waits, or is to come.</param>
/// <param name="Next">Where the next page begins (<see cref="HomePlace"/>); null for the last.</param>
public sealed record PersonHome(
    ImmutableArray<CardElement> Head, ImmutableArray<HomePart> Parts, string? Next = null);

/// <summary>What one person has to do in one group.</summary>
/// <param name="Conversation">The group's conversation in which they are.</param>
/// <param name="Name">The group's name; null where it has none.</param>
public sealed record HomePart(
    ConversationReference Conversation, string? Name, ImmutableArray<CardElement> Body);

/// <summary>
/// Where a page begins: which of the person's conversations, and which of what waits there. It comes back from outside:
/// whatever it is, it is a place in what is theirs.
/// </summary>
public readonly record struct HomePlace(int Conversation, int Item)
{
    /// <summary>Most characters of a place as text.</summary>
    public const int MostText = 16;

    /// <summary>Reads <c>3.12</c>; the beginning for anything else.</summary>
    public static HomePlace Read(string? text) =>
        text is { Length: <= MostText } && text.Split('.') is [var conversation, var item]
        && int.TryParse(conversation, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var below)
            ? new HomePlace(at, below)
            : default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Conversation}.{Item}");
}

/// <summary>A page of somebody's home as it is now. Reads only.</summary>
/// <param name="viewer">Whose it is, as their platform vouches.</param>
/// <param name="from">Where the page begins; empty for the beginning.</param>
/// <exception cref="Tables.TableUnavailableException">It can't be told in which groups they are.</exception>
public delegate ValueTask<PersonHome> ViewHome(Person viewer, string from, CancellationToken cancel);
