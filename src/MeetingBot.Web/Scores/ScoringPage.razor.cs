using MeetingBot.Risks.Rounds;
using MeetingBot.Web.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Scores;

/// <summary>
/// The page on which a guest scores the risks of one round, one at a time: the card that a member has, and nothing else
/// of the group.
/// </summary>
public sealed partial class ScoringPage
{
    [Parameter, EditorRequired] public GuestScoring Scoring { get; set; } = null!;

    [Parameter, EditorRequired] public CardDrawing Drawing { get; set; } = null!;

    /// <summary>Why what was just sent was refused; null where nothing was.</summary>
    [Parameter] public string? Problem { get; set; }

    private int Risks => Scoring.Round.Risks.Length;

    private string? Notice => Problem ?? (Scoring.IsComplete
        ? $"All {Risks} are answered, thank you. Until the round is closed you can change each: this link stays yours."
        : null);
}
