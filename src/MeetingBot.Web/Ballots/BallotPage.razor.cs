using MeetingBot.Polls.Guests;
using MeetingBot.Web.Cards;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Ballots;

/// <summary>
/// The page on which a guest answers one poll: the card that the group has, and nothing else of the group.
/// </summary>
public sealed partial class BallotPage
{
    [Parameter, EditorRequired] public GuestBallot Ballot { get; set; } = null!;

    [Parameter, EditorRequired] public CardDrawing Drawing { get; set; } = null!;

    [Parameter] public string? Notice { get; set; }

    [Parameter] public bool Bad { get; set; }
}
