using System.Text;
using MeetingBot.Risks;
using MeetingBot.Risks.Report;
using MeetingBot.Web.Assets;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>The frame of a report: with our stylesheet by its address, or with everything in it.</summary>
public sealed partial class ReportShell
{
    private static readonly Lazy<string> Css = new(() => Encoding.UTF8.GetString(AssetFiles.Read("report.css")));

    [Parameter, EditorRequired] public AssessmentDocument Document { get; set; } = null!;

    /// <summary>It needs nothing else.</summary>
    [Parameter] public bool Alone { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    private string Title => $"{Document.Title} {Document.Version} ({Document.Tlp.Label()})";

    // Named pages carry the label, for a stylesheet can't read it from the page.
    private string LabelClass => Document.Tlp switch
    {
        Tlp.Clear => "tlp-clear",
        Tlp.Green => "tlp-green",
        Tlp.Amber => "tlp-amber",
        Tlp.AmberStrict => "tlp-amber-strict",
        _ => "tlp-red",
    };

    private MarkupString Style => new("<style>" + Css.Value + Footer + "</style>");

    private string Footer =>
        "@page { @bottom-left { content: \""
        + $"{Quoted(Sentences.Cut($"{Document.Title} {Document.Version}", 70))}\"; }} }}";

    // Every character that is no letter by its number, so that nothing ends the text.
    private static string Quoted(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        Rune.IsLetterOrDigit(rune) || rune.Value is ' '
            ? rune.ToString()
            : FormattableString.Invariant($"\\{rune.Value:x6}")));
}
