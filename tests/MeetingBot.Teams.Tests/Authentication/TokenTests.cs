using System.Net;
using System.Text.Json.Nodes;
using MeetingBot.Meetings.Dates;
using MeetingBot.Teams.Support;
using Microsoft.IdentityModel.Tokens;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams.Authentication;

public sealed class TokenTests : IAsyncLifetime
{
    private SignedDoor _door = null!;

    public async Task InitializeAsync() => _door = await SignedDoor.StartAsync();

    public async Task DisposeAsync() => await _door.DisposeAsync();

    [Fact]
    public async Task RightToken_RunsTheTurn()
    {
        var (status, read) = await _door.Bot.OfferAsync(Message(), _door.Key.Sign(_door.Claims()));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(read);
        Assert.Single(_door.Bot.Turns);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("empty")]
    [InlineData("basic")]
    [InlineData("bearer alone")]
    [InlineData("no jwt")]
    [InlineData("alg none")]
    [InlineData("unsigned")]
    [InlineData("HS256 with the public key")]
    [InlineData("PS256")]
    [InlineData("RS512")]
    [InlineData("other issuer")]
    [InlineData("other audience")]
    [InlineData("no audience")]
    [InlineData("two audiences")]
    [InlineData("the audience twice")]
    [InlineData("audience named twice")]
    [InlineData("audience named twice, ours first")]
    [InlineData("issuer named twice")]
    [InlineData("crit")]
    [InlineData("crit of a known name")]
    [InlineData("crit that is empty")]
    [InlineData("crit that is null")]
    [InlineData("algorithm named twice")]
    [InlineData("name that spells no text")]
    [InlineData("expired")]
    [InlineData("no expiry")]
    [InlineData("not yet valid")]
    [InlineData("other key")]
    [InlineData("unknown kid")]
    [InlineData("no kid")]
    [InlineData("changed claims")]
    [InlineData("encrypted")]
    [InlineData("too long")]
    public async Task WrongToken_IsRefusedBeforeAnythingIsRead(string wrong)
    {
        var (status, read) = await _door.Bot.OfferAsync(Message(), Authorization(wrong));

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.False(read);
        Assert.Empty(_door.Bot.Turns);
    }

    [Fact]
    public async Task TwoTokens_AreRefused()
    {
        var right = _door.Key.Sign(_door.Claims());

        Assert.Equal((HttpStatusCode.Unauthorized, false), await _door.Bot.OfferAsync(Message(), right, right));
    }

