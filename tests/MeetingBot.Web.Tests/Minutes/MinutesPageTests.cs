using System.Net;
using AngleSharp.Dom;
using MeetingBot.Meetings.Documents;
using MeetingBot.Web.Tests.Hosts;
using NodaTime;

namespace MeetingBot.Web.Tests.Minutes;

public sealed class MinutesPageTests
{
    [Theory]
    [InlineData("/room/main/minutes")]
    [InlineData("/room/main/minutes/1")]
    [InlineData("/minutes/s3cret-link")]
    public async Task Page_ShowsTheMeeting(string path)
    {
        var page = await ShowAsync(Sample("Planning", "words"), path);
        Assert.Equal("Planning", page.QuerySelector("h1")!.TextContent);
        var facts = page.QuerySelectorAll("dl dd")
            .Select(d => string.Join(' ', d.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["Wednesday 4 March 2026, 10:00–11:30 (Europe/Amsterdam)", "Luna", "Luna, Noor", "Ines"], facts);
        Assert.Equal(["3. Budget words", "Resolutions", "Actions", "Not reached"],
            page.QuerySelectorAll("h2").Select(
                h => string.Join(' ', h.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Empty(page.QuerySelectorAll(".draft"));
        Assert.Equal("2026-03-04T09:00:00Z", page.QuerySelector("dl time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task EveryLine_HasItsAnchor_AndTheSummariesLeadThere()
    {
        var page = await ShowAsync(Sample("Planning", "words"), "/room/main/minutes");
        Assert.Equal(["m1-1", "m1-2", "m1-3", "m1-4", "m1-5"], page.QuerySelectorAll("p.line").Select(l => l.Id));
        Assert.All(page.QuerySelectorAll("p.line"), line =>
            Assert.Equal($"#{line.Id}", line.QuerySelector(".permalink")!.GetAttribute("href")));
        Assert.Equal(["#m1-3", "#m1-4"], page.QuerySelectorAll(".summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["RESOLVED:", "ACTION", "AGREED:"], page.QuerySelectorAll(".mark").Select(m => m.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("#m1-2 .more").Length);
    }

    [Fact]
    public async Task Points_AreLists()
    {
        var minutes = Sample("Planning", "words");
        MinutesLine Line(string id, string? speaker, string text, params string[] more) =>
            minutes.Sections[0].Lines[0] with { Id = id, Speaker = speaker, Text = text, Continuations = [.. more] };
        var page = await ShowAsync(
            minutes with
            {
                Sections =
                [
                    new MinutesSection(null, null, null,
                    [
                        Line("a", "ML", "things", "goes on", "* one", "* two", "** below", "after it", "- three"),
                        Line("b", null, "* own point", "* next"),
                    ]),
                ],
            },
            "/room/main/minutes");
        Assert.DoesNotContain("*", page.QuerySelector("main section")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("goes on", page.QuerySelector("#a .more")!.TextContent.Trim());
        Assert.Equal(["one", "two below", "three", "next"], page.QuerySelectorAll("ul.points > li").Select(li =>
            string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal("below", page.QuerySelector("ul.points ul li")!.TextContent.Trim());
        Assert.Equal("after it", page.QuerySelector("p.more")!.TextContent.Trim());
        Assert.Contains("own point", page.QuerySelector("#b.point")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScribeAndItemsWithoutNotes_AreNamed()
    {
        var page = await ShowAsync(
            Sample("Planning", "words") with { Scribes = ["Luna", "Noor"], WithoutNotes = ["Rooms", "Travel"] },
            "/room/main/minutes");
        Assert.Equal("Luna, Noor", string.Join(' ', page.QuerySelectorAll("dl div").Single(fact =>
            fact.QuerySelector("dt")!.TextContent == "Scribe").QuerySelector("dd")!.TextContent
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains(page.QuerySelectorAll("p"), p => p.TextContent == "Without notes: Rooms; Travel");
    }

    [Fact]
    public async Task RunningMeeting_IsADraft()
    {
        var page = await ShowAsync(Sample("Planning", "words") with { EndedAt = null }, "/room/main/minutes");
        Assert.Contains("Draft", page.QuerySelector(".draft")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile.Data), MemberType = typeof(Hostile))]
    public async Task HostileText_IsTextOnlyInEveryPlace(string text)
    {
        var plain = await ShowAsync(Sample("words", "words"), "/room/main/minutes");
        var page = await ShowAsync(Sample(text, text), "/room/main/minutes");
        Assert.Equal(Skeleton(plain), Skeleton(page));
        Assert.Contains(text.Split('\n')[0], page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/room/main/minutes/2?as=Luna", "/?as=Luna", "/room/main/minutes/", "?as=Luna")]
    [InlineData("/room/main/minutes/2", "/", "/room/main/minutes/", "")]
    [InlineData("/minutes/s3cret-link/2", "/", "/minutes/s3cret-link/", "")]
    public async Task FromThePage_OneGetsOn(string path, string room, string under, string query)
    {
        await using var host = await RoomHost.StartAsync();
        for (var number = 1; number <= 3; number++)
            host.Group.Minutes[number] = Sample("Planning", "words") with { Number = number };
        using var window = new Window(host.Address);
        async Task<IEnumerable<string?>> WaysAsync(string page) =>
            (await window.OpenAsync(page)).QuerySelectorAll(".ways a").Select(way => way.GetAttribute("href"));
        Assert.Equal([room, $"{under}1{query}", $"{under}3{query}", $"{under}2.md"], await WaysAsync(path));
        Assert.Equal([room, $"{under}2{query}", $"{under}1.md"], await WaysAsync(under + "1" + query));
        Assert.Equal([room, $"{under}2{query}", $"{under}3.md"], await WaysAsync(under + "3" + query));
    }

    [Theory]
    [InlineData("/room/main/minutes/1.md", false)]
    [InlineData("/minutes/s3cret-link/1.md", true)]
    public async Task AsMarkdown_ItIsTheTextThatIsPosted(string path, bool linked)
    {
        await using var host = await RoomHost.StartAsync();
        var minutes = Sample("Planning <b>", "words *and* [more](x)");
        host.Group.Minutes[1] = minutes;
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.GetAsync(path);
        Assert.Equal("text/markdown; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline; filename=\"minutes-1.md\"", response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
        var page = linked ? new Uri("http://localhost:3978/minutes/s3cret-link/1") : null;
        Assert.Equal(MinutesMarkdown.Write(minutes, page), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/room/main/minutes/2")]
    [InlineData("/room/main/minutes/2.md")]
    [InlineData("/room/main/minutes/.md")]
    [InlineData("/minutes/s3cret-linK/1.md")]
    [InlineData("/room/main/minutes/0")]
    [InlineData("/room/main/minutes/-1")]
    [InlineData("/room/main/minutes/99999999999")]
    [InlineData("/room/Main/minutes")]
    [InlineData("/minutes/s3cret-linK")]
    [InlineData("/minutes/s3cret%20link")]
    public async Task NoSuchMinutes_AreNotFoundInWords(string path)
    {
        await using var host = await RoomHost.StartAsync();
        host.Group.Minutes[1] = Sample("Planning", "words");
        using var window = new Window(host.Address);
        await window.OpenAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, window.Status);
    }

    [Fact]
    public async Task LinkedMinutes_AreOpenBehindAProxyToo()
    {
        await using var host = await RoomHost.StartAsync();
        host.Group.Minutes[1] = Sample("Planning", "words");
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        client.DefaultRequestHeaders.Host = "meet.example.org";
        var page = await client.GetStringAsync("/minutes/s3cret-link");
        Assert.Contains("Planning", page, StringComparison.Ordinal);
        Assert.DoesNotContain("To the room", page, StringComparison.Ordinal);
        using var room = await client.GetAsync("/room/main/minutes/1.md");
        Assert.Equal(HttpStatusCode.Forbidden, room.StatusCode);
    }

    private static async Task<IDocument> ShowAsync(MinutesDocument minutes, string path)
    {
        await using var host = await RoomHost.StartAsync();
        host.Group.Minutes[1] = minutes;
        using var window = new Window(host.Address);
        var page = await window.OpenAsync(path);
        Assert.Equal(HttpStatusCode.OK, window.Status);
        return page;
    }

    private static IEnumerable<string> Skeleton(IDocument page) => page.All
        .Where(e => e.LocalName != "br")
        .Select(e => $"{e.LocalName} {string.Join(' ', e.Attributes.Select(a => a.Name))}");

    private static MinutesDocument Sample(string title, string text)
    {
        var start = Instant.FromUtc(2026, 3, 4, 9, 0);
        MinutesLine Line(int n, MinuteKind kind, string? speaker = null, int? action = null, params string[] more) =>
            new($"m1-{n}", kind, speaker, text, [.. more], text, start + Duration.FromMinutes(n), action);
        var name = text == "words" ? "Luna" : text;
        var resolution = Line(3, MinuteKind.Resolution);
        return new MinutesDocument(1, title, text, start, start + Duration.FromMinutes(90), "Europe/Amsterdam", name,
            [name, text == "words" ? "Noor" : text], [text == "words" ? "Ines" : text],
            [
                new MinutesSection(null, null, null, [Line(1, MinuteKind.Note)]),
                new MinutesSection(text == "words" ? "Budget" : text, 3, text,
                [
                    Line(2, MinuteKind.Note, text, null, text, text), resolution,
                    Line(4, MinuteKind.Action, null, 12), Line(5, MinuteKind.Agreement),
                ]),
            ],
            [resolution], [new MinutesAction("m1-4", 12, text, text, new LocalDate(2026, 3, 6), true)], [text]);
    }
}
