using System.Collections.Immutable;
using MeetingBot.Meetings;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Rooms;

/// <summary>The open actions of a group.</summary>
public sealed partial class ActionLines
{
    [Parameter, EditorRequired] public ImmutableArray<OverviewAction> Actions { get; set; } = [];
}
