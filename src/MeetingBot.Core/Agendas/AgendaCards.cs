using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Dates;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>The agenda as a card: the live one that all see, and as the person who looks may use it.</summary>
public static class AgendaCards
{
    /// <summary>The slot of the live card.</summary>
    public const string Slot = "agenda";

    private const int PageSize = 15;
    private const int PageRoom = 8_000;

    /// <summary>The live card of the conversation; it holds no button that is not everybody's.</summary>
    public static Outgoing Live(AgendaState agenda, Turn turn) => new(
        turn.Conversation, $"Agenda of {agenda.Meeting.Name}", Slot: Slot,
        Card: Describe(agenda, turn, 0, mayRun: false));

    /// <summary>
    /// The live card's last state: how the agenda of the ended meeting was held, without anything to press.
    /// </summary>
    public static Outgoing Closed(AgendaState agenda, Turn turn) => new(
        turn.Conversation, $"Agenda of {agenda.Meeting.Name}", Slot: Slot,
        Card: new Card(
            Title(agenda),
            [new CardText(Status(agenda, turn), TextTone.Subtle), .. List(agenda, 0, out var more), .. Rest(more)],
            []));

    /// <summary>The card as the person of the turn sees it.</summary>
    public static Card For(AgendaState agenda, Turn turn, int page) =>
        Describe(agenda, turn, page, mayRun: agenda.Meeting.Running && turn.MayRun(agenda.Meeting));

    /// <summary>What who pressed a button sees in place of their card; nothing for who typed.</summary>
    public static Card? InPlace(AgendaState agenda, Turn turn) => turn.AnsweredInPlace ? For(agenda, turn, 0) : null;

    private static Card Describe(AgendaState agenda, Turn turn, int page, bool mayRun)
    {
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(new CardText(Status(agenda, turn), TextTone.Subtle));
        if (agenda.Current is { } current) body.AddRange(Clock(current, turn));
        // Above the list, which may be long: they are what the chair is looking for.
        if (mayRun && !agenda.Items.IsEmpty) body.Add(new CardButtons([.. RunButtons(agenda, turn)]));
        body.AddRange(List(agenda, page, out var more));
        body.Add(new TextInput("title", "Add an item", Placeholder: "Title", MaxLength: AgendaItem.MostTitle));
        body.Add(new NumberInput("minutes", "Length in minutes", Min: 1, Max: 720));

        var refresh = turn.Conversation.Button("Refresh", ShowAgenda.Form.Words, ("page", Number(page)));
        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        buttons.Add(turn.Conversation.Button("Add item", AddAgendaItem.Form.Words) with { SendsInputs = true });
        if (more)
            buttons.Add(turn.Conversation.Button("More items", ShowAgenda.Form.Words, ("page", Number(page + 1))));
        if (page > 0) buttons.Add(turn.Conversation.Button("First items", ShowAgenda.Form.Words, ("page", "0")));
        buttons.Add(refresh);
        return new Card(Title(agenda), body.DrainToImmutable(), buttons.DrainToImmutable(), refresh);
    }

    private static string Title(AgendaState agenda) => $"Agenda: {agenda.Meeting.Name}";

    private static string Status(AgendaState agenda, Turn turn)
    {
        var meeting = agenda.Meeting;
        var chair = meeting.Chair is { } person ? $", chaired by {person.Name}" : "";
        var zone = meeting.ZoneIn(turn.Group);
        if (meeting.EndedAt is { } ended) return $"Ended at {Phrases.Time(ended, ZoneRules.Of(zone))} ({zone}){chair}";
        var planned = PlannedTime.Of(agenda, turn) is { } time ? ". I" + time[1..] : "";
        return meeting.StartedAt is { } started
            ? $"Running since {Phrases.Time(started, turn.Group.TimeZone)} ({turn.Group.Zone}){chair}{planned}"
            : $"{Date(meeting, turn)}Not started yet: /meeting start{planned}";
    }

    private static string Date(Meeting meeting, Turn turn) =>
        meeting.Coming(turn.Now) is { } coming ? coming.Said(turn.Today) + ". " : "";

    private static IEnumerable<CardElement> List(AgendaState agenda, int page, out bool more)
    {
        var rows = CardRoom.Page(agenda.Items, page, item => CardRoom.Bytes(What(item)), PageSize, PageRoom, out more)
            .Select(item => ImmutableArray.Create(Number(item.Number), What(item), Time(item)))
            .ToImmutableArray();
        return rows.IsEmpty
            ? [new CardText("No items yet.")]
            : [new CardTable(["No.", "Item", "Time"], rows)];
    }

    private static IEnumerable<CardElement> Rest(bool more) =>
        more ? [new CardText("… and more, in the minutes.", TextTone.Subtle)] : [];

    private static IEnumerable<CardElement> Clock(AgendaItem current, Turn turn)
    {
        yield return new CardHeading($"Now: {current.Number}. {current.Title}");
        if (current.OpenedAt is not { } opened) yield break;
        var zone = turn.Group.TimeZone;
        var until = current.Timebox is { } box
            ? $", timebox until {Phrases.Time(opened - current.Spent + box, zone)}"
            : "";
        var over = current.Timebox is { } given && current.SpentBy(turn.Now) >= given;
        yield return new CardText(
            $"Since {Phrases.Time(opened, zone)}{until}" + (over ? " (over)" : ""),
            over ? TextTone.Warning : TextTone.Normal);
    }

    private static IEnumerable<CardButton> RunButtons(AgendaState agenda, Turn turn)
    {
        var seen = ("seen", Number(agenda.Meeting.CurrentItem ?? 0));
        var conversation = turn.Conversation;
        yield return conversation.Button(
            agenda.Current is null ? "Take up the next item" : "Next item", NextAgendaItem.Form.Words, seen)
            with { Style = ButtonStyle.Primary };
        if (agenda.Current is null) yield break;
        yield return conversation.Button("Extend 5 min", ExtendTimebox.Form.Words, seen, ("minutes", "5"));
        yield return conversation.Button("Skip", SkipAgendaItem.Form.Words, seen);
        yield return conversation.Button("Back", PreviousAgendaItem.Form.Words, seen);
    }

    private static string What(AgendaItem item) =>
        Mark(item.State) + item.Title + (item.Presenter is { } who ? $" ({who})" : "");

    // What has been spent before, not by now: a card is read long after it was drawn. Since when it runs stands above.
    private static string Time(AgendaItem item)
    {
        var spent = item.Spent;
        var used = item.State is AgendaItemState.Done || spent > Duration.Zero ? Phrases.Length(spent) : null;
        return (used, item.Timebox) switch
        {
            (null, null) => "",
            (null, { } box) => Phrases.Length(box),
            (not null, { } box) => $"{used} of {Phrases.Length(box)}",
            _ => used!,
        };
    }

    private static string Mark(AgendaItemState state) => state switch
    {
        AgendaItemState.Done => "✓ ",
        AgendaItemState.Current => "▶ ",
        AgendaItemState.Skipped => "(skipped) ",
        _ => "",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
