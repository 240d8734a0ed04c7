using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>A table that somebody sent as a file: what it is of, they say with it, or its name does.</summary>
internal static class GivenTable
{
    private const int MostWords = 100;

    /// <summary>The command, or null where it was not given to the bot.</summary>
    public static Command? Read(IncomingMessage message)
    {
        if (!message.Bare && !message.Addressed && !message.Text.TrimStart().StartsWith('/')) return null;
        var file = message.File!;
        var words = Phrases.Shorten(Phrases.Words(message.Text), MostWords).TrimStart('/', ' ').Split(' ');
        if (Kind(words, file.Name) is not { } kind) return new UnreadTable(
            $"What is the table {Phrases.Shorten(file.Name, 60)} of? Send it again with the words: "
                + "risk import assets (or threats, or risks).");
        if (file.Problem is { } problem) return new UnreadTable(problem);
        var (text, wrong) = TableBytes.Read(file.Content.Span);
        return new ImportTable(text is null ? ImportSheet.Wrong(kind, wrong!) : ImportReader.Read(kind, text));
    }

    private static ImportKind? Kind(string[] words, string name) =>
        words is [.., var last] && ImportKinds.Read(last.TrimEnd(':')) is { } said ? said
        : words is not [""] && words is not ["risk", "import"] ? null
        : Enum.GetValues<ImportKind>().Where(kind => name.Contains(kind.One(), StringComparison.OrdinalIgnoreCase))
            .ToList() is [var one]
            ? one
            : null;

    private sealed record UnreadTable(string Why) : Command
    {
        public override Reads Reads(Turn turn) => Tables.Reads.None;

        public override Decision Decide(Turn turn, RowSet rows) => new Refusal(Why);
    }
}
