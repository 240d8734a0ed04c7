using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Pages;

/// <summary>Plain text as somebody typed it: encoded, with its line breaks kept.</summary>
public sealed partial class TypedText
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>An address of ours: those of its origin become links. Null where there are to be none.</summary>
    [Parameter] public Uri? Own { get; set; }
}
