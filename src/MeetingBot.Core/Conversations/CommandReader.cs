namespace MeetingBot.Conversations;

/// <summary>
/// Makes a command of whatever came in: the command table for what people say, functions for the rest.
/// </summary>
/// <param name="OnSignal">For what the platform tells of its call.</param>
/// <param name="OnMembers">For people, or the bot, who were added.</param>
/// <param name="OnTimer">By the timer's name.</param>
public sealed record CommandReader(
    CommandTable Table,
    Func<MeetingSignal, Command?> OnSignal,
    Func<MembersAdded, Command?> OnMembers,
    Func<string, Command?> OnTimer)
{
    /// <summary>For a calendar that was sent or pasted; null where none is taken.</summary>
    public Func<PastedCalendar, Command?>? OnCalendar { get; init; }

    /// <summary>For a table that was sent as a file; null where none is taken.</summary>
    public Func<IncomingMessage, Command?>? OnTable { get; init; }

    /// <summary>For a message that was edited or deleted; null where none is followed.</summary>
    public Func<IncomingMessage, Command?>? OnRevised { get; init; }

    /// <summary>For what came of an errand; null where none is sent.</summary>
    public Func<ErrandDone, Command?>? OnErrand { get; init; }

    /// <summary>For who has left; null where nothing comes of it.</summary>
    public Func<MemberLeft, Command?>? OnLeft { get; init; }

    /// <summary>What came in, cut into turns of their own where it is several.</summary>
    public IReadOnlyList<Incoming> Parts(Incoming incoming) =>
        incoming is not IncomingMessage message ? Crowds.Parts(incoming)
            : message.Revises is not null ? [message]
            // What stands in a calendar is no command, however it begins.
            : PastedCalendar.Of(message) is { } calendar ? [message with { Calendar = calendar }]
            : message.File is not null ? [message]
            : PastedCommands.Parts(message, Table);

    /// <summary>The command, or null for what is not for the bot.</summary>
    /// <param name="incoming">One of the <see cref="Parts"/>.</param>
    public Command? Read(Incoming incoming) => incoming switch
    {
        IncomingMessage { Revises: not null } revised => OnRevised?.Invoke(revised),
        IncomingMessage { Calendar: { } calendar } when OnCalendar is not null => OnCalendar(calendar),
        IncomingMessage { File.IsTable: true } message when OnTable is not null => OnTable(message),
        IncomingMessage message when LongText.IsTooLong(message.Text) => LongText.Refuse(message, Table),
        IncomingMessage message => Table.Read(message),
        CardAnswer { Automatic: true } refresh when !Table.Refreshes(refresh.Verb) => null,
        CardAnswer answer => LongText.Refuse(answer) ?? Table.Read(answer),
        MeetingSignal signal => OnSignal(signal),
        ErrandDone done => OnErrand?.Invoke(done),
        MembersAdded members => OnMembers(members),
        MemberLeft left => OnLeft?.Invoke(left),
        TimerFired timer => OnTimer(timer.Name) ?? new ObsoleteTimer(),
        _ => null,
    };

    /// <summary>A timer of a feature that is no more: it is taken away.</summary>
    private sealed record ObsoleteTimer : Command
    {
        public override Tables.Reads Reads(Turn turn) => Tables.Reads.None;

        public override Decision Decide(Turn turn, Tables.RowSet rows) => Decision.Nothing;
    }
}
