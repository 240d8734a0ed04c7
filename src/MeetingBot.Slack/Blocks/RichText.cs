using System.Collections.Immutable;
using System.Text.Json;

namespace MeetingBot.Slack.Blocks;

/// <summary>A run of text, which is shown as it is: nothing in it is markup, a mention or an emoji.</summary>
/// <param name="Link">The address that it opens, http or https; null for none.</param>
internal readonly record struct RichRun(string Text, bool Bold = false, string? Link = null);

/// <summary>One paragraph, or one point of a list.</summary>
/// <param name="Depth">Of a point, from 0; null for a paragraph.</param>
internal sealed record RichLine(ImmutableArray<RichRun> Runs, int? Depth = null)
{
    public static RichLine Of(string text, bool bold = false) => new([new RichRun(text, bold)]);

    public int Length => Runs.Sum(run => ShownText.Length(run.Text));

    public bool IsBlank => Runs.All(run => string.IsNullOrWhiteSpace(run.Text));
}

/// <summary>Draws paragraphs and points as <c>rich_text</c> blocks, parted where they are long.</summary>
internal static class RichText
{
    private const int Deepest = 8;

    public static IEnumerable<Block> Blocks(IEnumerable<RichLine> lines)
    {
        var (block, length) = (new List<RichLine>(), 0);
        foreach (var line in lines.Select(Shown).SelectMany(Pieces).Where(line => !line.IsBlank))
        {
            if (block.Count > 0 && length + line.Length + 1 > BlockLimits.Text)
            {
                yield return BlockOf(block);
                (block, length) = ([], 0);
            }
            block.Add(line);
            length += line.Length + 1;
        }
        if (block.Count > 0) yield return BlockOf(block);
    }

    public static IEnumerable<Block> Blocks(string text, bool bold = false) => Blocks([RichLine.Of(text, bold)]);

    /// <summary>A text in the small grey of a <c>context</c> block.</summary>
    public static IEnumerable<Block> Subtle(string text) =>
        from piece in ShownText.Pieces(ShownText.Plain(text), BlockLimits.Context)
        where !string.IsNullOrWhiteSpace(piece)
        select Block.Of("context", writer =>
        {
            writer.WriteStartArray("elements"u8);
            writer.WriteStartObject();
            Block.WritePlainMembers(writer, piece);
            writer.WriteEndObject();
            writer.WriteEndArray();
        });

    /// <summary>A <c>header</c>, or bold text where it is too long for one; it stands with what it heads.</summary>
    public static IEnumerable<Block> Heading(string text)
    {
        var line = ShownText.Line(text);
        if (string.IsNullOrWhiteSpace(line)) return [];
        return ShownText.Length(line) <= BlockLimits.Header
            ? [Block.Of("header", writer => Block.WritePlain(writer, "text", line)) with { Leads = true }]
            : Blocks(text, bold: true).Select(block => block with { Leads = true });
    }

    /// <summary>The name of a channel, as who reads may see it, in the place of a heading.</summary>
    /// <param name="id">Slack's.</param>
    public static Block Channel(string id) => Block.Of("rich_text", writer =>
    {
        writer.WriteStartArray("elements"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "rich_text_section"u8);
        writer.WriteStartArray("elements"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "channel"u8);
        writer.WriteString("channel_id"u8, id);
        writer.WriteStartObject("style"u8);
        writer.WriteBoolean("bold"u8, true);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }) with { Leads = true };

    private static RichLine Shown(RichLine line)
    {
        var runs = line.Runs.Select(run => run with { Text = ShownText.Plain(run.Text) });
        return line with { Runs = [.. runs.Where(run => run.Text.Length > 0)] };
    }

    private static IEnumerable<RichLine> Pieces(RichLine line)
    {
        if (line.Length < BlockLimits.Text) return [line];
        return line.Runs.SelectMany(run => ShownText.Pieces(run.Text, BlockLimits.Text - 1)
            .Select(piece => line with { Runs = [run with { Text = piece }] }));
    }

    private static Block BlockOf(List<RichLine> lines) => Block.Of("rich_text", writer =>
    {
        writer.WriteStartArray("elements"u8);
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && lines[end].Depth == lines[start].Depth) end++;
            if (lines[start].Depth is { } depth) WriteList(writer, lines[start..end], Math.Min(depth, Deepest));
            else WriteSection(writer, lines[start..end]);
            start = end;
        }
        writer.WriteEndArray();
    });

    private static void WriteList(Utf8JsonWriter writer, List<RichLine> points, int depth)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "rich_text_list"u8);
        writer.WriteString("style"u8, "bullet"u8);
        writer.WriteNumber("indent"u8, depth);
        writer.WriteStartArray("elements"u8);
        foreach (var point in points) WriteSection(writer, [point]);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter writer, List<RichLine> lines)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "rich_text_section"u8);
        writer.WriteStartArray("elements"u8);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) WriteRun(writer, new RichRun("\n"));
            foreach (var run in lines[i].Runs) WriteRun(writer, run);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter writer, RichRun run)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, run.Link is null ? "text"u8 : "link"u8);
        if (run.Link is not null) writer.WriteString("url"u8, run.Link);
        writer.WriteString("text"u8, run.Text);
        if (run.Bold)
        {
            writer.WriteStartObject("style"u8);
            writer.WriteBoolean("bold"u8, true);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }
}
