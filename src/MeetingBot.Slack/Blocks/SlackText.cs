using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// Draws a text without a card as the messages that say it. What is plain stays as typed, marks, emoji names and calls
/// to everyone included; of markdown only what the bot marked is marked.
/// </summary>
internal static class SlackText
{
    /// <param name="typed">Somebody else's words, of which none is changed.</param>
    public static ImmutableArray<RenderedMessage> Pages(string text, TextFormat format, bool typed = false)
    {
        // In markdown people's own words stand, such as those of minutes.
        if (format is TextFormat.Plain && !typed) text = CommandHints.Spelled(text);
        var blocks = format is TextFormat.Markdown ? Marked(text) : RichText.Blocks(text);
        var pages = MessagePages.Of(blocks, []);
        var said = FallbackText.Of(format is TextFormat.Markdown ? CommonMarkLines.Plain(text) : text);
        return [.. pages.Select((page, i) => new RenderedMessage(i == 0 ? said : "\u2026", Json(page)))];
    }

    private static IEnumerable<Block> Marked(string markdown)
    {
        var lines = new List<RichLine>();
        foreach (var line in CommonMarkLines.Of(markdown))
        {
            if (line.Heading is 0) lines.Add(line.Line);
            else
            {
                foreach (var block in RichText.Blocks(lines)) yield return block;
                lines.Clear();
                var text = string.Concat(line.Line.Runs.Select(run => run.Text));
                var heading = line.Heading < 3 ? RichText.Heading(text) : RichText.Blocks(text, bold: true);
                foreach (var block in heading) yield return block;
            }
        }
        foreach (var block in RichText.Blocks(lines)) yield return block;
    }

    private static ReadOnlyMemory<byte> Json(List<Block> blocks) => Block.Write(writer =>
        Block.WriteAll(writer, blocks.Count > 0 ? blocks : RichText.Blocks("\u2026"))).WrittenMemory;
}
