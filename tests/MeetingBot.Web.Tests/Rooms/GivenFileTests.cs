using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using MeetingBot.Conversations;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class GivenFileTests
{
    private const string Calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Dentist ä\r\nEND:VCALENDAR\r\n";

    [Theory]
    [InlineData("busy", "team.ics", "busy\nFile: team.ics")]
    [InlineData("", "Team July.ICS", "File: Team July.ICS")]
    [InlineData("", " a\r\nb\u0000.ics", null)]
    [InlineData("", "<b>\t.ics", "File: <b> .ics")]
    public async Task File_GoesIntoTheTurn_AndTheRoomShowsItsNameAlone(string text, string name, string? shown)
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var page = await SendAsync(window, text, name, Calendar);
        if (shown is null)
        {
            Assert.Equal(HttpStatusCode.BadRequest, window.Status);
            Assert.Empty(host.Group.Turns);
            return;
        }
        var turn = Assert.IsType<IncomingMessage>(Assert.Single(host.Group.Turns));
        Assert.Equal((text, Calendar), (turn.Text, Encoding.UTF8.GetString(turn.File!.Content.Span)));
        Assert.Equal(
            shown.Replace("\n", "", StringComparison.Ordinal),
            page.QuerySelector(".post .text")!.TextContent.Replace("\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain("Dentist", page.Body!.TextContent, StringComparison.Ordinal);
        await foreach (var row in host.Table.ScanAsync(null, CancellationToken.None))
            Assert.DoesNotContain("Dentist", Encoding.UTF8.GetString(row.Data.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameSendingAgain_HasOneEffect_AndAnotherFileIsAnother()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        foreach (var content in new[] { Calendar, Calendar, Calendar + "X" })
            await SendAsync(window, "busy", "team.ics", content, "aaaaaaaaaa");
        await SendAsync(window, "busy", "", "", "aaaaaaaaaa");
        Assert.Equal(
            [Calendar.Length, Calendar.Length + 1, 0],
            host.Group.Turns.Cast<IncomingMessage>().Select(turn =>
                turn.File is { } file ? Encoding.UTF8.GetString(file.Content.Span).Length : 0));
    }

    [Theory]
    [InlineData("team.pdf", 10, "calendars (.ics) and tables (.csv, .tsv, .md) alone")]
    [InlineData("team.ics.exe", 10, "calendars (.ics) and tables (.csv, .tsv, .md) alone")]
    [InlineData("team.ics", AttachedFile.MostBytes + 1, "larger than 1 MB")]
    public async Task AnotherKindOrALargerOne_IsRefusedInWords_AndTheLineIsBackInItsBox(string name, int size, string said)
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var page = await SendAsync(window, "busy", name, new string('a', size));
        Assert.Equal(HttpStatusCode.BadRequest, window.Status);
        Assert.Contains(said, page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("busy", page.QuerySelector("#text")!.TextContent);
        Assert.Empty(host.Group.Turns);
    }

    [Fact]
    public async Task TheLargestFile_OfWhichEveryByteIsEscaped_IsTaken()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        await SendAsync(window, "busy", "team.ics", new string(':', AttachedFile.MostBytes));
        Assert.Equal(HttpStatusCode.OK, window.Status);
        var turn = Assert.IsType<IncomingMessage>(Assert.Single(host.Group.Turns));
        Assert.Equal(AttachedFile.MostBytes, turn.File!.Content.Length);
    }

    private static async Task<IHtmlDocument> SendAsync(
        Window window, string text, string name, string content, string? formId = null)
    {
        var page = await window.OpenAsync("/?as=Luna");
        var fields = new Dictionary<string, string> { ["text"] = text, ["file"] = name, ["calendar"] = content };
        if (formId is not null) fields["form"] = formId;
        return await window.SendAsync(page.QuerySelector("#composer")!, fields);
    }
}
