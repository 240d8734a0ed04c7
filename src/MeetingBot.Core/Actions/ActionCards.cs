using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;

namespace MeetingBot.Actions;

/// <summary>Action items as a card.</summary>
public static class ActionCards
{
    private const int PageSize = 15;
    private const int PageRoom = 12_000;
    private const int TextLength = 200;
    private const int OwnerLength = 100;
    private const int ChoiceLength = 60;

    /// <summary>The open ones, page by page, with a way to close one.</summary>
    public static Card Open(ImmutableArray<ActionItem> open, int page, string? owner, Turn turn)
    {
        var shown = CardRoom.Page(open, page, Bytes, PageSize, PageRoom, out var more);
        var rows = shown.Select(action => ImmutableArray.Create(
            Number(action.Number), OwnerOf(action), TextOf(action), Due(action, turn))).ToImmutableArray();
        var choices = shown.Select(action => new Choice(Number(action.Number), ChoiceOf(action))).ToImmutableArray();

        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        buttons.Add(turn.Conversation.Button("Mark as done", CompleteAction.Form.Words) with { SendsInputs = true });
        if (more)
            buttons.Add(
                turn.Conversation.Button(
                    "More actions", ListActions.Form.Words, ("page", Number(page + 1)), ("owner", owner ?? "")));
        return new Card(
            $"Open actions ({open.Length})",
            [new CardTable(["No.", "Owner", "Action", "Due"], rows), new ChoiceInput("number", "Which one is done?", choices, Required: true, Error: "Choose an action.")],
            buttons.DrainToImmutable());
    }

    private static int Bytes(ActionItem action) =>
        CardRoom.Bytes(OwnerOf(action)) + CardRoom.Bytes(TextOf(action)) + CardRoom.Bytes(ChoiceOf(action));

    private static string OwnerOf(ActionItem action) => Phrases.Shorten(action.Owner, OwnerLength);

    private static string TextOf(ActionItem action) => Phrases.Shorten(action.Text, TextLength);

    private static string ChoiceOf(ActionItem action) =>
        $"{action.Number}. {Phrases.Shorten(action.Text, ChoiceLength)}";

    private static string Due(ActionItem action, Turn turn) => action.DueOn is not { } due
        ? ""
        : Phrases.Day(due, turn.Today) + (action.DueTime is { } time ? ", " + time : "")
            + (action.IsOverdue(turn.Today) ? " – overdue" : "");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
