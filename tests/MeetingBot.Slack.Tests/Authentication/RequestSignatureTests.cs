using System.Text;
using MeetingBot.Slack.Authentication;

namespace MeetingBot.Slack.Tests.Authentication;

public sealed class RequestSignatureTests
{
    // Slack's own example ("Verifying requests from Slack").
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
        + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly DateTimeOffset Signed = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public void Admits_what_slack_signed_within_five_minutes(int seconds) =>
        Assert.True(Admits(now: Signed.AddSeconds(seconds)));

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    [InlineData(60_000_000)]
    public void Refuses_what_was_signed_long_before_or_after(int seconds) =>
        Assert.False(Admits(now: Signed.AddSeconds(seconds)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1531420618")]
    [InlineData(" 1531420618")]
    [InlineData("1531420618.0")]
    [InlineData("0x5B4760CA")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("1531420619")]
    public void Refuses_another_timestamp(string? timestamp) => Assert.False(Admits(timestamp: timestamp));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=b2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50300")]
    [InlineData("v0=zz114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public void Refuses_another_signature(string? signature) => Assert.False(Admits(signature: signature));

    [Fact]
    public void Refuses_another_body()
    {
        Assert.False(Admits(body: Body + "&text=more"));
        Assert.False(Admits(body: ""));
    }

    [Fact]
    public void Refuses_another_secret() => Assert.False(Admits(secret: Secret + "6"));

    private static bool Admits(
        string? timestamp = Timestamp, string? signature = Signature, string body = Body, string secret = Secret,
        DateTimeOffset? now = null) =>
        new RequestSignature(secret).Admits(timestamp, signature, Encoding.UTF8.GetBytes(body), now ?? Signed);
}
