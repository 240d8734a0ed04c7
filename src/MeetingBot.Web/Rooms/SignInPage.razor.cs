using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>Asks for a name. The name stays in the address, so that two windows are two people.</summary>
public sealed partial class SignInPage
{
    [Parameter, EditorRequired] public string Room { get; set; } = "";

    [Parameter] public string? Typed { get; set; }

    [Parameter] public string? Complaint { get; set; }
}
