using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;

namespace MeetingBot.Agendas;

/// <summary>What next, back, go and skip have in common: leave one item, take up another, move the clock.</summary>
internal static class AgendaMoves
{
    /// <summary>Leaves the current item in the given state and takes up the other, or none.</summary>
    public static Decision Move(
        AgendaState agenda, Turn turn, AgendaItem? target, AgendaItemState leaving, string? note = null)
    {
        var changes = ImmutableArray.CreateBuilder<RowChange>();
        var after = agenda;
        var meeting = agenda.Meeting;

        if (agenda.Current is { } current && current.Number != target?.Number)
        {
            var left = current with { State = leaving, Spent = current.SpentBy(turn.Now), OpenedAt = null };
            changes.Add(agenda.Change(left));
            after = after.With(left);
        }

        AgendaItem? taken = null;
        if (target is not null)
        {
            taken = target with
            {
                State = AgendaItemState.Current,
                OpenedAt = turn.Now,
                Rank = target.Rank == 0 ? meeting.Rank + 1 : target.Rank,
            };
            changes.Add(agenda.Change(taken));
            after = after.With(taken);
        }

        var tell = note ?? (taken is null ? Finished : $"Now {taken.Line}");
        meeting = meeting with
        {
            CurrentItem = taken?.Number,
            ItemOpenedAt = taken?.OpenedAt,
            ItemTitle = taken?.Title,
            Rank = Math.Max(meeting.Rank, taken?.Rank ?? 0),
        };
        changes.Add(turn.Change(meeting));
        return new Decision
        {
            Changes = changes.DrainToImmutable(),
            Timers = taken is null ? [] : [.. TimeboxTimers.For(taken, turn), .. TakenUp.Timers(taken, turn)],
            CancelledTimers = TimeboxTimers.Names,
            Tell = tell,
            Messages = [.. turn.ToTheOthers(tell), AgendaCards.Live(after with { Meeting = meeting }, turn)],
            ShowCard = AgendaCards.InPlace(after with { Meeting = meeting }, turn),
        };
    }

    /// <summary>Who may not run the agenda, or that there is nothing to run; null when it may go on.</summary>
    public static Refusal? Hindrance(AgendaState agenda, Turn turn, int? seen)
    {
        if (!agenda.Meeting.Running) return MeetingRefusals.NotRunning;
        if (!turn.MayRun(agenda.Meeting)) return MeetingRefusals.RunnersOnly(turn, agenda.Meeting);
        // A card shows what was; whoever presses it must still mean what is.
        return seen is { } number && number != (agenda.Meeting.CurrentItem ?? 0)
            ? AgendaRefusals.Stale(agenda.Current)
            : null;
    }

    private const string Finished =
        "That was the last item of the agenda. Add more with /agenda add, or close the meeting: /meeting end";
}
