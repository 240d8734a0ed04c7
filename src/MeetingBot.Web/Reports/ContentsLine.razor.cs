using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>
/// One line of the contents. On paper it has room for a page number: a link to the heading itself, in whose place
/// the number is written when the page has been printed.
/// </summary>
public sealed partial class ContentsLine
{
    /// <summary>Of what it names; its heading has the same with <c>-title</c> at the end.</summary>
    [Parameter, EditorRequired] public string Anchor { get; set; } = "";

    [Parameter] public RenderFragment? ChildContent { get; set; }
}
