using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>A table of texts.</summary>
public sealed partial class RowsTable
{
    [Parameter, EditorRequired] public IEnumerable<string> Heads { get; set; } = [];

    [Parameter, EditorRequired] public IEnumerable<string[]> Rows { get; set; } = [];

    /// <summary>Its class.</summary>
    [Parameter] public string Kind { get; set; } = "rows";
}
