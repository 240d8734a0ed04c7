using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Risks;

/// <summary>
/// Sets a timer for each who has not answered everything, when their day is on; many in parts. Fired by a timer, or
/// asked for.
/// </summary>
/// <param name="After">Key of the last who was looked after; empty at first.</param>
public sealed record RemindScorers(OpenRound? Reminded, string After, bool ByHand = false) : OneRound(Reminded)
{
    public static CommandForm Form { get; } = new(
        "risk nudge", "[round]", "/risk nudge", "reminds who has not scored everything",
        input => ReadAlone(input, round => new RemindScorers(round, "", ByHand: true)));

    protected override Reads Beside(OpenRound round, Turn turn) => Tables.Reads.Of(
        RiskRows.ProgressOf(round.Assessment, round.Number), GroupRows.Members, KeyRange.Under("reminded"));

    public override Decision Decide(RoundState state, Turn turn)
    {
        var round = state.Round;
        if (ByHand && !turn.MayRun(state.Assessment)) return RiskRefusals.RunnersOnly(state.Assessment, turn);
        if (!round.Open || round.IsOver(turn.Now)) return ByHand ? RiskRefusals.RoundOver(round) : Decision.Nothing;
        var silent = state.AskedMembers().Where(person => state.ProgressOf(person).Done < round.Risks.Length).ToList();
        var part = PeoplePart.Of(silent, After);
        var timers = part.People.Select(person => RiskTimers.Tell(round, person, ReminderRule.Next(
                turn.Now, ZoneRules.Of(Moments.ZoneOf(person, turn.Group)), ReminderSent.Find(person, state.Rows)?.At)))
            .Where(timer => round.ClosesAt is not { } end || timer.Due < end).ToList();
        return new Decision
        {
            Timers = [.. timers, .. part.Next is { } next ? (TimerEntry[])[RiskTimers.Remind(round, next, turn)] : []],
            Tell = ByHand ? Tell(state, silent.Count) : null,
        };
    }

    private static string Tell(RoundState state, int silent)
    {
        var guests = Guests(state);
        return silent > 0
            ? $"{Phrases.Count(silent, "member")} will be reminded, each alone, in their daytime and once a "
                + $"day.{guests}"
            : guests.Length > 0 ? $"All members who are asked have scored everything.{guests}"
            : "All who are asked have scored everything.";
    }

    // Whom the bot can't write to: who has invited them can.
    private static string Guests(RoundState state)
    {
        var round = state.Round;
        var silent = (round.Guests.IsDefault ? [] : round.Guests)
            .Where(guest => state.ProgressOf(guest).Done < round.Risks.Length).Select(Guest.Shown).ToList();
        return silent.Count == 0 ? ""
            : $" Not yet: {Phrases.Some(silent, ", ", 300)}. I can't write to guests. Their links again: "
                + $"{RoundGuests.Words(state).Command} {silent[0][..^Guest.Mark.Length]}";
    }
}

/// <summary>
/// Reminds one member, alone, with the card they have not answered; nothing when they have meanwhile. Once a day,
/// whatever else they owe. Fired by a timer.
/// </summary>
public sealed record TellScorer(OpenRound Told, PersonKey Member) : OneRound(Told)
{
    protected override Reads Beside(OpenRound round, Turn turn) =>
        Tables.Reads.Of(RiskRows.RisksOf(round.Assessment)).And(Tables.Reads.OfKeys(
            RiskRows.ProgressKey(round.Assessment, round.Number, Member), GroupRows.MemberKey(Member),
            TableKey.Join("reminded", Member.Value)));

    public override Decision Decide(RoundState state, Turn turn)
    {
        var round = state.Round;
        var person = state.AskedMember(Member);
        if (person is null || !round.Open || round.IsOver(turn.Now) || !round.Asks(Member)) return Decision.Nothing;
        var progress = state.ProgressOf(person);
        if (progress.NextOpen(0, round.Risks.Length) is not { } place) return Decision.Nothing;
        var zone = ZoneRules.Of(Moments.ZoneOf(person, turn.Group));
        var due = ReminderRule.Next(turn.Now, zone, ReminderSent.Find(person, state.Rows)?.At);
        if (due > turn.Now)
            return round.ClosesAt is not { } end || due < end
                ? new Decision { Timers = [RiskTimers.Tell(round, person, due)] }
                : Decision.Nothing;
        var theirs = turn with { Incoming = turn.Incoming with { Sender = person } };
        return new Decision
        {
            Changes = [new ReminderSent(turn.Now).ToRow(person)],
            Messages = [ScoreCards.Sent(round, ScoreCards.Of(state, place, progress, null, theirs), person)],
        };
    }
}
