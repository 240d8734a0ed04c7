using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>Puts items on the agenda of the current or coming meeting. Anyone may; the proposer is kept.</summary>
public sealed record AddAgendaItem(ImmutableArray<AgendaItemText> Items) : Command<AgendaState>
{
    private const int Most = 40;

    public static CommandForm Form { get; } = new(
        "agenda add", "<title> [15m] [@presenter] [before <number>]", "/agenda add Token lifetimes 15m @Luna",
        "puts an item on the agenda; one a line", Read)
    {
        TakesLines = true,
        MembersFromAfar = true,
        TellsFromAfar = true,
        Aliases = ["agenda+", "add agenda item", "add item"],
    };

    /// <summary>The lines began with the times at which their items start.</summary>
    public bool FromStarts { get; init; }

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        var items = Items.Select(item => item.In(agenda)).ToList();
        var there = items.Select(item => There(item, agenda)).OfType<AgendaItem>().ToList();
        if (there.Count == items.Count && !items.TrueForAll(item => Breaks.Is(item.Title)))
            return AgendaRefusals.AlreadyThere([.. there.DistinctBy(item => item.Number)]);
        if (agenda.Items.Length + items.Count > AgendaState.MostItems) return AgendaRefusals.Full;
        foreach (var place in items.Select(item => item.Place).OfType<ItemPlace>())
            if (place.Beside?.Find(agenda).Refusal is { } unknown) return AgendaRefusals.NoSuchPlace(unknown, place);

        var mayPlace = turn.MayRun(agenda.Meeting);
        var number = agenda.FreeNumber;
        var after = agenda;
        var added = new List<AgendaItem>();
        var told = new List<string>();
        foreach (var item in items)
        {
            var position = mayPlace ? after.PositionAt(item.Place) : after.LastPosition;
            added.Add(new AgendaItem(number++, item.Title, position, turn.Actor, item.Timebox, item.Presenter));
            after = after.With(added[^1]);
            told.Add(added[^1].Line + (mayPlace ? Placed(item.Place, agenda) : ""));
        }
        return new Decision
        {
            Changes = [.. added.Select(agenda.Add)],
            Tell = "Added " + Phrases.Join(told)
                + WithoutStop(
                    Remark(items, added, mayPlace, agenda, turn), PlannedTime.Warning(agenda, after, turn)),
            Messages = [AgendaCards.Live(after, turn)],
            ShowCard = AgendaCards.InPlace(after, turn),
        };
    }

    private static string WithoutStop(string remark, string warning) =>
        warning.Length == 0 ? remark : remark.TrimEnd('.') + warning;

    private static string Placed(ItemPlace? place, AgendaState agenda) => place switch
    {
        { Beside: { } item } when item.Find(agenda).Item is { } beside =>
            $", {(place.Before ? "before" : "after")} {beside.Number}. {Phrases.Shorten(beside.Title, 60)}",
        { Before: true } => ", first",
        _ => "",
    };

    private string Remark(
        List<AgendaItemText> items, List<AgendaItem> added, bool mayPlace, AgendaState agenda, Turn turn)
    {
        if (FromStarts)
        {
            var open = added.Where(item => item.Timebox is null)
                .Select(item => $"{item.Number}. {item.Title}").ToList();
            return ". The times before the titles are their starts, so each lasts until the next"
                + (open.Count == 0 ? "." : $"; {Phrases.Join(open)} {(open.Count == 1 ? "is" : "are")} open.");
        }
        var index = mayPlace ? -1 : items.FindIndex(item => item.Place is not null);
        return index < 0
            ? TitleRemnant.Of(added)
            : $". {(added.Count == 1 ? "It stands" : "They stand")} last: only who chairs "
                + $"({turn.Runners(agenda.Meeting)}) sets the order, with /agenda move {added[index].Number} {items[index].Place!.Said}";
    }

    // Typed again by a second person, or a list pasted twice. In a list that also tells something new titles repeat on
    // purpose, such as "Discussion" after each talk; so does a report by somebody else, and a break alone.
    private static AgendaItem? There(AgendaItemText item, AgendaState agenda) =>
        agenda.Items.FirstOrDefault(other =>
            other.State is not AgendaItemState.Done
            && Phrases.SameWords(other.Title, item.Title)
            && (item.Presenter is null || other.Presenter is null || Phrases.SameWords(other.Presenter, item.Presenter)));

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.IsCard && input.Field("lines") is null) return Of([OfCard(input)], false);
        var lines = AgendaLines.Items(input.Field("lines") ?? input.Text);
        return StartTimes.Of(lines) is { } started
            ? Of([.. started.Select(line => Started(line, input))], true)
            : Of([.. lines.Select(line => AgendaItemText.ReadPlaced(line, input.Mentioned))], false);
    }

    private static ParsedCommand Of(List<AgendaItemText> items, bool fromStarts)
    {
        if (items.Count == 0) return ParsedCommand.Wrong("An agenda item needs a title.");
        if (items.Count > Most)
            return ParsedCommand.Wrong($"These are {items.Count} items; up to {Most} can be added at a time.");
        return items.Select(item => item.Problem).FirstOrDefault(problem => problem is not null) is { } wrong
            ? ParsedCommand.Wrong(wrong)
            : new AddAgendaItem([.. items]) { FromStarts = fromStarts };
    }

    private static AgendaItemText Started(StartedLine line, CommandInput input)
    {
        var item = AgendaItemText.Read(line.Line, input.Mentioned);
        return item with { Timebox = item.Timebox ?? line.Length };
    }

    private static AgendaItemText OfCard(CommandInput input) => new(
        input.Field("title") ?? "",
        input.NumberField("minutes") is { } minutes ? Duration.FromMinutes(minutes) : null,
        input.Field("presenter"));
}
