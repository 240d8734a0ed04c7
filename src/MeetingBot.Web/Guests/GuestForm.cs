using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Web.Cards;
using MeetingBot.Web.Doors;
using Microsoft.AspNetCore.Http;

namespace MeetingBot.Web.Guests;

/// <summary>What a guest's page has sent: one of the few verbs that it may, of what its address opens.</summary>
internal sealed record GuestForm(string Verb, ImmutableDictionary<string, string> Fields, string FormId)
{
    /// <summary>Reads it; null after it was refused, which is written down.</summary>
    /// <param name="verbs">What the page may send.</param>
    /// <param name="isOf">Whether the fields name what the address opens: the form has no say in it.</param>
    /// <param name="what">What it must be of: <c>ballot</c>.</param>
    public static async Task<GuestForm?> ReadAsync(
        HttpContext context, GuestDoor door, ImmutableArray<string> verbs,
        Func<ImmutableDictionary<string, string>, bool> isOf, string what)
    {
        var form = await FormBody.ReadAsync(context, GuestDoor.MaxBytes);
        if (form.Refusal is { } refusal)
        {
            await door.RefuseAsync(context, form.Status, "the form can't be read", refusal);
            return null;
        }
        if (CardPress.Read(form["press"]) is not { } press || CardFields.Merge(press, form.Fields) is not { } fields
            || !verbs.Contains(press.Verb) || !isOf(fields))
        {
            await door.RefuseAsync(
                context, StatusCodes.Status400BadRequest, $"the form is of something else than this {what}",
                "That is nothing that can be sent here. Open your link and answer there.");
            return null;
        }
        var formId = SendingId.IsFormId(form["form"]) ? form["form"] : Guid.NewGuid().ToString("N");
        return new GuestForm(press.Verb, fields, formId);
    }

    /// <summary>Refuses what another site's page makes a browser send; true where it was.</summary>
    public static async Task<bool> IsForeignAsync(HttpContext context, GuestDoor door, TurnOptions options)
    {
        if (OwnPage.HasSent(context.Request, options)) return false;
        await door.RefuseAsync(
            context, StatusCodes.Status403Forbidden, "another site's page has sent it",
            "This was sent by a page from elsewhere. Open your link and answer there.");
        return true;
    }

    /// <summary>The same as any channel's answer to a card; sent twice it is one.</summary>
    /// <param name="kind">What the page is of, as its address says it.</param>
    /// <param name="zone">In which the guest reads it.</param>
    public CardAnswer Answer(string kind, Guest guest, string zone)
    {
        var person = guest.Person with { Zone = zone };
        return new CardAnswer(
            $"{kind}-{SendingId.Of(FormId, person, Verb, Fields, null)}", guest.Home, person, Verb, Fields, null,
            WantsAnswer: true);
    }

    /// <summary>
    /// A card with what was typed and chosen in place of what is kept: what was refused is not to be typed again. A
    /// choice that the card has not is none.
    /// </summary>
    public Card Filled(Card card) => card with { Body = [.. card.Body.Select(Filled)] };

    private CardElement Filled(CardElement element) => element switch
    {
        CardColumns columns => new CardColumns(
            [.. columns.Columns.Select(column => column.Select(Filled).ToImmutableArray())]),
        TextInput text when Fields.TryGetValue(text.Id, out var typed) => text with { Value = typed },
        DateInput date when Fields.TryGetValue(date.Id, out var typed) => date with { Value = typed },
        NumberInput number when int.TryParse(Fields.GetValueOrDefault(number.Id), out var typed) =>
            number with { Value = typed },
        ChoiceInput choice when Fields.TryGetValue(choice.Id, out var chosen)
            && chosen.Split(',').All(value => choice.Choices.Any(known => known.Value == value)) =>
            choice with { Value = chosen },
        _ => element,
    };

    /// <summary>A card with those of its buttons alone that are taken here.</summary>
    public static Card Answerable(Card card, ImmutableArray<string> verbs)
    {
        return card with
        {
            Body =
            [
                .. card.Body
                    .Select(element => element is CardButtons row ? new CardButtons(Taken(row.Buttons)) : element)
                    .Where(element => element is not CardButtons { Buttons.IsEmpty: true }),
            ],
            Buttons = Taken(card.Buttons),
        };

        ImmutableArray<CardButton> Taken(ImmutableArray<CardButton> buttons) =>
            buttons.RemoveAll(button => !verbs.Contains(button.Verb));
    }
}
