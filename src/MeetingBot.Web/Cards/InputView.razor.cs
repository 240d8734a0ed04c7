using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>A text, number or date input with its label and the error that is shown while it is not valid.</summary>
public sealed partial class InputView
{
    [Parameter, EditorRequired] public CardInput Input { get; set; } = null!;

    [Parameter, EditorRequired] public CardDrawing Drawing { get; set; } = null!;

    private string Id => Drawing.InputId(Input);

    private string Name => CardFields.Name(Input);

    private string? ErrorId => Input.Error is null ? null : $"{Id}-error";
}
