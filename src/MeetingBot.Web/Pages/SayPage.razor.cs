using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Pages;

/// <summary>A page that says one thing.</summary>
public sealed partial class SayPage
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    [Parameter, EditorRequired] public int Status { get; set; }

    /// <summary>Who reads it has no room to go to.</summary>
    [Parameter] public bool ForGuests { get; set; }

    private string Heading => Status switch
    {
        403 => "Not from here",
        404 => "Nothing here",
        429 => "Too often",
        503 => "Not just now",
        _ => "That did not work",
    };
}
