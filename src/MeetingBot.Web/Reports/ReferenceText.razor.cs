using MeetingBot.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>A reference as it was typed: a link where the whole of it is an address of the web.</summary>
public sealed partial class ReferenceText
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    private bool IsLink => !Text.Contains(' ', StringComparison.Ordinal)
        && Text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && SafeMarkdown.IsAllowed(Text);
}
