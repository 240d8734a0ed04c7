using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Guests;
using MeetingBot.Polls.Guests;
using MeetingBot.Tables;

namespace MeetingBot.Polls.Ballots;

/// <summary>
/// Records somebody's ballot in place of the one before. Anyone may while the poll is open. It reads the poll, the
/// counts that were kept last and no ballot, of typed answers the voter's own, and writes one row of its own: voters
/// never meet, however many there are. A guest may while their link stands.
/// </summary>
/// <param name="Fields">The inputs of the card; empty for typed text.</param>
/// <param name="Typed">The answers as typed; null for a card's.</param>
public sealed record CastBallot(int? Number, ImmutableDictionary<string, string> Fields, string? Typed)
    : OnePoll(Number)
{
    public static CommandForm Form { get; } = new(
        "poll vote", "[number] <answers>", "/vote 3 yes, if need be, no", "answers a poll", Read)
    {
        Aliases = ["vote"],
        MembersFromAfar = true,
    };

    protected override Reads Beside(int poll, Turn turn)
    {
        var reads = PollGuests.Of(poll).Admission(turn).And(Receipts.Reads(poll, turn));
        return Typed is null ? reads : reads.And(Tables.Reads.OfKeys(PollRows.BallotKey(poll, turn.Actor)));
    }

    public override Decision Decide(PollState state, Turn turn)
    {
        var poll = state.Poll;
        if (!PollGuests.Of(poll.Number).Admits(state.Rows, turn)) return GuestRefusals.LinkEnded;
        if (!poll.Open || poll.IsOver(turn.Now)) return PollRefusals.NotOpen(poll, turn);
        if (poll.IsGone(turn.Actor.Key) || turn.Departures().Of(turn.Actor.Key) is not null)
            return PollRefusals.Gone(poll);
        if (Typed is not null && !poll.MayBeTyped(turn)) return PollRefusals.NotInPublic(poll);
        var read = Typed is { } text ? BallotText.Read(poll, text) : BallotFields.Read(poll, Fields);
        if (read.Problem is { } problem) return problem;
        var before = Typed is null ? null : state.BallotOf(turn.Actor);
        var ballot = new Ballot(
            turn.Actor, turn.Now, [.. read.Answers, .. Kept(read, before)], read.Comment ?? before?.Comment);
        if (ballot.Answers.IsEmpty && read.Comment is null) return PollRefusals.EmptyBallot(poll, turn.Actor);
        var tell = PollWords.Receipt(poll, ballot, turn)
            + (PollWords.Stale(poll, ballot) is { } stale ? $". {stale}" : "");
        return Receipts.For(state, ballot, tell, turn) with
        {
            Changes = [PollRows.Cast(poll.Number, ballot), .. PollGuests.Of(poll.Number).Holds(state.Rows, turn)],
            While = state.WhileOpen,
            Timers = poll.EndsByBallots ? [PollTimers.Settle(poll, turn)] : [],
        };
    }

    // Who names one option by its number has said nothing of the others.
    private static IEnumerable<OptionAnswer> Kept(ReadBallot read, Ballot? before) =>
        read.Named.IsDefaultOrEmpty || before is null
            ? []
            : before.Answers.Where(given => !read.Named.Contains(given.Option));

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.IsCard) return new CastBallot(input.NumberField("poll"), input.Fields, null);
        var (number, answers) = PollNumber.Take(input.Text);
        // "Vote for Luna" between people is talk.
        return answers.Length == 0 || (input.MayBeTalk && number is null && !BallotText.IsAnswers(answers))
            ? ParsedCommand.Wrong("How do you answer? An answer to each option, in order, or the options you choose.")
            : new CastBallot(number, [], answers);
    }
}
