using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>A command about one poll: the one of the number, or the only open one.</summary>
/// <param name="Number">As typed or pressed; null for none.</param>
public abstract record OnePoll(int? Number) : Command
{
    /// <summary>What it needs beside the poll itself.</summary>
    protected virtual Reads Beside(int poll, Turn turn) => Tables.Reads.None;

    public sealed override Reads Reads(Turn turn) => Meant(turn) is { } poll
        ? Tables.Reads.OfKeys(PollRows.Key(poll)).And(Beside(poll, turn))
        : Tables.Reads.None;

    public sealed override Decision Decide(Turn turn, RowSet rows)
    {
        if (Meant(turn) is not { } number) return PollRefusals.WhichPoll(turn.OpenPolls());
        return rows[PollRows.Key(number)] is { } row
            ? Decide(new PollState(PollRows.Read(row), row, rows), turn)
            : PollRefusals.NoSuchPoll(number);
    }

    /// <summary>The rule.</summary>
    public abstract Decision Decide(PollState state, Turn turn);

    /// <summary>Every ballot, and the door that was there before them: what a poll is closed over.</summary>
    protected static Reads AllBallots(int poll) =>
        Tables.Reads.Of(PollRows.Ballots(poll)).And(Tables.Reads.OfKeys(PollRows.Door(poll)));

    /// <summary>Reads a number that may be left out: <c>3</c>, <c>#3</c> or nothing.</summary>
    protected static ParsedCommand ReadNumber(CommandInput input, Func<int?, Command> make) =>
        input.Number("poll") is { } number ? make(number)
        : input.Text.Length == 0 ? make(null)
        : ParsedCommand.Wrong("Which poll? I need its number, or nothing for the only open one.");

    private int? Meant(Turn turn) => Number ?? turn.OpenPolls().Only;
}
