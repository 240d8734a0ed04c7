using System.Net;
using MeetingBot.Meetings.Dates;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams.Authentication;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private SignedDoor _door = null!;

    public async Task InitializeAsync() => _door = await SignedDoor.StartAsync();

    public async Task DisposeAsync() => await _door.DisposeAsync();

    private async Task<HttpStatusCode> PostAsync(string token)
    {
        using var response = await _door.Bot.PostAsync(Message(), token);
        return response.StatusCode;
    }

    [Fact]
    public async Task NothingIsFetched_BeforeTheFirstTokenThatCouldBeRight()
    {
        var stranger = new SigningKey("key-1");
        await PostAsync("Bearer a.b.c");
        await PostAsync(stranger.Sign(_door.Claims().With("aud", "other")));

        Assert.Equal(0, _door.Metadata.Loads);
    }

    [Fact]
    public async Task RepeatedToken_IsFoundAgainUntilItExpires()
    {
        var token = _door.Key.Sign(_door.Claims(to: 60));
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.OK, await PostAsync(token));

        Assert.Equal(1, _door.Metadata.Loads);
        _door.Time.Advance(TimeSpan.FromMinutes(64));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(token));
        _door.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(token));
    }

    [Fact]
    public async Task NewKey_IsAcceptedWithTheFirstMessageItSigned()
    {
        await PostAsync(_door.Key.Sign(_door.Claims()));
        var rotated = new SigningKey("key-2", "msteams");
        _door.Metadata.Keys.Add(rotated);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(rotated.Sign(_door.Claims())));
        Assert.Equal(2, _door.Metadata.Loads);
    }

    [Fact]
    public async Task UnknownKeys_ReloadAtMostOnceInFiveMinutes()
    {
        await PostAsync(_door.Key.Sign(_door.Claims()));
        for (var i = 0; i < 10; i++)
        {
            var token = _door.Key.Sign(_door.Claims(), kidInHeader: $"unknown-{i}");
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(token));
        }
        Assert.Equal(2, _door.Metadata.Loads);

        _door.Time.Advance(TimeSpan.FromMinutes(5));
        var rotated = new SigningKey("key-2", "msteams");
        _door.Metadata.Keys.Add(rotated);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(rotated.Sign(_door.Claims())));
        Assert.Equal(3, _door.Metadata.Loads);
    }

    [Fact]
    public async Task KeyThatWasRemoved_VouchesForNothing_EvenForATokenSeenBefore()
    {
        var old = _door.Key.Sign(_door.Claims());
        Assert.Equal(HttpStatusCode.OK, await PostAsync(old));

        var rotated = new SigningKey("key-2", "msteams");
        _door.Metadata.Keys.Clear();
        _door.Metadata.Keys.Add(rotated);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(rotated.Sign(_door.Claims())));

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(old));
    }

    [Fact]
    public async Task MetadataDownAtFirst_Is503_AndHealsByItself()
    {
        _door.Metadata.IsDown = true;
        var token = _door.Key.Sign(_door.Claims());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(token));

        _door.Metadata.IsDown = false;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(token));
        _door.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(token));
    }

    [Fact]
    public async Task MetadataDownLater_LeavesTheKeysInUse()
    {
        await PostAsync(_door.Key.Sign(_door.Claims()));
        _door.Metadata.IsDown = true;
        _door.Time.Advance(TimeSpan.FromHours(13));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(_door.Key.Sign(_door.Claims())));
        _door.Time.Advance(TimeSpan.FromDays(5));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(_door.Key.Sign(_door.Claims())));
    }

    [Fact]
    public async Task KeysOnAnotherHost_AreNotFetched()
    {
        await using var elsewhere = await MetadataServer.StartAsync(_door.Key);
        _door.Metadata.KeysElsewhere = new Uri(elsewhere.Url, "/v1/.well-known/openidconfiguration").AbsoluteUri;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(_door.Key.Sign(_door.Claims())));
        Assert.Equal(0, elsewhere.Loads);
    }
}
