using System.Globalization;
using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>
/// Changes title, timebox or presenter of an item; what is not said stays. Its proposer and the chair may.
/// </summary>
public sealed record EditAgendaItem(int Number, AgendaItemText Text) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda edit", "<number> [title] [15m] [@presenter]", "/agenda edit 3 Token lifetimes and scopes 20m",
        "changes an item", Read)
    {
        Aliases = ["edit item", "agenda change"],
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (agenda[Number] is not { } item) return AgendaRefusals.NoSuchItem(Number, agenda);
        if (item.Proposer.Key != turn.Actor.Key && !turn.MayRun(agenda.Meeting))
            return ProposerOnly(item, turn, agenda);

        var changed = item with
        {
            Title = Text.Title.Length > 0 ? Text.Title : item.Title,
            Timebox = Text.Timebox ?? item.Timebox,
            Presenter = Text.Presenter ?? item.Presenter,
        };
        var after = agenda.With(changed);
        var current = agenda.Meeting.CurrentItem == Number;
        var warning = current && Text.Timebox is not null ? WarnOfTimebox.Now(changed, turn) : null;
        return new Decision
        {
            Changes = current && changed.Title != item.Title
                ? [agenda.Change(changed), turn.Change(agenda.Meeting with { ItemTitle = changed.Title })]
                : [agenda.Change(changed)],
            Timers = current ? TimeboxTimers.For(changed, turn) : [],
            CancelledTimers = current ? TimeboxTimers.Names : [],
            Tell = "Changed: " + changed.Line + (current ? "" : SpentAlready(changed))
                + (Text.Title.Length > 0 ? TitleRemnant.Of([changed]) : "") + PlannedTime.Warning(agenda, after, turn),
            Messages = [.. warning is null ? [] : new[] { turn.Say(warning) }, AgendaCards.Live(after, turn)],
            ShowCard = AgendaCards.InPlace(after, turn),
        };
    }

    // No clock runs on it that could warn.
    private static string SpentAlready(AgendaItem item) =>
        item.Timebox <= item.Spent ? $". {Phrases.Length(item.Spent)} have been spent on it already." : "";

    private static Refusal ProposerOnly(AgendaItem item, Turn turn, AgendaState agenda) => new(
        $"Item {item.Number} was proposed by {item.Proposer.Name}; only they and who chairs "
            + $"({turn.Runners(agenda.Meeting)}) may change it.");

    private static ParsedCommand Read(CommandInput input)
    {
        var parts = input.Text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var first = parts.Length < 2 ? "" : parts[0].TrimEnd('.', ':');
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return ParsedCommand.Wrong("I need the item's number and what to change.");
        var text = AgendaItemText.Read(parts[1].TrimStart('=').Trim(), input.Mentioned, titled: false);
        var problem = text.Title.Length == 0 ? (text with { Title = "-" }).Problem : text.Problem;
        return problem is null ? new EditAgendaItem(number, text) : ParsedCommand.Wrong(problem);
    }
}
