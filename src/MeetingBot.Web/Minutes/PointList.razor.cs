using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Minutes;

/// <summary>The points of a list that goes on with a line.</summary>
public sealed partial class PointList
{
    [Parameter, EditorRequired] public ImmutableArray<LinePoint> Points { get; set; }
}
