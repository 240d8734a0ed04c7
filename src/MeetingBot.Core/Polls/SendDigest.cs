using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Polls;

/// <summary>
/// Tells one person, alone, what they have not answered: all open polls in one message, once a day, in their daytime.
/// Nothing when they have answered meanwhile. Fired by a timer.
/// </summary>
public sealed record SendDigest(PersonKey Voter) : Command
{
    /// <summary>How a timer's name tells the person.</summary>
    public static string Name(Person person) => person.Key.Value;

    public static SendDigest Of(string name) => new(new PersonKey(name));

    public override Reads Reads(Turn turn)
    {
        var open = turn.OpenPolls().Polls;
        return Tables.Reads.OfKeys(
        [
            TableKey.Join("member", Voter.Value), TableKey.Join("reminded", Voter.Value),
            .. open.Select(poll => PollRows.Key(poll.Number)),
            .. open.Select(poll => PollRows.BallotKey(poll.Number, Voter)),
        ]);
    }

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var owed = rows.In(PollRows.All).Select(PollRows.Read)
            .Where(poll => poll.Open && !poll.IsOver(turn.Now)
                && SilentVoters.IsMeant(poll, Voter) && Owes(poll, rows)).ToList();
        if (owed.Count == 0 || Find(owed, rows) is not { } person) return Decision.Nothing;

        var zone = ZoneRules.Of(Moments.ZoneOf(person, turn.Group));
        var due = ReminderRule.Next(turn.Now, zone, ReminderSent.Find(person, rows)?.At);
        if (due > turn.Now)
            return owed.Any(poll => poll.ClosesAt is not { } end || due < end)
                ? new Decision { Timers = [PollTimers.Digest(person, due, turn)] }
                : Decision.Nothing;
        return new Decision
        {
            Changes = [new ReminderSent(turn.Now).ToRow(person)],
            Messages = [turn.Say(Text(owed, person, turn, rows)) with { Recipient = person }],
        };
    }

    private bool Owes(Poll poll, RowSet rows) =>
        SilentVoters.Owes(
            poll, rows[PollRows.BallotKey(poll.Number, Voter)] is { } row ? PollRows.ReadBallot(row) : null);

    private Person? Find(List<Poll> owed, RowSet rows) =>
        rows[TableKey.Join("member", Voter.Value)] is { } row
            ? GroupRows.ReadMember(row)
            : owed.SelectMany(poll => poll.Voters).FirstOrDefault(voter => voter.Key == Voter);

    private static string Text(List<Poll> owed, Person person, Turn turn, RowSet rows)
    {
        var group = turn.Group.Name is { } name ? $" in {name}" : "";
        var polls = owed.Select(poll => $"• {poll.Name}{Until(poll, person, turn)}{Again(poll, person, rows)}");
        return $"Your answer is missing{group}:\n{string.Join('\n', polls)}\n"
            + "Answer on the poll's card in the group's conversation; /polls lists them there.";
    }

    private static string Again(Poll poll, Person person, RowSet rows) =>
        rows[PollRows.BallotKey(poll.Number, person)] is { } row
            && PollWords.Stale(poll, PollRows.ReadBallot(row)) is { } stale
            ? ". " + stale
            : "";

    private static string Until(Poll poll, Person person, Turn turn) => poll.ClosesAt is { } end
        ? $", until {Moments.Deadline(end, Moments.ZoneOf(person, turn.Group), turn.Now)}"
        : "";
}
