using System.Net;
using MeetingBot.Conversations;

namespace MeetingBot.Tests.Conversations;

public sealed class LoopbackCallerTests
{
    private static bool IsHere(IPAddress? remote, string host, string? origin, IEnumerable<string> headers) =>
        LoopbackCaller.Refusal(remote, host, origin, headers) is null;

    private static readonly string[] Plain = ["Host", "Content-Type", "x-ms-agents-playground", "User-Agent"];

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.5.6.7", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::ffff:127.9.0.1", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("fe80::1", false)]
    [InlineData(null, false)]
    public void Remote_MustBeLoopback(string? remote, bool expected) =>
        Assert.Equal(expected, IsHere(
            remote is null ? null : IPAddress.Parse(remote), "localhost:3978", null, Plain));

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:3978", true)]
    [InlineData("127.0.0.1:80", true)]
    [InlineData("127.1.2.3", true)]
    [InlineData("[::1]", true)]
    [InlineData("[::1]:3978", true)]
    [InlineData("", false)]
    [InlineData("localhost.", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.nip.io", false)]
    [InlineData("127.1", false)]
    [InlineData("2130706433", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("localhost:x", false)]
    [InlineData("localhost:0", false)]
    [InlineData("0177.0.0.1", false)]
    [InlineData("[::ffff:127.0.0.1]", false)]
    [InlineData("::1", false)]
    [InlineData("localhost:80:90", false)]
    [InlineData("localhost@evil.example", false)]
    [InlineData("meeting.example", false)]
    [InlineData("[::2]", false)]
    public void Host_MustBeLoopback(string host, bool expected) =>
        Assert.Equal(expected, IsHere(IPAddress.Loopback, host, null, Plain));

    [Theory]
    [InlineData("http://localhost:56150", true)]
    [InlineData("https://127.0.0.1", true)]
    [InlineData("http://[::1]:1", true)]
    [InlineData("null", false)]
    [InlineData("", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("http://localhost@evil.example", false)]
    [InlineData("http://user@localhost", false)]
    [InlineData("file://localhost", false)]
    [InlineData("http://localhost,http://evil.example", false)]
    [InlineData("http://2130706433/", false)]
    [InlineData("http://0x7f.1/", false)]
    [InlineData("http://127.0.0.1:0/", false)]
    [InlineData("http://127.0.0.1/?x=", false)]
    [InlineData("http://127.0.0.1#@evil.example", false)]
    [InlineData("http:[::1]", false)]
    [InlineData("http://localhost:39780/teams/", true)]
    public void Origin_MustBeLoopbackWhereThereIsOne(string origin, bool expected) =>
        Assert.Equal(expected, IsHere(IPAddress.Loopback, "localhost", origin, Plain));

    [Theory]
    [InlineData("Forwarded")]
    [InlineData("X-Forwarded-For")]
    [InlineData("x-forwarded-host")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Forwarded")]
    [InlineData("X-Real-IP")]
    [InlineData("Via")]
    [InlineData("CF-Connecting-IP")]
    [InlineData("X-Original-Host")]
    [InlineData("X-Original-URL")]
    [InlineData("True-Client-IP")]
    [InlineData("X-ARR-SSL")]
    [InlineData("X-Azure-ClientIP")]
    [InlineData("X_Forwarded_For")]
    [InlineData("X-Remote-Addr")]
    [InlineData("Ngrok-Skip-Browser-Warning")]
    [InlineData("X-Forwarder-For")]
    [InlineData("WL-Proxy-Client-IP")]
    [InlineData("CloudFront-Viewer-Address")]
    [InlineData("Max-Forwards")]
    [InlineData("X-Nf-Client-Connection-Ip")]
    public void ForwardingHeaders_AreRefused(string header) =>
        Assert.False(IsHere(IPAddress.Loopback, "localhost", null, [.. Plain, header]));

    [Fact]
    public void OldProtocolOfProxies_IsRefused() =>
        Assert.NotNull(LoopbackCaller.Refusal(IPAddress.Loopback, "localhost", null, Plain, "HTTP/1.0"));
}
