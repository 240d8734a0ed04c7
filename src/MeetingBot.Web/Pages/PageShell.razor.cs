using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Pages;

/// <summary>The frame of every page.</summary>
public sealed partial class PageShell
{
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>The class of the body: which layout the stylesheet gives the page.</summary>
    [Parameter, EditorRequired] public string Kind { get; set; } = "";

    /// <summary>The script module of the page; null for a page without.</summary>
    [Parameter] public string? Script { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }
}
