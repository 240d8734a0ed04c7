using MeetingBot.Meetings.Documents;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Minutes;

/// <summary>What was said on one item.</summary>
public sealed partial class MinutesSectionView
{
    [Parameter, EditorRequired] public MinutesSection Section { get; set; } = null!;

    [Parameter, EditorRequired] public string Zone { get; set; } = "";

    private string? Number => Section.ItemNumber is { } number ? $"{number}. " : null;
}
