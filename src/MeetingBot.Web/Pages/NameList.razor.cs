using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Pages;

/// <summary>Names in one line; none of them can reach into the next.</summary>
public sealed partial class NameList
{
    [Parameter, EditorRequired] public ImmutableArray<string> Names { get; set; } = [];
}
