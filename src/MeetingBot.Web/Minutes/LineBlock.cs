using System.Collections.Immutable;
using MeetingBot.Minutes;

namespace MeetingBot.Web.Minutes;

/// <summary>What goes on with a line: a text, or the points of a list.</summary>
/// <param name="Text">Null for a list.</param>
internal sealed record LineBlock(string? Text, ImmutableArray<LinePoint> Points)
{
    /// <summary>The lines in order, those that are points put together.</summary>
    public static ImmutableArray<LineBlock> Of(IEnumerable<string> lines)
    {
        var blocks = ImmutableArray.CreateBuilder<LineBlock>();
        foreach (var line in lines)
        {
            if (Bullets.Read(line) is not var (depth, text)) blocks.Add(new LineBlock(line, []));
            else if (blocks.Count > 0 && blocks[^1].Text is null) blocks[^1] = blocks[^1].With(text, depth);
            else blocks.Add(new LineBlock(null, [new LinePoint(text, [])]));
        }
        return blocks.DrainToImmutable();
    }

    private LineBlock With(string text, int depth) => depth == 1
        ? this with { Points = Points.Add(new LinePoint(text, [])) }
        : this with { Points = Points.SetItem(Points.Length - 1, Points[^1].Under(text)) };
}

/// <summary>A point of a list.</summary>
/// <param name="Below">The points under it.</param>
public sealed record LinePoint(string Text, ImmutableArray<string> Below)
{
    public LinePoint Under(string text) => this with { Below = Below.Add(text) };
}
