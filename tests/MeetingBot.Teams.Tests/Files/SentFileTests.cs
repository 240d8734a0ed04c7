using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Teams.Activities;
using MeetingBot.Teams.Connector;
using MeetingBot.Teams.Support;
using Microsoft.Extensions.Logging.Abstractions;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams.Files;

/// <summary>A calendar that somebody sends in their own chat is fetched before the turn; from Microsoft alone.</summary>
public sealed class SentFileTests
{
    private static readonly TeamsOptions Registered = new() { AppId = "app", TenantId = Tenant, AppPassword = "s" };

    [Fact]
    public async Task File_IsFetchedWithoutATokenBeforeTheTurn()
    {
        await using var store = await FakeConnector.StartAsync();
        store.Answer = _ => new FakeConnector.Reply(200, "BEGIN:VCALENDAR\r\nEND:VCALENDAR", "text/calendar");
        await using var bot = await TestBot.StartAsync(new TeamsOptions { Development = true });
        using var response = await bot.PostAsync(With(Sent("me.ics", store.Url + "/me?tempauth=x")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var said = Assert.IsType<IncomingMessage>(Assert.Single(bot.Turns));
        Assert.Equal(("", "me.ics", null), (said.Text, said.File!.Name, said.File.Problem));
        Assert.Equal("BEGIN:VCALENDAR\r\nEND:VCALENDAR", Encoding.UTF8.GetString(said.File.Content.Span));
        Assert.Equal(("GET", "/me?tempauth=x", ""), (store.Calls[0].Method, store.Calls[0].Path, store.Calls[0].Authorization));
    }

    [Theory]
    [InlineData(404, "", "The file can't be had any more where Teams says it is.")]
    [InlineData(302, "", "The file can't be had any more where Teams says it is.")]
    [InlineData(0, "", "The file can't be had.")]
    public async Task FileThatIsNotThere_IsSaidInTheTurn(int status, string body, string problem)
    {
        await using var store = await FakeConnector.StartAsync();
        store.Answer = _ => new FakeConnector.Reply(status, body) { Headers = status == 302 ? [("Location", "http://127.0.0.1:1/")] : [] };
        Assert.Equal(problem, (await FetchAsync(store.Url)).Problem);
        Assert.Single(store.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FileThatIsTooLarge_IsNotRead(bool lengthTold)
    {
        await using var store = await FakeConnector.StartAsync();
        var body = new string('x', AttachedFile.MostBytes + 1);
        store.Answer = _ => new FakeConnector.Reply(200, body) { Headers = lengthTold ? [("Content-Length", $"{body.Length}")] : [] };
        var file = await FetchAsync(store.Url);
        Assert.Equal("The file is larger than 1 MB.", file.Problem);
        Assert.True(file.Content.IsEmpty);
    }

    [Fact]
    public async Task FileAsLargeAsMayBe_IsRead()
    {
        await using var store = await FakeConnector.StartAsync();
        store.Answer = _ => new FakeConnector.Reply(200, new string('x', AttachedFile.MostBytes));
        Assert.Equal(AttachedFile.MostBytes, (await FetchAsync(store.Url)).Content.Length);
    }

    [Fact]
    public async Task FileThatDoesNotCome_IsGivenUpInTime()
    {
        await using var store = await FakeConnector.StartAsync();
        var never = new TaskCompletionSource();
        store.Answer = _ => new FakeConnector.Reply(200, "x") { Until = never.Task };
        Assert.Equal("The file did not come in time.", (await FetchAsync(store.Url, TimeSpan.FromMilliseconds(200))).Problem);
        never.SetResult();
    }

    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/ada/_layouts/15/download.aspx?UniqueId=1&tempauth=x", true)]
    [InlineData("https://smba.trafficmanager.net/emea/v3/attachments/1/views/original", true)]
    [InlineData("http://contoso-my.sharepoint.com/me.ics", false)]
    [InlineData("https://contoso-my.sharepoint.com:8443/me.ics", false)]
    [InlineData("https://sharepoint.com.evil.example/me.ics", false)]
    [InlineData("https://evilsharepoint.com/me.ics", false)]
    [InlineData("https://evil.example/?x=.sharepoint.com", false)]
    [InlineData("https://evil.example#.sharepoint.com", false)]
    [InlineData("https://contoso-my.sharepoint.com@evil.example/me.ics", false)]
    [InlineData("https://ada:x@contoso-my.sharepoint.com/me.ics", false)]
    [InlineData("https://127.0.0.1/me.ics", false)]
    [InlineData("http://127.0.0.1:3978/me.ics", false)]
    [InlineData("http://169.254.169.254/metadata", false)]
    [InlineData("https://[::1]/me.ics", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://contoso-my.sharepoint.com/me.ics", false)]
    [InlineData("/me.ics", false)]
    [InlineData("", false)]
    public void OnlyMicrosoftsHosts_AreFetchedFrom(string url, bool fetched) =>
        Assert.Equal(fetched, new FileHosts(Registered).Find(url) is not null);

    [Fact]
    public async Task ForeignHost_IsNotAsked_AndSaidInTheTurn()
    {
        var asked = new List<Uri?>();
        using var http = new HttpClient(new Refusing(asked));
        var download = new FileDownload(http, new FileHosts(Registered), TimeProvider.System, TimeSpan.FromSeconds(5), NullLogger.Instance);
        var file = await download.FetchAsync(new SentFile("me.ics", "https://evil.example/me.ics", true), CancellationToken.None);
        Assert.Equal("The file lies where I fetch nothing from.", file.Problem);
        Assert.Empty(asked);
    }

    [Fact]
    public void OtherFile_IsAnswered_OnlyWhereItIsAllThatWasSent()
    {
        var alone = Translated.Of(With(Sent("notes.pdf", "https://contoso-my.sharepoint.com/1")));
        Assert.Null(alone.File);
        Assert.StartsWith("Of files I read calendars (.ics) and tables", Assert.IsType<IncomingMessage>(alone.Incoming).File!.Problem, StringComparison.Ordinal);
        var said = Translated.To<IncomingMessage>(With(Sent("notes.pdf", "https://contoso-my.sharepoint.com/1")).With("text", "agenda"));
        Assert.Null(said.File);
    }

    [Theory]
    [InlineData("assets.csv")]
    [InlineData("Assets of 2025.TSV")]
    [InlineData("risks.md")]
    public void Table_IsFetched(string name)
    {
        var read = Translated.Of(With(Sent(name, "https://contoso-my.sharepoint.com/1")).With("text", "risk import assets"));
        Assert.Equal(name, read.File!.Value.Name);
    }

    [Fact]
    public void CalendarAmongOthers_IsFound_ByNameOrType()
    {
        var sent = Translated.Of(With(Sent("notes.pdf", "https://a/1"), Sent("ME.ICS", "https://a/2")));
        Assert.Equal("https://a/2", sent.File?.Url);
        var typed = Translated.Of(With(Sent("export", "https://a/3", "ics")));
        Assert.Equal("https://a/3", typed.File?.Url);
    }

    [Fact]
    public void FileAmongTalk_IsNotLookedAt()
    {
        var talk = With(Sent("me.ics", "https://a/1")).With("conversation.conversationType", "groupChat");
        Assert.Equal(Translation.Ignored, Translated.Of(talk));
        Assert.Null(Translated.Of(talk.With("text", "here is mine")).File);
        Assert.NotNull(Translated.Of(talk.With("text", "/busy")).File);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[null, 7, \"x\", []]")]
    [InlineData("[{\"contentType\":7}]")]
    [InlineData("[{\"contentType\":\"application/vnd.microsoft.teams.file.download.info\"}]")]
    [InlineData("[{\"contentType\":\"application/vnd.microsoft.teams.file.download.info\",\"content\":\"x\"}]")]
    [InlineData("[{\"contentType\":\"application/vnd.microsoft.teams.file.download.info\",\"name\":\"a.ics\",\"content\":{\"downloadUrl\":7}}]")]
    [InlineData("[{\"contentType\":\"text/html\",\"content\":\"<div>agenda</div>\"}]")]
    public void WhatIsNoFile_IsPassedOver(string attachments)
    {
        var said = Translated.Of(Message("agenda").With("attachments", JsonNode.Parse(attachments)));
        Assert.Equal("agenda", Assert.IsType<IncomingMessage>(said.Incoming).Text);
        Assert.Null(said.File);
    }

    private static async Task<AttachedFile> FetchAsync(string url, TimeSpan? limit = null)
    {
        using var http = ConnectorHttp.Client();
        var hosts = new FileHosts(new TeamsOptions { Development = true });
        var download = new FileDownload(http, hosts, TimeProvider.System, limit ?? TimeSpan.FromSeconds(20), NullLogger.Instance);
        return await download.FetchAsync(new SentFile("me.ics", url + "/me.ics", true), CancellationToken.None);
    }

    private static JsonObject With(params JsonNode[] files) => Message("").With("attachments", new JsonArray(files));

    private static JsonObject Sent(string name, string url, string type = "") => new()
    {
        ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
        ["name"] = name,
        ["content"] = new JsonObject { ["downloadUrl"] = url, ["uniqueId"] = "1", ["fileType"] = type },
    };

    private sealed class Refusing(List<Uri?> asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(request.RequestUri);
            throw new HttpRequestException();
        }
    }
}
