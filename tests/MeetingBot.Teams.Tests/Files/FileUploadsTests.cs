using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.FakeConnector;

namespace MeetingBot.Teams.Files;

/// <summary>From the question about a file to the file among the person's own.</summary>
public sealed class FileUploadsTests : IAsyncLifetime
{
    private const string Calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    private static readonly FileOffer Offer = new("meeting-3.ics", "Kick-off, Fri 11 July", "token/3");

    private FakeConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    private static ValueTask<ReadOnlyMemory<byte>?> Read(string reference, CancellationToken cancel) =>
        ValueTask.FromResult<ReadOnlyMemory<byte>?>(reference == Offer.Reference ? Encoding.UTF8.GetBytes(Calendar) : null);

    private Outgoing Message(ConversationKind kind, Person? recipient = null) => new(
        TestChannel.Conversation(_connector.Url + "/teams/", "a:ada") with { Kind = kind },
        "Kick-off, Fri 11 July. For your calendar: https://bot.example/calendar/token/3.ics", File: Offer, Recipient: recipient);

    [Fact]
    public async Task PersonalChat_IsToldTheAddress_AndAskedWhetherItWantsTheFile()
    {
        var delivery = await TestChannel.Open(readFile: Read).DeliverAsync("o-1", Message(ConversationKind.Personal), null, default);
        Assert.IsType<Delivery.Sent>(delivery);
        Assert.Equal(2, _connector.Calls.Count);
        Assert.StartsWith("Kick-off", (string)JsonNode.Parse(_connector.Calls[0].Body)!["text"]!, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""
            {"type":"message","attachments":[{"contentType":"application/vnd.microsoft.teams.card.file.consent","name":"meeting-3.ics",
             "content":{"description":"Kick-off, Fri 11 July","sizeInBytes":{{Calendar.Length}},"acceptContext":{"file":"token/3"},"declineContext":{"file":"token/3"} } }]}
            """), JsonNode.Parse(_connector.Calls[1].Body)), _connector.Calls[1].Body);
    }

    [Fact]
    public async Task MessageForOnePerson_OfAGroup_GoesToTheirPersonalChat()
    {
        _connector.Answer = call => new Reply(201, call.Path == "/teams/v3/conversations" ? """{"id":"a:bo"}""" : """{"id":"m"}""");
        var bo = new Person(TeamsChannel.Name, SampleActivity.Tenant, "29:bo", "Bo");
        await TestChannel.Open(readFile: Read).DeliverAsync("o-1", Message(ConversationKind.Channel, bo), null, default);
        Assert.Equal(
            ["/teams/v3/conversations", "/teams/v3/conversations/a%3Abo/activities", "/teams/v3/conversations/a%3Abo/activities"],
            _connector.Calls.Select(call => call.Path));
    }

    [Theory]
    [InlineData(ConversationKind.Channel)]
    [InlineData(ConversationKind.Chat)]
    public async Task Group_IsToldTheAddressAlone(ConversationKind kind)
    {
        await TestChannel.Open(readFile: Read).DeliverAsync("o-1", Message(kind), null, default);
        Assert.Single(_connector.Calls);
    }

    [Fact]
    public async Task QuestionThatIsCutOff_IsSentAgain_AndTheWordsAreNot()
    {
        _connector.Answer = call => call.Body.Contains("consent", StringComparison.Ordinal) && _connector.Calls.Count < 3
            ? new Reply(503) : new Reply(201, """{"id":"m"}""");
        var channel = TestChannel.Open(readFile: Read);
        Assert.IsType<Delivery.Later>(await channel.DeliverAsync("o-1", Message(ConversationKind.Personal), null, default));
        Assert.IsType<Delivery.Sent>(await channel.DeliverAsync("o-1", Message(ConversationKind.Personal), null, default));
        Assert.Single(_connector.Calls, call => !call.Body.Contains("consent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accepted_TheBytesArePut_AndTheFileIsShown()
    {
        await using var bot = await TestBot.StartAsync(new TeamsOptions { Development = true }, readFile: Read);
        using var response = await bot.PostAsync(Consent("accept", _connector.Url + "/upload?tempauth=x"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bot.Turns);
        var put = _connector.Calls[0];
        Assert.Equal(("PUT", "/upload?tempauth=x", "", Calendar), (put.Method, put.Path, put.Authorization, put.Body));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"type":"message","attachments":[{"contentType":"application/vnd.microsoft.teams.card.file.info","name":"meeting-3.ics",
             "contentUrl":"https://files.example/meeting-3.ics","content":{"uniqueId":"u-1","fileType":"ics"}}]}
            """), JsonNode.Parse(_connector.Calls[1].Body)), _connector.Calls[1].Body);
    }

    [Theory]
    [InlineData("https://evil.example/upload")]
    [InlineData("https://sharepoint.com.evil.example/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user@127.0.0.1:1/upload")]
    public async Task UploadElsewhere_IsNotDone_AndTold(string upload)
    {
        await using var bot = await TestBot.StartAsync(new TeamsOptions { Development = true }, readFile: Read);
        using var response = await bot.PostAsync(Consent("accept", upload));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("I could not put the file there.", (string)JsonNode.Parse(Assert.Single(_connector.Calls).Body)!["text"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another/3")]
    [InlineData("../../etc")]
    public async Task ReferenceThatLeadsNowhere_PutsNothing(string reference)
    {
        await using var bot = await TestBot.StartAsync(new TeamsOptions { Development = true }, readFile: Read);
        using var response = await bot.PostAsync(Consent("accept", _connector.Url + "/upload").With("value.context", new JsonObject { ["file"] = reference }));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(_connector.Calls, call => call.Method == "PUT");
    }

    [Fact]
    public async Task Declined_OrInAGroup_NothingHappens()
    {
        await using var bot = await TestBot.StartAsync(new TeamsOptions { Development = true }, readFile: Read);
        using var declined = await bot.PostAsync(Consent("decline", _connector.Url + "/upload"));
        using var group = await bot.PostAsync(Consent("accept", _connector.Url + "/upload").With("conversation.conversationType", "groupChat"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (declined.StatusCode, group.StatusCode));
        Assert.Empty(_connector.Calls);
        Assert.Empty(bot.Turns);
    }

    [Theory]
    [InlineData("value.uploadInfo")]
    [InlineData("value.context")]
    [InlineData("value.action")]
    [InlineData("value")]
    public async Task BrokenInvoke_IsSaidToBeBad(string path)
    {
        await using var bot = await TestBot.StartAsync(new TeamsOptions { Development = true }, readFile: Read);
        using var response = await bot.PostAsync(Consent("accept", _connector.Url + "/upload").With(path, null));
        Assert.Equal(400, (int)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["statusCode"]!);
        Assert.Empty(_connector.Calls);
    }

    private JsonObject Consent(string action, string upload)
    {
        var invoke = SampleActivity.Invoke();
        invoke["name"] = "fileConsent/invoke";
        invoke["serviceUrl"] = _connector.Url + "/teams/";
        invoke["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = new JsonObject { ["file"] = Offer.Reference },
            ["uploadInfo"] = new JsonObject
            {
                ["contentUrl"] = "https://files.example/meeting-3.ics", ["name"] = Offer.Name, ["uploadUrl"] = upload,
                ["uniqueId"] = "u-1", ["fileType"] = "ics",
            },
        };
        return invoke;
    }
}
