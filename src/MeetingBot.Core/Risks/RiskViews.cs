using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

/// <summary>Draws rounds and risks as all see them, from the rows as they are now. Reads only.</summary>
public sealed class RiskViews(ITable table)
{
    private const string SlotPrefix = "risk ";

    /// <summary>The slot of the card of one risk.</summary>
    public static string Slot(int assessment, string risk) =>
        string.Create(CultureInfo.InvariantCulture, $"{SlotPrefix}{assessment} {risk}");

    /// <summary>The card of a slot; null for another feature's, or where there is nothing to be drawn.</summary>
    /// <param name="turn">When it is looked.</param>
    public async ValueTask<Card?> CardAsync(string slot, Turn turn, CancellationToken cancel)
    {
        if (RoundCards.RoundOf(slot) is { } round) return await RoundAsync(round, turn, cancel);
        return slot.StartsWith(SlotPrefix, StringComparison.Ordinal)
            && slot[SlotPrefix.Length..].Split(' ') is [var number, var risk]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var assessment)
                ? await RiskAsync(assessment, risk, turn, cancel)
                : null;
    }

    /// <summary>
    /// Somebody's own card of a round, with what they have said until now: of the scores only theirs are read. Null for
    /// another slot.
    /// </summary>
    /// <param name="turn">Who looks, and when.</param>
    public async ValueTask<Card?> OwnAsync(string slot, Turn turn, CancellationToken cancel)
    {
        if (ScoreCards.RoundOf(slot) is not { } open) return null;
        var partition = turn.Conversation.Group.PartitionKey;
        var rows = await table.ReadAsync(
            partition,
            Reads.OfKeys(
                RiskRows.Key(open.Assessment), RiskRows.RoundKey(open.Assessment, open.Number),
                RiskRows.ProgressKey(open.Assessment, open.Number, turn.Actor.Key))
                .And(Reads.Of(RiskRows.RisksOf(open.Assessment))),
            cancel);
        if (RoundState.In(rows, open) is not { } state) return null;
        var round = state.Round;
        if (!round.Open || round.IsOver(turn.Now)) return ScoreCards.Over(state);
        var progress = state.ProgressOf(turn.Actor);
        var place = progress.NextOpen(0, round.Risks.Length) ?? 0;
        var key = RiskRows.ScoreKey(open.Assessment, open.Number, round.Risks[place], turn.Actor.Key);
        var own = await table.GetAsync(partition, key, cancel) is { } row ? RiskRows.ReadScore(row) : null;
        return ScoreCards.Of(state, place, progress, own, turn);
    }

    // Progress alone is read of an open round: what nobody may see is not even in memory.
    private async ValueTask<Card?> RoundAsync(OpenRound open, Turn turn, CancellationToken cancel)
    {
        var rows = await table.ReadAsync(
            turn.Conversation.Group.PartitionKey,
            Reads.OfKeys(RiskRows.Key(open.Assessment), RiskRows.RoundKey(open.Assessment, open.Number))
                .And(Reads.Of(RiskRows.ProgressOf(open.Assessment, open.Number), GroupRows.Members)),
            cancel);
        return RoundState.In(rows, open) is { } state
            ? RoundCards.Shared(state.Assessment, state.Round, [.. state.Progress], state.Asked(), turn)
            : null;
    }

    private async ValueTask<Card?> RiskAsync(int assessment, string risk, Turn turn, CancellationToken cancel)
    {
        var partition = turn.Conversation.Group.PartitionKey;
        var rows = await table.ReadAsync(
            partition, Reads.OfKeys(RiskRows.Key(assessment)).And(Reads.Of(RiskRows.RiskOf(assessment, risk))), cancel);
        if (rows[RiskRows.Key(assessment)] is not { } row) return null;
        var generation = RiskRows.ReadAssessment(row).Generation;
        if (RiskRows.RisksIn(rows, assessment, generation).FirstOrDefault(one => one.Id == risk) is not { } found)
            return null;
        var read = found.Result is { Round: > 0 and var round }
            ? await table.ReadAsync(partition, RiskDiscussion.Reads(assessment, risk, round), cancel)
            : rows;
        return RiskDiscussion.Of(assessment, risk, read)?.Card(turn);
    }
}
