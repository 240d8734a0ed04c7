using System.Collections.Immutable;
using MeetingBot.Meetings.Documents;
using MeetingBot.Minutes;
using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Minutes;

/// <summary>One line of the minutes, with the link that leads to it.</summary>
public sealed partial class LineView
{
    [Parameter, EditorRequired] public MinutesLine Line { get; set; } = null!;

    [Parameter, EditorRequired] public string Zone { get; set; } = "";

    private string Noted => $"noted by {Line.Author} at {TimeText.TimeOfDay(Line.At, Zone)}";

    private string Class => $"line {Line.Kind.ToString().ToLowerInvariant()}{(OwnPoint is null ? "" : " point")}";

    // A line that is a point itself, such as the first below a topic.
    private string? OwnPoint =>
        Line is { Kind: MinuteKind.Note, Speaker: null } && Bullets.Read(Line.Text) is var (_, text) ? text : null;

    // What goes on with the line before any list; a list can't stand within its paragraph.
    private IEnumerable<string> First => Line.Continuations.TakeWhile(more => Bullets.Read(more) is null);

    private ImmutableArray<LineBlock> Behind => LineBlock.Of(Line.Continuations.Skip(First.Count()));

    private string? Mark => Line.Kind switch
    {
        MinuteKind.Resolution => "RESOLVED:",
        MinuteKind.Agreement => "AGREED:",
        MinuteKind.Action => "ACTION", // its text begins with its number
        MinuteKind.Topic => "Topic:",
        _ => null,
    };
}
