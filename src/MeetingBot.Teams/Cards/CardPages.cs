using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;

namespace MeetingBot.Teams.Cards;

/// <summary>
/// Parts a card that is too large into cards to be sent one after the other. Nothing of it is left out: texts go on
/// in the next card, tables repeat their header, inputs and buttons stand together in the last.
/// </summary>
public static class CardPages
{
    private const int LongestTitle = 150;
    private const int RoomForNumbers = 32;

    /// <summary>
    /// The card itself if it fits; else cards titled "… (1 of 3)". Those have no refresh, which would put the whole
    /// in the place of a part.
    /// </summary>
    /// <exception cref="CardTooLargeException">The inputs and buttons do not fit into one card.</exception>
    public static ImmutableArray<Card> Split(Card card)
    {
        if (CardSize.Bytes(card) <= CardSize.MaxBytes) return [card];
        var title = ShownText.Brief(card.Title, LongestTitle);
        var body = title == card.Title ? card.Body : [new CardText(card.Title, TextTone.Strong), .. card.Body];
        var empty = CardSize.Bytes(new Card(title)) + RoomForNumbers;

        var last = body.Where(AnswersWithInputs).ToImmutableArray();
        var foot = CardSize.Bytes(new Card(title, last, card.Buttons)) + RoomForNumbers;
        if (foot > CardSize.MaxBytes)
            throw new CardTooLargeException("The inputs and buttons", foot, CardSize.MaxBytes);

        var pages = Pack(body.Where(e => !AnswersWithInputs(e)), CardSize.MaxBytes - empty);
        if (pages is [.., var end] && end.Sum(CardSize.Bytes) + foot <= CardSize.MaxBytes)
            pages[^1] = [.. end, .. last];
        else if (last.Length + card.Buttons.Length > 0) pages.Add([.. last]);
        return Number(card, title, pages);
    }

    /// <summary>
    /// The cards of a message, none for one without. False where its inputs and buttons fit into no card.
    /// </summary>
    internal static bool TrySplit(Card? card, out ImmutableArray<Card> pages)
    {
        pages = [];
        if (card is null) return true;
        try
        {
            pages = Split(card);
            return true;
        }
        catch (CardTooLargeException)
        {
            return false;
        }
    }

    private static List<List<CardElement>> Pack(IEnumerable<CardElement> body, int room)
    {
        var pages = new List<List<CardElement>>();
        var used = room;
        foreach (var element in body.SelectMany(e => CardPieces.Of(e, room)))
        {
            var bytes = CardSize.Bytes(element);
            if (pages.Count == 0 || used + bytes > room)
            {
                // A heading goes along with what it heads.
                var heading = pages is [.., [_, .., CardHeading h]] && CardSize.Bytes(h) + bytes <= room ? h : null;
                if (heading is not null) pages[^1].RemoveAt(pages[^1].Count - 1);
                pages.Add(heading is null ? [] : [heading]);
                used = heading is null ? 0 : CardSize.Bytes(heading);
            }
            pages[^1].Add(element);
            used += bytes;
        }
        return pages;
    }

    private static ImmutableArray<Card> Number(Card card, string title, List<List<CardElement>> pages)
    {
        if (pages.Count == 1) return [new Card(title, [.. pages[0]], card.Buttons, card.Refresh)];
        return [.. pages.Select((body, i) => new Card(
            string.Create(CultureInfo.InvariantCulture, $"{title} ({i + 1} of {pages.Count})"),
            [.. body],
            i == pages.Count - 1 ? card.Buttons : []))];
    }

    private static bool AnswersWithInputs(CardElement element) => element switch
    {
        CardInput => true,
        CardButtons buttons => buttons.Buttons.Any(b => b.SendsInputs),
        CardColumns columns => columns.Columns.Any(column => column.Any(AnswersWithInputs)),
        _ => false,
    };
}
