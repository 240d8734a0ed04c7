using System.Collections.Immutable;

namespace MeetingBot.Conversations;

/// <summary>How a command is said: one line of the command table.</summary>
/// <param name="Words">Its words, lower case, without a slash: <c>agenda add</c>. Also the verb of its buttons.</param>
/// <param name="Syntax">What follows the words, for help; empty for nothing.</param>
/// <param name="Example">A whole example that works, without a slash.</param>
/// <param name="Purpose">What it does, in a few words.</param>
/// <param name="Read">Makes the command of what follows, or says what is wrong with it.</param>
public sealed record CommandForm(
    string Words, string Syntax, string Example, string Purpose, Func<CommandInput, ParsedCommand> Read)
{
    /// <summary>Other words for the same.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Who may.</summary>
    public Audience Audience { get; init; } = Audience.Everyone;

    /// <summary>When it makes sense.</summary>
    public Moment Moment { get; init; } = Moment.Always;

    /// <summary>Whether the operator has set what it needs; help names it only then.</summary>
    public Func<TurnOptions, bool> IsThere { get; init; } = _ => true;

    /// <summary>Not listed by help: a button's verb, or a rare spelling.</summary>
    public bool Hidden { get; init; }

    /// <summary>
    /// It may be pressed in somebody's own chat with the bot (<see cref="HomeGroup"/>): its command looks whether they
    /// are one of the group.
    /// </summary>
    public bool FromAfar { get; init; }

    /// <summary>
    /// The same, of what the group's members may and no other: whether they are one is looked at for it
    /// (<see cref="OfMember"/>).
    /// </summary>
    public bool MembersFromAfar { get; init; }

    /// <summary>What comes of it from afar is told to the group, as it would be where it was typed there.</summary>
    public bool TellsFromAfar { get; init; }

    /// <summary>A client may press it by itself to draw a card anew: to a press it only shows.</summary>
    public bool Refreshes { get; init; }

    /// <summary>What follows is kept to the letter: a final full stop belongs to it.</summary>
    public bool KeepsText { get; init; }

    /// <summary>What is meant for the bot though its text is free and it may be talk, as <c>action 2 @Luna</c>.</summary>
    public Func<string, bool> IsPlain { get; init; } = _ => false;

    /// <summary>
    /// With a colon it also heads a line of minutes, such as <c>Attending: …</c>: among other lines it is that.
    /// </summary>
    public bool HeadsLines { get; init; }

    /// <summary>What follows may be a list, one a line.</summary>
    public bool TakesLines { get; init; }

    /// <summary>
    /// What begins with a number it reads itself: a verb behind that is of its text, and of no other command.
    /// </summary>
    public bool TakesNumber { get; init; }

    /// <summary>What stands in its lines is a table: no command, however one of them begins.</summary>
    public bool TakesTable { get; init; }

    /// <summary>A form whose command has nothing behind its words.</summary>
    public static CommandForm Plain(string words, string purpose, Func<Command> make) => new(
        words, "", words, purpose,
        input => input.Text.Length == 0
            ? make()
            : ParsedCommand.Wrong($"\"{words}\" stands alone; what follows it I do not understand."));
}

/// <summary>Who may use a command.</summary>
public enum Audience { Everyone, Runners, WhoMayChair, Chairs }

/// <summary>When a command makes sense.</summary>
public enum Moment { Always, InMeeting, BeforeMeeting }

/// <summary>A command, or what is wrong with what was typed behind its words.</summary>
public sealed record ParsedCommand
{
    private ParsedCommand() { }

    public Command? Command { get; private init; }

    public string? Problem { get; private init; }

    public static ParsedCommand Wrong(string problem) => new() { Problem = problem };

    public static implicit operator ParsedCommand(Command command) => new() { Command = command };
}
