using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>
/// Puts what a meeting did not reach on the agenda of the coming one; what is there already stays once. Anyone may.
/// </summary>
/// <param name="From">The meeting's number; null for the last one.</param>
public sealed record CarryOver(int? From) : Command
{
    private const int MostTold = 6;

    public static CommandForm Form { get; } = new(
        "agenda carry over", "", "/agenda carry over", "puts what was not reached on the next agenda",
        input => input.Text.Length == 0
            ? new CarryOver(input.NumberField("meeting"))
            : ParsedCommand.Wrong("\"agenda carry over\" stands alone."))
    {
        Aliases = ["agenda carry", "carry over"],
        Moment = Moment.BeforeMeeting,
    };

    public override Reads Reads(Turn turn) => AgendaState.Names(turn).And(Tables.Reads.Of(AgendaRows.Of(Source(turn))));

    public override Standing? StandsOn(Turn turn) => turn.WhileItRuns();

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var source = Source(turn);
        var agenda = AgendaState.From(turn, rows);
        if (source < 1 || source >= agenda.Meeting.Number)
            return new Refusal(StillWait(agenda) ?? "There is no meeting before whose agenda could be carried over.");

        var before = AgendaState.Of(new Meeting(source), rows);
        var fresh = CarryOverOffer.Missing(before, agenda);
        if (fresh.Count == 0)
            return new Refusal(
                !CarryOverOffer.Left(before).Any()
                    ? StillWait(agenda) ?? "Everything was reached; there is nothing to carry over."
                    : $"Those items are on the agenda already. {StillWait(agenda)}".TrimEnd());
        if (agenda.Items.Length + fresh.Count > AgendaState.MostItems) return AgendaRefusals.Full;

        var added = fresh.Select((item, index) => new AgendaItem(
            agenda.FreeNumber + index, item.Title, agenda.LastPosition + index, item.Proposer, item.Timebox,
            item.Presenter, CarriedOver: true)).ToList();
        var after = added.Aggregate(agenda, (state, item) => state.With(item));
        return new Decision
        {
            Changes = [.. added.Select(agenda.Add)],
            Tell = turn.AnsweredInPlace
                ? $"{Where(agenda)}: {Phrases.Count(added.Count, "item")}."
                : $"{Where(agenda)}: {Phrases.Join([.. added.Select(item => item.Line)])}",
            Messages = [.. Told(added, agenda, turn), AgendaCards.Live(after, turn)],
        };
    }

    // Who asks while the meeting runs may mean what it has not reached itself.
    private static string? StillWait(AgendaState agenda)
    {
        var waiting = agenda.Meeting.Running ? CarryOverOffer.Left(agenda).Count() : 0;
        return waiting == 0
            ? null
            : $"{Phrases.Count(waiting, "item")} of this meeting still {(waiting == 1 ? "waits; it" : "wait; they")} can "
                + "be carried over once it has ended: /meeting end";
    }

    // Who typed is answered before all; what a press did, only its presser would know.
    private static IEnumerable<Outgoing> Told(List<AgendaItem> added, AgendaState agenda, Turn turn)
    {
        if (!turn.AnsweredInPlace) return [];
        var titles = added.Take(MostTold).Select(item => Phrases.Shorten(item.Title, 60)).ToList();
        if (added.Count > MostTold) titles.Add($"{added.Count - MostTold} more");
        return [turn.Say($"{turn.Actor.Name} put {(agenda.Meeting.Running ? "on the agenda" : "on the next agenda")}: "
            + $"{Phrases.Join(titles)}")];
    }

    private static string Where(AgendaState agenda) => agenda.Meeting.Running ? "On the agenda" : "On the next agenda";

    private int Source(Turn turn) => From ?? (turn.CurrentMeeting().Number - 1);
}
