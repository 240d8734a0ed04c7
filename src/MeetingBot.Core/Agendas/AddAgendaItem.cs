using System.Collections.Immutable;
using MeetingBot.Conversations;
using NodaTime;

namespace MeetingBot.Agendas;

/// <summary>Puts items on the agenda of the current or coming meeting. Anyone may; the proposer is kept.</summary>
public sealed record AddAgendaItem(ImmutableArray<AgendaItemText> Items) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda add", "<title> [15m] [@presenter]", "/agenda add Token lifetimes 15m @Luna",
        "puts an item on the agenda; one a line", Read)
    {
        TakesLines = true,
        Aliases = ["agenda+", "add agenda item", "add item"],
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        var there = Items.Select(item => There(item, agenda))
            .OfType<AgendaItem>()
            .DistinctBy(item => item.Number)
            .ToList();
        var fresh = Items.Where(item => There(item, agenda) is null).ToList();
        if (fresh.Count == 0) return AgendaRefusals.AlreadyThere(there);
        if (agenda.Items.Length + fresh.Count > AgendaState.MostItems) return AgendaRefusals.Full;

        var number = agenda.FreeNumber;
        var position = agenda.LastPosition;
        var added = fresh.Select((item, index) => new AgendaItem(
            number + index, item.Title, position + index, turn.Actor, item.Timebox, item.Presenter)).ToList();
        var after = added.Aggregate(agenda, (state, item) => state.With(item));
        return new Decision
        {
            Changes = [.. added.Select(agenda.Add)],
            Tell = "Added " + Phrases.Join([.. added.Select(item => item.Line)])
                + (there.Count == 0 ? "" : ". " + AgendaRefusals.ThereAs(there)),
            Messages = [AgendaCards.Live(after, turn)],
            ShowCard = AgendaCards.InPlace(after, turn),
        };
    }

    // Titles that repeat within one list are meant: "Discussion" after each talk. So are breaks.
    private static AgendaItem? There(AgendaItemText item, AgendaState agenda) => Breaks.Is(item.Title)
        ? null
        : agenda.Items.FirstOrDefault(other => Phrases.SameWords(other.Title, item.Title));

    private static ParsedCommand Read(CommandInput input)
    {
        var items = input.IsCard ? [OfCard(input)] : AgendaItemText.Lines(input.Text)
            .Select(line => AgendaItemText.Read(line, input.Mentioned)).ToList();
        if (items.Count == 0) return ParsedCommand.Wrong("An agenda item needs a title.");
        if (items.Count > 40)
            return ParsedCommand.Wrong($"These are {items.Count} items; up to 40 can be added at a time.");
        return items.Select(item => item.Problem).FirstOrDefault(problem => problem is not null) is { } wrong
            ? ParsedCommand.Wrong(wrong)
            : new AddAgendaItem([.. items]);
    }

    private static AgendaItemText OfCard(CommandInput input) => new(
        input.Field("title") ?? "",
        input.NumberField("minutes") is { } minutes ? Duration.FromMinutes(minutes) : null,
        input.Field("presenter"));
}
