using MeetingBot.Calendars;

namespace MeetingBot.EndToEnd.Tests.Polls;

/// <summary>Opens the invitation of the story as a calendar program does, which had no part in writing it.</summary>
internal static class Invitations
{
    public static async Task AssertRightAsync(Uri address)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(address);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);

        var read = await IcalJs.Read(await answer.Content.ReadAsByteArrayAsync());

        var meeting = Assert.Single(read.Events);
        Assert.Equal(("2025-07-11T14:00:00Z", "2025-07-11T15:00:00Z"), (meeting.StartUtc, meeting.EndUtc));
        Assert.Equal("Token group", meeting.Summary);
        Assert.Contains("Token lifetimes", meeting.Description, StringComparison.Ordinal);
        Assert.Contains("Scopes of the analysis", meeting.Description, StringComparison.Ordinal);
    }
}
