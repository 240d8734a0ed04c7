using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>Puts an item before or after another, in its place, first or last. Numbers do not change.</summary>
/// <param name="Before">Null for the place of the other: before it on the way up, after it on the way down.</param>
/// <param name="Beside">The item it goes beside; null for first (before) or last (after).</param>
public sealed partial record MoveAgendaItem(ItemName Moved, bool? Before, ItemName? Beside) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda move", "<number> before|after <number>, to <number>, first or last", "/agenda move 4 before 2",
        "changes the order of items", Read)
    {
        Aliases = ["move item"],
        Audience = Audience.Runners,
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (!turn.MayRun(agenda.Meeting)) return MeetingRefusals.RunnersOnly(turn, agenda.Meeting);
        var (item, unknown) = Moved.Find(agenda);
        if (item is null) return unknown!;
        AgendaItem? beside = null;
        if (Beside is not null) (beside, unknown) = Beside.Find(agenda);
        if (Beside is not null && beside is null) return unknown!;
        if (beside == item) return new Refusal($"Item {item.Number} can't be moved beside itself.");

        var before = Before ?? agenda.Items.IndexOf(item) > agenda.Items.IndexOf(beside!);
        var others = agenda.Items.Remove(item);
        var index = beside is null
            ? (before ? 0 : others.Length)
            : others.IndexOf(beside) + (before ? 0 : 1);
        var low = index == 0 ? (others.IsEmpty ? 0 : others[0].Position - 2) : others[index - 1].Position;
        var high = index == others.Length ? low + 2 : others[index].Position;
        var between = (low + high) / 2;
        // Halved too often, there is nothing between two neighbours any more: then all are placed anew.
        ImmutableArray<AgendaItem> moved = low < between && between < high
            ? [item with { Position = between }]
            : [.. others.Insert(index, item).Select((other, place) => other with { Position = place })];
        var after = moved.Aggregate(agenda, (state, other) => state.With(other));
        return new Decision
        {
            Changes = [.. moved.Select(agenda.Change)],
            Tell = "The order is now "
                + Phrases.Join([.. after.Items.Select(other => $"{other.Number}. {Phrases.Shorten(other.Title, 40)}")]),
            Messages = [AgendaCards.Live(after, turn)],
            ShowCard = AgendaCards.InPlace(after, turn),
        };
    }

    private static ParsedCommand Read(CommandInput input)
    {
        var match = Spoken().Match(input.Text);
        if (!match.Success || Prose.GoesOn(input.Text))
            return ParsedCommand.Wrong("I need the item's number and where it goes.");
        var moved = new ItemName(match.Groups["what"].Value);
        var where = match.Groups["where"].Value.ToLowerInvariant();
        if (where is "first" or "top" or "start") return new MoveAgendaItem(moved, true, null);
        if (where is "last" or "end" or "bottom") return new MoveAgendaItem(moved, false, null);
        var beside = new ItemName(match.Groups["beside"].Value);
        return new MoveAgendaItem(moved, where == "to" ? null : where == "before", beside);
    }

    private const string Item = "[^\\s].{0,300}?";

    // "to" stands before a number: it may as well be within a title.
    [GeneratedRegex(
        @"^(?:item\s+)?""?(?<what>(?!to\b|it\b|the\s)" + Item + @")""?\s+(?:(?:to\s+)?(?:the\s+)?(?<where>first|last|top|end|start|bottom)(?:\s+(?:place|position))?"
            + @"|(?:to\s+)?(?<where>before|after)\s+(?:item\s+)?""?(?<beside>" + Item + @")""?"
            + @"|(?<where>to)\s+(?:item\s+|place\s+|position\s+)?(?<beside>#?[0-9]{1,4}))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();
}
