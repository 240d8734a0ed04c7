using MeetingBot.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Cards;

/// <summary>
/// Choices: boxes to tick where several may be taken, a list of buttons where one of a few must be. Where one may be,
/// buttons side by side if they fit into a line, else a menu: either has a way to choose none.
/// </summary>
public sealed partial class ChoiceView
{
    private const int Few = 6;
    private const int MostInRow = 4;
    private const int RowRoom = 40;
    private const string NoneOfThem = "none";

    [Parameter, EditorRequired] public ChoiceInput Input { get; set; } = null!;

    [Parameter, EditorRequired] public CardDrawing Drawing { get; set; } = null!;

    private string Id => Drawing.InputId(Input);

    private string Name => CardFields.Name(Input);

    private string? ErrorId => Input.Error is null ? null : $"{Id}-error";

    private bool IsRow => !Input.Multiple && !Input.Required && Input.Choices.Length <= MostInRow
        && Input.Choices.Sum(choice => choice.Title.Length) <= RowRoom;

    private bool IsMenu => !IsRow && !Input.Multiple && !Input.Open && (!Input.Required || Input.Choices.Length > Few);

    /// <summary>The card itself has the choice of none.</summary>
    private bool HasNone => Input.Choices.Any(choice => choice.Value == NoneOfThem);

    private bool IsChosen(Choice choice) => Input.Multiple
        ? Input.Value?.Split(',').Contains(choice.Value) == true
        : (Input.Value ?? (IsRow ? NoneOfThem : null)) == choice.Value;
}
