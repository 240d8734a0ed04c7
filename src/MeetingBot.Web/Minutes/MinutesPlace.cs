using MeetingBot.Meetings.Documents;

namespace MeetingBot.Web.Minutes;

/// <summary>Where a group's minutes are read.</summary>
/// <param name="Path">A meeting's number below it leads to that meeting's.</param>
/// <param name="Room">The address of the group's room, when the reader came from there.</param>
/// <param name="Query">What the addresses of the pages carry along.</param>
/// <param name="Public">The page of a meeting for everybody who holds the link; null when this is no such link.</param>
public sealed record MinutesPlace(
    string Path, string? Room = null, string Query = "", Func<MinutesDocument, Uri?>? Public = null)
{
    public string Page(int meeting) => $"{Path}/{meeting}{Query}";

    public string Markdown(int meeting) => $"{Path}/{meeting}.md";
}
