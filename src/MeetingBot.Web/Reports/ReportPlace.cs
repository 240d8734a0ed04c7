namespace MeetingBot.Web.Reports;

/// <summary>Where a report is read.</summary>
/// <param name="Path">Its other forms are there with another ending.</param>
/// <param name="Query">What the addresses carry along.</param>
public sealed record ReportPlace(string Path, string Query = "")
{
    public string As(string ending) => $"{Path}.{ending}{Query}";
}
