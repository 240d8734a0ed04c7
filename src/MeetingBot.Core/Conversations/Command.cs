using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>An intent: typed text and a card's button make the same one.</summary>
public abstract record Command
{
    /// <summary>It keeps what was typed, such as a line of minutes, and does nothing else.</summary>
    public virtual bool KeepsWords => false;

    /// <summary>
    /// It was said among people, and not to the bot: a group's other conversations are told it only where all talk is.
    /// </summary>
    public virtual bool IsTalk => KeepsWords;

    /// <summary>The rows it needs beside those every turn reads.</summary>
    public abstract Reads Reads(Turn turn);

    /// <summary>
    /// What must still stand when something comes of it, such as the meeting into whose minutes it goes; null for
    /// nothing.
    /// </summary>
    public virtual Standing? StandsOn(Turn turn) => null;

    /// <summary>The rule, over the rows that were read. Pure: on a conflict it is asked again.</summary>
    public abstract Decision Decide(Turn turn, RowSet rows);
}

/// <summary>A command whose rule is written over a state of its feature.</summary>
public abstract record Command<TState> : Command where TState : ILoaded<TState>
{
    public sealed override Reads Reads(Turn turn) => TState.Names(turn);

    public sealed override Standing? StandsOn(Turn turn) => TState.StandsOn(turn);

    public sealed override Decision Decide(Turn turn, RowSet rows) => Decide(TState.From(turn, rows), turn);

    /// <summary>The rule.</summary>
    public abstract Decision Decide(TState state, Turn turn);
}

/// <summary>A state that is made from rows.</summary>
public interface ILoaded<TSelf> where TSelf : ILoaded<TSelf>
{
    /// <summary>The rows it is made of, beside those every turn reads.</summary>
    static abstract Reads Names(Turn turn);

    /// <summary>What must still stand when a change of it is stored; null for nothing.</summary>
    static virtual Standing? StandsOn(Turn turn) => null;

    /// <summary>The state that the rows tell.</summary>
    static abstract TSelf From(Turn turn, RowSet rows);
}
