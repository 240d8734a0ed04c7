using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
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
        var there = Items.Select(item => There(item, agenda)).OfType<AgendaItem>().ToList();
        if (there.Count == Items.Length)
            return AgendaRefusals.AlreadyThere([.. there.DistinctBy(item => item.Number)]);
        if (agenda.Items.Length + Items.Length > AgendaState.MostItems) return AgendaRefusals.Full;

        var number = agenda.FreeNumber;
        var position = agenda.LastPosition;
        var added = Items.Select((item, index) => new AgendaItem(
            number + index, item.Title, position + index, turn.Actor, item.Timebox, item.Presenter)).ToList();
        var after = added.Aggregate(agenda, (state, item) => state.With(item));
        return new Decision
        {
            Changes = [.. added.Select(agenda.Add)],
            Tell = "Added " + Phrases.Join([.. added.Select(item => item.Line)]) + TitleRemnant.Of(added),
            Messages = [AgendaCards.Live(after, turn)],
            ShowCard = AgendaCards.InPlace(after, turn),
        };
    }

    // Typed again by a second person, or a list pasted twice. In a list that also tells something new titles repeat on
    // purpose, such as "Discussion" after each talk; so do breaks, and a report by somebody else.
    private static AgendaItem? There(AgendaItemText item, AgendaState agenda) => Breaks.Is(item.Title)
        ? null
        : agenda.Items.FirstOrDefault(other =>
            other.State is not AgendaItemState.Done
            && Phrases.SameWords(other.Title, item.Title)
            && (item.Presenter is null || other.Presenter is null || Phrases.SameWords(other.Presenter, item.Presenter)));

    private static ParsedCommand Read(CommandInput input)
    {
        var items = input.IsCard ? [OfCard(input)] : AgendaLines.Items(input.Text)
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
