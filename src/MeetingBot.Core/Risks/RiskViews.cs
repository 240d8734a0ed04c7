using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
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

    // Progress alone is read of an open round: what nobody may see is not even in memory.
    private async ValueTask<Card?> RoundAsync(OpenRound open, Turn turn, CancellationToken cancel)
    {
        var rows = await table.ReadAsync(
            turn.Conversation.Group.PartitionKey,
            Reads.OfKeys(RiskRows.Key(open.Assessment), RiskRows.RoundKey(open.Assessment, open.Number))
                .And(Reads.Of(RiskRows.ProgressOf(open.Assessment, open.Number), GroupRows.Members)),
            cancel);
        if (rows[RiskRows.Key(open.Assessment)] is not { } assessment
            || rows[RiskRows.RoundKey(open.Assessment, open.Number)] is not { } row) return null;
        var state = new RoundState(
            RiskRows.ReadRound(row), row, new AssessmentState(RiskRows.ReadAssessment(assessment), assessment, rows));
        return RoundCards.Shared(state.Assessment, state.Round, [.. state.Progress], state.Asked(), turn);
    }

    private async ValueTask<Card?> RiskAsync(int assessment, string risk, Turn turn, CancellationToken cancel)
    {
        var partition = turn.Conversation.Group.PartitionKey;
        var rows = await table.ReadAsync(
            partition, Reads.OfKeys(RiskRows.Key(assessment)).And(Reads.Of(RiskRows.RiskOf(assessment, risk))), cancel);
        if (rows[RiskRows.Key(assessment)] is not { } row) return null;
        var generation = RiskRows.ReadAssessment(row).Generation;
        if (RiskRows.RisksIn(rows, assessment, generation).FirstOrDefault(one => one.Id == risk) is not { } found) return null;
        var read = found.Result is { Round: > 0 and var round }
            ? await table.ReadAsync(partition, RiskDiscussion.Reads(assessment, risk, round), cancel)
            : rows;
        return RiskDiscussion.Of(assessment, risk, read)?.Card(turn);
    }
}
