using MeetingBot.Conversations;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>
/// What the script puts in place after a press: the answer in words and, when there is one, its card. A question stands
/// beside the box, where no card that arrives is drawn over it.
/// </summary>
public sealed partial class AnswerPart
{
    [Parameter, EditorRequired] public Answer Answer { get; set; } = null!;

    [Parameter, EditorRequired] public RoomDrawing Drawing { get; set; } = null!;

    [Parameter] public ShownPost? Shown { get; set; }

    /// <summary>The post that the press was about, for the buttons of a question.</summary>
    [Parameter] public string? AskedAt { get; set; }
}
