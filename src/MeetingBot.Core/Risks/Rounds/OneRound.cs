using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Rounds;

/// <summary>A command about one round of scores: the one that is named, or the only open one.</summary>
/// <param name="Named">As typed or pressed; null for none.</param>
public abstract record OneRound(OpenRound? Named) : Command
{
    /// <summary>What it needs beside the round and its assessment.</summary>
    protected virtual Reads Beside(OpenRound round, Turn turn) => Tables.Reads.None;

    public sealed override Reads Reads(Turn turn) => Meant(turn) is { } round
        ? Tables.Reads.OfKeys(RiskRows.Key(round.Assessment), RiskRows.RoundKey(round.Assessment, round.Number))
            .And(Beside(round, turn))
        : Tables.Reads.None;

    public sealed override Decision Decide(Turn turn, RowSet rows)
    {
        if (Meant(turn) is not { } meant)
            return turn.OpenRounds() is { Rounds.IsEmpty: false } open
                ? RiskRefusals.WhichRound(open)
                : RiskRefusals.NoRound;
        return RoundState.In(rows, meant) is { } state ? Decide(state, turn) : RiskRefusals.NoRound;
    }

    /// <summary>The rule.</summary>
    public abstract Decision Decide(RoundState state, Turn turn);

    /// <summary>Reads a round that may be left out: <c>2</c>, <c>round 2</c> or nothing.</summary>
    /// <param name="make">Gets what follows.</param>
    protected static ParsedCommand Read(CommandInput input, Func<OpenRound?, string, ParsedCommand> make)
    {
        if (Pressed(input) is { } pressed) return make(pressed, input.Text);
        var words = input.Text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        var said = words is ["round", ..] or ["Round", ..] ? 1 : 0;
        return words.Length > said && CommandInput.TypedNumber(words[said]) is { } number
            ? make(new OpenRound(0, number), string.Join(' ', words.Skip(said + 1)))
            : make(null, input.Text);
    }

    /// <summary>The same where nothing may follow.</summary>
    protected static ParsedCommand ReadAlone(CommandInput input, Func<OpenRound?, Command> make) =>
        Read(input, (round, rest) => rest.Length == 0
            ? make(round)
            : ParsedCommand.Wrong("Which round? Its number, or nothing for the only open one."));

    /// <summary>The round of a button.</summary>
    protected static OpenRound? Pressed(CommandInput input) =>
        input.NumberField("assessment") is { } assessment && input.NumberField("round") is { } round
            ? new OpenRound(assessment, round)
            : null;

    // Who types names no assessment: the one that is worked on is meant.
    private OpenRound? Meant(Turn turn) => Named is { Assessment: 0 } typed
        ? typed with { Assessment = turn.OpenRounds().Current }
        : Named ?? turn.OpenRounds().Only;
}
