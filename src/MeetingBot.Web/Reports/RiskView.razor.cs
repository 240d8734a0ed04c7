using MeetingBot.Risks.Criteria;
using MeetingBot.Risks.Report;
using Microsoft.AspNetCore.Components;

namespace MeetingBot.Web.Reports;

/// <summary>One risk, on a page of its own when it is printed.</summary>
public sealed partial class RiskView
{
    [Parameter, EditorRequired] public RiskEntry Entry { get; set; } = null!;

    [Parameter, EditorRequired] public RiskCriteria Criteria { get; set; } = null!;

    private static string Said(Scale scale, int? value) => value is { } known ? scale.Say(known) : "not known";

    private static string Minutes(int? meeting) =>
        meeting is { } number ? FormattableString.Invariant($" (minutes of meeting {number})") : "";
}
