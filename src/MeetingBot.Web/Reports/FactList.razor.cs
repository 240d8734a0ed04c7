using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>Names with what was written of each.</summary>
public sealed partial class FactList
{
    [Parameter, EditorRequired] public IEnumerable<(string Name, string Value)> Facts { get; set; } = [];
}
