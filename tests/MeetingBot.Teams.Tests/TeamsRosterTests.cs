using MeetingBot.Conversations;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.FakeConnector;

namespace MeetingBot.Teams;

public sealed class TeamsRosterTests : IAsyncLifetime
{
    private FakeConnector _connector = null!;

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    private ConversationReference Here => TestChannel.Conversation(_connector.Url + "/teams/");

    private ValueTask<RosterReading> ReadAsync(int most = 300) =>
        TestChannel.Roster().ReadAsync(Here, most, CancellationToken.None);

    [Fact]
    public async Task People_AreReadPageByPage_WithoutBotsAndWhoHasNoAccount()
    {
        const string First = """{"members":[{"id":"29:a","name":"Ada"},{"name":"none"},null,{"id":"28:bot","name":"A bot"}],"continuationToken":"p/2=="}""";
        const string Last = """{"members":[{"id":"29:c","name":"Cy","userRole":"user"},{"id":"29:x","name":"X","userRole":"anonymous"},{"id":"29:a","name":"Ada"}],"continuationToken":null}""";
        _connector.Answer = c =>
            new Reply(200, c.Path.Contains("continuationToken", StringComparison.Ordinal) ? Last : First);

        var read = await ReadAsync();

        Assert.Null(read.Missing);
        Assert.Equal([("29:a", "Ada"), ("29:c", "Cy")], read.People.Select(person => (person.Id, person.Name)));
        Assert.Equal(
            ["pagedmembers?pageSize=500", "pagedmembers?pageSize=500&continuationToken=p%2F2%3D%3D"],
            _connector.Calls.Select(c => c.Path[(c.Path.LastIndexOf('/') + 1)..]));
        Assert.All(
            _connector.Calls,
            c => Assert.StartsWith("/teams/v3/conversations/19%3Ac%40thread.tacv2/", c.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OfMoreThanAreWanted_NoFurtherPageIsRead_AndATokenThatStaysEndsIt()
    {
        _connector.Answer = _ => new Reply(200, """{"members":[{"id":"29:a","name":"A"},{"id":"29:b","name":"B"}],"continuationToken":"same"}""");
        Assert.Equal(2, (await ReadAsync(most: 1)).People.Length);
        Assert.Single(_connector.Calls);
        Assert.Equal(2, (await ReadAsync()).People.Length);
        Assert.Equal(3, _connector.Calls.Count);
    }

    [Theory]
    [InlineData(404, "<html></html>")]
    [InlineData(403, "{}")]
    [InlineData(500, "{}")]
    [InlineData(200, "<html></html>")]
    [InlineData(200, "[]")]
    public async Task WhatIsNoPage_IsNeverAskedForAgain(int status, string body)
    {
        _connector.Answer = _ => new Reply(status, body);
        var read = await ReadAsync();
        Assert.Empty(read.People);
        Assert.IsType<Delivery.Refused>(read.Missing);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task WhatPasses_IsAskedForAgain(int status)
    {
        _connector.Answer = _ => new Reply(status, "{}");
        Assert.IsType<Delivery.Later>((await ReadAsync()).Missing);
    }
}
