using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// What was said to the bot and is no command: answered with what was understood and an example that works.
/// </summary>
public sealed record Misunderstood(string Typed, string? Problem, CommandForm? Nearest) : Command
{
    private const int MostQuoted = 80;

    public override Reads Reads(Turn turn) => Tables.Reads.None;

    public override Decision Decide(Turn turn, RowSet rows) => new Refusal((Problem, Nearest) switch
    {
        (not null, _) when Problem.Contains("For example:", StringComparison.Ordinal) => Problem,
        (not null, not null) => $"{Problem} For example: {Nearest.Example}",
        (null, not null) =>
            $"I do not understand \"{Quoted}\". Did you mean \"{Nearest.Words}\" ({Nearest.Purpose})? For example: "
                + $"{Nearest.Example}",
        _ => $"I do not understand \"{Quoted}\". Say \"help\" to see what you can do now; for example: agenda add "
            + "Next steps 10m",
    });

    private string Quoted => Phrases.Shorten(Typed, MostQuoted);
}
