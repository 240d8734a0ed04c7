using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Guests;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Risks.Scoring;

/// <summary>What guests' links to score lead to. Reads only, and of all scores the guest's own.</summary>
public sealed class ScoringViews(ITable table, IClock clock, TurnOptions options)
{
    /// <summary>How long after its end a round tells its guests what came of it.</summary>
    public static readonly Duration Kept = Duration.FromDays(90);

    private static readonly FoundScoring Unknown = new(null, Known: false);
    private static readonly FoundScoring Ended = new(null, Known: true);

    /// <inheritdoc cref="FindScoring"/>
    public async ValueTask<FoundScoring> FindAsync(ScoringCall call, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (await PageLinks.FindAsync(table, call.Token, RoundGuests.Kind, now, cancel) is not { Owner: { } owner } link
            || RoundGuests.Read(link.Subject) is not { } open)
            return Unknown;

        var (partition, key, book) = (link.Group.PartitionKey, new PersonKey(owner), RoundGuests.Of(open));
        var progressKey = RiskRows.ProgressKey(open.Assessment, open.Number, key);
        var rows = await table.ReadAsync(
            partition,
            Reads.OfKeys(
                book.Key(key), RiskRows.Key(open.Assessment), RiskRows.RoundKey(open.Assessment, open.Number),
                progressKey),
            cancel);
        // The link that the guest has now; one that was ended is another.
        if (rows[book.Key(key)] is not { } row || GuestBook.Read(row) is not { } guest || guest.Token != call.Token
            || rows[RiskRows.Key(open.Assessment)] is not { } assessment
            || rows[RiskRows.RoundKey(open.Assessment, open.Number)] is not { } kept) return Ended;
        var round = RiskRows.ReadRound(kept);
        if (now - round.EndedAt > Kept) return Ended;

        var told = call.Zone is null ? null : ZoneRules.Canonical(call.Zone);
        var answered = rows[progressKey] is { } own ? RiskRows.ReadProgress(own) : null;
        var reader = guest.Person with { Zone = told ?? answered?.Member.Zone };
        var turn = await Onlooker.LookAsync(table, guest.Home, reader, now, options, cancel);
        var state = new RoundState(
            round, kept, new AssessmentState(RiskRows.ReadAssessment(assessment), assessment, rows));
        var progress = state.ProgressOf(reader);
        var asks = round.Open && !round.IsOver(now);
        var place = Place(round, call, progress);
        var card = asks
            ? await CardAsync(state, place, progress, call, turn, cancel)
            : RoundCards.Over(state.Assessment, round);
        return new FoundScoring(
            new GuestScoring(
                guest with { Person = reader }, round, card, asks ? round.Risks[place] : null, progress.Done,
                state.Assessment.Tlp, turn.Group.Name, turn.Group.Zone, Moments.ZoneOf(reader, turn.Group)),
            Known: true);
    }

    private static int Place(ScoringRound round, ScoringCall call, RoundProgress progress)
    {
        var asked = call.Risk is { } risk ? round.PlaceOf(risk) : -1;
        return asked >= 0 ? asked : progress.NextOpen(0, round.Risks.Length) ?? 0;
    }

    private async ValueTask<Card> CardAsync(
        RoundState state, int place, RoundProgress progress, ScoringCall call, Turn turn, CancellationToken cancel)
    {
        var (round, shown, person) = (state.Round, state.Round.Risks[place], turn.Actor);
        var recorded = call.Recorded is { } said && round.PlaceOf(said) >= 0 ? said : shown;
        var rows = await table.ReadAsync(
            turn.Conversation.Group.PartitionKey,
            Reads.Of(RiskRows.RiskOf(round.Assessment, shown)).And(Reads.OfKeys(
                RiskRows.ScoreKey(round.Assessment, round.Number, shown, person.Key),
                RiskRows.ScoreKey(round.Assessment, round.Number, recorded, person.Key))),
            cancel);
        var read = state with { Of = state.Of with { Rows = rows } };
        // What the address says was recorded is said of what is stored.
        var receipt = read.ScoreOf(recorded, person) is { } score
            ? ScoreCards.Receipt(recorded, score, state.Assessment.Criteria, turn)
            : null;
        return ScoreCards.Of(read, place, progress, read.ScoreOf(shown, person), turn, receipt);
    }
}
