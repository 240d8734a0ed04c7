using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;

namespace MeetingBot.Actions;

/// <summary>Action items as a card.</summary>
public static class ActionCards
{
    private const int PageSize = 15;
    private const int TextLength = 200;

    /// <summary>The open ones, page by page, with a way to close one.</summary>
    public static Card Open(ImmutableArray<ActionItem> open, int page, string? owner, Turn turn)
    {
        var shown = open.Skip(page * PageSize).Take(PageSize).ToImmutableArray();
        var rows = shown.Select(action => ImmutableArray.Create(
            Number(action.Number), action.Owner, Phrases.Shorten(action.Text, TextLength), Due(action, turn))).ToImmutableArray();
        var choices = shown.Select(action => new Choice(Number(action.Number), $"{action.Number}. {Phrases.Shorten(action.Text, 60)}")).ToImmutableArray();

        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        buttons.Add(turn.Conversation.Button("Mark as done", CompleteAction.Form.Words) with { SendsInputs = true });
        if (open.Length > (page + 1) * PageSize) buttons.Add(turn.Conversation.Button("More actions", ListActions.Form.Words, ("page", Number(page + 1)), ("owner", owner ?? "")));
        return new Card(
            $"Open actions ({open.Length})",
            [new CardTable(["No.", "Owner", "Action", "Due"], rows), new ChoiceInput("number", "Which one is done?", choices, Required: true, Error: "Choose an action.")],
            buttons.DrainToImmutable());
    }

    private static string Due(ActionItem action, Turn turn) => action.DueOn is not { } due
        ? ""
        : Phrases.Day(due, turn.Today) + (action.IsOverdue(turn.Today) ? " – overdue" : "");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
