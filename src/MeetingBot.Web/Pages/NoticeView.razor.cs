using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Pages;

/// <summary>What the visitor is told about what they just did; empty when there is nothing to tell.</summary>
public sealed partial class NoticeView
{
    [Parameter] public string? Text { get; set; }

    [Parameter] public bool Bad { get; set; }

    /// <summary>What can be done about it.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }
}
