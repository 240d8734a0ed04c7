using MeetingBot.Conversations;
using MeetingBot.Meetings.Digests;
using MeetingBot.Meetings.Guests;
using MeetingBot.Meetings.People;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>
/// Has each reminded who has not answered everything, when their day is on; many in parts. Fired by a timer, or asked
/// for.
/// </summary>
/// <param name="After">Key of the last who was looked after; empty at first.</param>
public sealed record RemindScorers(OpenRound? Reminded, string After, bool ByHand = false) : OneRound(Reminded)
{
    public static CommandForm Form { get; } = new(
        "risk nudge", "[round]", "/risk nudge", "reminds who has not scored everything",
        input => ReadAlone(input, round => new RemindScorers(round, "", ByHand: true)))
    {
        Aliases = ["risk remind"],
    };

    protected override Reads Beside(OpenRound round, Turn turn) => Tables.Reads.Of(
        RiskRows.ProgressOf(round.Assessment, round.Number), GroupRows.Members, Reminders.Sent);

    public override Decision Decide(RoundState state, Turn turn)
    {
        var round = state.Round;
        if (ByHand && !turn.MayRun(state.Assessment)) return RiskRefusals.RunnersOnly(state.Assessment, turn);
        if (!round.Open || round.IsOver(turn.Now)) return ByHand ? RiskRefusals.RoundOver(round) : Decision.Nothing;
        var silent = state.AskedMembers().Where(person => state.ProgressOf(person).Done < round.Risks.Length).ToList();
        var part = PeoplePart.Of(silent, After);
        var reminders = Reminders.Of(part.People, turn, state.Rows);
        return reminders with
        {
            Timers = part.Next is { } next
                ? reminders.Timers.Add(RiskTimers.Remind(round, next, turn))
                : reminders.Timers,
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
