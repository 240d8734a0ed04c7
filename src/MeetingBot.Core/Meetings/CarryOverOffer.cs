using System.Collections.Immutable;
using MeetingBot.Agendas;
using MeetingBot.Cards;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>
/// Offers what a meeting did not reach: to the coming meeting at its end, and once more when that one starts.
/// </summary>
internal static class CarryOverOffer
{
    private const int Room = 6_000;

    /// <summary>What a meeting has left undone; a break is nothing that is.</summary>
    public static IEnumerable<AgendaItem> Left(AgendaState agenda) =>
        agenda.Items.Where(item => item.Waits && !Breaks.Is(item.Title));

    /// <summary>What of it is not on the agenda yet, and was not dropped from it either.</summary>
    public static List<AgendaItem> Missing(AgendaState from, AgendaState onto) =>
        [.. Left(from).Where(item => !onto.Items.Concat(onto.Dropped)
            .Any(other => Phrases.SameWords(other.Title, item.Title)))];

    /// <summary>At the end of the meeting.</summary>
    public static IEnumerable<Outgoing> AtEnd(AgendaState agenda, Turn turn) =>
        Offer([.. Left(agenda)], agenda.Meeting.Number, "Not reached", "Put on the next agenda", turn);

    /// <summary>At the start of the meeting that follows it.</summary>
    public static IEnumerable<Outgoing> AtStart(AgendaState before, AgendaState agenda, Turn turn) =>
        Offer(
            Missing(before, agenda), before.Meeting.Number, $"Not reached in {before.Meeting.Name}",
            "Put on this agenda", turn);

    private static IEnumerable<Outgoing> Offer(
        List<AgendaItem> left, int meeting, string heading, string label, Turn turn)
    {
        if (left.Count == 0) yield break;
        var titles = left.Select(item => Phrases.Shorten(item.Title, 60)).ToImmutableArray();
        var shown = CardRoom.Page(titles, 0, CardRoom.Bytes, titles.Length, Room, out var more);
        var items = Phrases.Join(more ? [.. shown, $"{titles.Length - shown.Length} more"] : shown);
        var carry = turn.Conversation.Button(label, CarryOver.Form.Words, ("meeting", $"{meeting}"))
            with { Style = ButtonStyle.Primary };
        var card = new Card(heading, [new CardText(items)], [carry]);
        yield return new Outgoing(
            turn.Conversation, $"{heading}: {items}. {label} with: /agenda carry over", Card: card);
    }
}
