using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings;

namespace MeetingBot.Agendas;

/// <summary>Puts an item before or after another, first or last. Numbers do not change.</summary>
/// <param name="Beside">The item it goes beside; null for first (before) or last (after).</param>
public sealed partial record MoveAgendaItem(int Number, bool Before, int? Beside) : Command<AgendaState>
{
    public static CommandForm Form { get; } = new(
        "agenda move", "<number> before|after <number>, first or last", "/agenda move 4 before 2",
        "changes the order of items", Read)
    {
        Aliases = ["move item"],
        Audience = Audience.Runners,
    };

    public override Decision Decide(AgendaState agenda, Turn turn)
    {
        if (!turn.MayRun(agenda.Meeting)) return MeetingRefusals.RunnersOnly(turn, agenda.Meeting);
        if (agenda[Number] is not { } item) return AgendaRefusals.NoSuchItem(Number, agenda);
        if (Beside is { } beside && agenda[beside] is null) return AgendaRefusals.NoSuchItem(beside, agenda);
        if (Beside == Number) return new Refusal($"Item {Number} can't be moved beside itself.");

        var others = agenda.Items.Remove(item);
        var index = Beside is null
            ? (Before ? 0 : others.Length)
            : others.IndexOf(agenda[Beside.Value]!) + (Before ? 0 : 1);
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
            While = turn.WhileItRuns(),
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
        if (!match.Success) return ParsedCommand.Wrong("I need the item's number and where it goes.");
        var number = int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        var where = match.Groups["where"].Value.ToLowerInvariant();
        if (where is "first" or "up front" or "top") return new MoveAgendaItem(number, true, null);
        if (where is "last" or "end") return new MoveAgendaItem(number, false, null);
        return new MoveAgendaItem(
            number, where == "before", int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^#?(?<n>[0-9]{1,4})\s+(?:to\s+)?(?:the\s+)?(?:(?<where>first|last|top|end)|(?<where>before|after)\s+#?(?<m>[0-9]{1,4}))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();
}
