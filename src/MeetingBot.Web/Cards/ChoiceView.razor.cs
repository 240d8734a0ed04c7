using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>
/// Choices: boxes to tick where several may be taken, a list of buttons where one of a few must be, else a menu
/// (a choice made there can be taken back).
/// </summary>
public sealed partial class ChoiceView
{
    private const int Few = 6;

    [Parameter, EditorRequired] public ChoiceInput Input { get; set; } = null!;

    [Parameter, EditorRequired] public CardDrawing Drawing { get; set; } = null!;

    private string Id => Drawing.InputId(Input);

    private string Name => CardFields.Name(Input);

    private string? ErrorId => Input.Error is null ? null : $"{Id}-error";

    private bool IsMenu => !Input.Multiple && (!Input.Required || Input.Choices.Length > Few);

    private bool IsChosen(Choice choice) => Input.Multiple
        ? Input.Value?.Split(',').Contains(choice.Value) == true
        : Input.Value == choice.Value;
}
