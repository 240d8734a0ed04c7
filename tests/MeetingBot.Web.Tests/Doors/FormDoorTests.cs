using System.Net;
using System.Text;
using MeetingBot.Web.Doors;
using MeetingBot.Web.Rooms;
using MeetingBot.Web.Tests.Hosts;

namespace MeetingBot.Web.Tests.Doors;

public sealed class FormDoorTests
{
    [Fact]
    public async Task WithoutToken_NothingIsDoneAndTheLineIsBackInItsBox()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var page = await window.OpenAsync("/?as=Luna");
        var again = await window.SendAsync(page.QuerySelector("#composer")!,
            new() { ["__RequestVerificationToken"] = "", ["text"] = "note: kept" });
        Assert.Equal(HttpStatusCode.Forbidden, window.Status);
        Assert.Equal("note: kept", again.QuerySelector("#text")!.TextContent);
        Assert.Contains("Nothing was saved", again.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(host.Group.Turns);
        Assert.Empty(again.QuerySelectorAll(".post"));
    }

    [Fact]
    public async Task WithoutCookie_NothingIsDone()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        using var other = new Window(host.Address);
        var page = await window.OpenAsync("/?as=Luna");
        await other.SendAsync(page.QuerySelector("#composer")!, new() { ["text"] = "hello" });
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        Assert.Empty(host.Group.Turns);
    }

    [Fact]
    public async Task StaleToken_ScriptGetsANewOneThatWorks()
    {
        await using var host = await RoomHost.StartAsync();
        using var window = new Window(host.Address);
        var page = await window.OpenAsync("/?as=Luna");
        var composer = page.QuerySelector("#composer")!;
        await window.SendAsync(composer,
            new() { ["__RequestVerificationToken"] = "stale", ["text"] = "hello" }, script: true);
        var token = Assert.Single(window.Response.Headers.GetValues("X-Form-Token"));
        await window.SendAsync(
            composer, new() { ["__RequestVerificationToken"] = token, ["text"] = "hello" }, script: true);
        Assert.Equal(HttpStatusCode.NoContent, window.Status);
        Assert.Single(host.Group.Turns);
    }

    [Fact]
    public async Task KeysKept_APageOutlivesARestart()
    {
        var keys = Directory.CreateTempSubdirectory("meetingbot-keys-");
        try
        {
            var table = new MemoryTable();
            var before = await RoomHost.StartAsync(new RoomOptions { KeyFolder = keys.FullName }, table);
            using var window = new Window(before.Address);
            var page = await window.OpenAsync("/?as=Luna");
            await before.DisposeAsync();
            await using var after = await RoomHost.StartAsync(
                new RoomOptions { KeyFolder = keys.FullName }, table, port: before.Address.Port);
            await window.SendAsync(page.QuerySelector("#composer")!, new() { ["text"] = "still here" });
            Assert.Equal(HttpStatusCode.OK, window.Status);
            Assert.Single(after.Group.Turns);
        }
        finally
        {
            keys.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("application/json", "{\"text\":\"hello\"}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", "--x--", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", "text=hello", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "text=hello", HttpStatusCode.UnsupportedMediaType)]
    public async Task OtherThanAForm_IsRefused(string type, string body, HttpStatusCode status)
    {
        await using var host = await RoomHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await client.PostAsync("/room/main/say?as=Luna", content);
        Assert.Equal(status, response.StatusCode);
        Assert.Empty(host.Group.Turns);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MoreThanAFormMayHold_IsRefusedInWords(bool chunked)
    {
        await using var host = await RoomHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/room/main/say?as=Luna")
        {
            Content = new StringContent(
                "text=" + new string('a', FormDoor.MaxBytes), Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains(
            "more than can be sent at once", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text=a%00b")]
    [InlineData("%00=hello")]
    public async Task AFormThatCannotBeRead_IsRefusedAsSuch(string body)
    {
        await using var host = await RoomHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync("/room/main/say?as=Luna", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var words = await response.Content.ReadAsStringAsync();
        Assert.Contains("be read. Nothing was saved", words, StringComparison.Ordinal);
        Assert.DoesNotContain("more than can be sent", words, StringComparison.Ordinal);
        Assert.Empty(host.Group.Turns);
    }

    [Fact]
    public async Task TooManyFields_AreRefusedInWords()
    {
        await using var host = await RoomHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var content = new FormUrlEncodedContent(
            Enumerable.Range(0, 200).Select(i => KeyValuePair.Create($"f{i}", "x")));
        using var response = await client.PostAsync("/room/main/answer?as=Luna", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}