    [Fact]
    public async Task OneAudienceInAList_IsOurs()
    {
        var token = _door.Key.Sign(_door.Claims().With("aud", new JsonArray(SignedDoor.AppId)));
        using var response = await _door.Bot.PostAsync(Message(), token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task TokenOfTheTestsOwnWriting_IsRight()
    {
        using var response = await _door.Bot.PostAsync(Message(), Headed(""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(-60, -4)]
    [InlineData(4, 60)]
    public async Task ClockSkewOfFourMinutes_IsForgiven(double from, double to)
    {
        using var response = await _door.Bot.PostAsync(Message(), _door.Key.Sign(_door.Claims(from, to)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("serviceUrl", "http://127.0.0.1:9/connector/")]
    [InlineData("serviceUrl", "http://127.0.0.1:9/CONNECTOR")]
    [InlineData("serviceUrl", null)]
    [InlineData("channelId", "webchat")]
    [InlineData("channelId", "directline")]
    [InlineData("channelId", null)]
    [InlineData("conversation.tenantId", "22222222-2222-4222-8222-222222222222")]
    [InlineData("conversation.tenantId", null)]
    public async Task TokenForAnotherActivity_IsForbidden(string path, string? value)
    {
        using var response = await _door.Bot.PostAsync(Message().With(path, value), _door.Key.Sign(_door.Claims()));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(_door.Bot.Turns);
    }

    [Fact]
    public async Task TokenWithoutServiceUrl_IsForbidden()
    {
        var claims = _door.Claims();
        claims.Remove("serviceurl");
        using var response = await _door.Bot.PostAsync(Message(), _door.Key.Sign(claims));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(_door.Bot.Turns);
    }

    [Theory]
    [InlineData()]
    [InlineData("directline", "webchat")]
    public async Task KeyThatIsNotEndorsedForTeams_IsForbidden(params string[] endorsements)
    {
        var other = new SigningKey("key-2", endorsements);
        _door.Metadata.Keys.Add(other);
        using var response = await _door.Bot.PostAsync(Message(), other.Sign(_door.Claims()));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(_door.Bot.Turns);
    }

    [Fact]
    public async Task NoLogLine_HoldsTokenOrText()
    {
        var token = _door.Key.Sign(_door.Claims());
        using var right = await _door.Bot.PostAsync(Message("a very private text"), token);
        using var forbidden = await _door.Bot.PostAsync(Message("a very private text").With("serviceUrl", "x"), token);
        using var broken = await _door.Bot.PostAsync(Message("a very private text").With("from", null), token);

        Assert.NotEmpty(_door.Bot.Logs.All);
        Assert.DoesNotContain("private text", _door.Bot.Logs.All, StringComparison.Ordinal);
        Assert.DoesNotContain(token[20..60], _door.Bot.Logs.All, StringComparison.Ordinal);
    }

    private string[] Authorization(string wrong)
    {
        var claims = _door.Claims();
        var key = _door.Key;
        return wrong switch
        {
            "none" => [],
            "empty" => [""],
            "basic" => ["Basic dXNlcjpwYXNz"],
            "bearer alone" => ["Bearer "],
            "no jwt" => ["Bearer a.b.c"],
            "alg none" => [key.Sign(claims, "none")],
            "unsigned" => [key.Sign(claims)[..(key.Sign(claims).LastIndexOf('.') + 1)]],
            "HS256 with the public key" => [key.Sign(claims, "HS256")],
            "PS256" => [key.Sign(claims, "PS256")],
            "RS512" => [key.Sign(claims, "RS512")],
            "other issuer" => [key.Sign(claims.With("iss", "https://sts.windows.net/x/"))],
            "other audience" => [key.Sign(claims.With("aud", "api://" + SignedDoor.AppId))],
            "no audience" => [key.Sign(claims.Without("aud"))],
            "two audiences" => [key.Sign(claims.With("aud", new JsonArray(SignedDoor.AppId, "other")))],
            "the audience twice" => [key.Sign(claims.With("aud", new JsonArray(SignedDoor.AppId, SignedDoor.AppId)))],
            "audience named twice" => [Headed("", """ "aud":"other", """)],
            "audience named twice, ours first" =>
                [key.Sign(Header(""), claims.ToJsonString()[..^1] + ""","aud":"other"}""")],
            "issuer named twice" => [Headed("", """ "iss":"https://sts.windows.net/x/", """)],
            "crit" => [Headed(""" "crit":["exp"],"exp":1, """)],
            "crit of a known name" => [Headed(""" "crit":["b64"],"b64":true, """)],
            "crit that is empty" => [Headed(""" "crit":[], """)],
            "crit that is null" => [Headed(""" "crit":null, """)],
            "algorithm named twice" => [Headed(""" "alg":"none", """)],
            "name that spells no text" => [Headed(""" "\ud800":1, """)],
            "expired" => [key.Sign(_door.Claims(-60, -6))],
            "no expiry" => [key.Sign(claims.Without("exp"))],
            "not yet valid" => [key.Sign(_door.Claims(6, 60))],
            "other key" => [SigningKey.Pretending(key.Kid).Sign(claims)],
            "unknown kid" => [key.Sign(claims, kidInHeader: "key-9")],
            "no kid" => [key.Sign(claims, kidInHeader: "")],
            "changed claims" => [Changed(key.Sign(claims))],
            "encrypted" => [key.Sign(claims) + ".e.f"],
            "too long" => [key.Sign(claims.With("pad", new string('x', 20_000)))],
            _ => throw new ArgumentOutOfRangeException(nameof(wrong), wrong, null),
        };
    }

    private string Headed(string header, string claims = "") =>
        _door.Key.Sign(Header(header), "{" + claims + _door.Claims().ToJsonString()[1..]);

    private string Header(string more) => "{" + more + $$""" "alg":"RS256","typ":"JWT","kid":"{{_door.Key.Kid}}"}""";

    private string Changed(string token)
    {
        var parts = token.Split('.');
        var claims = _door.Claims().With("serviceurl", "https://elsewhere.example/");
        return string.Join('.', parts[0], Base64UrlEncoder.Encode(claims.ToJsonString()), parts[2]);
    }
}
