using System.Net;
using MeetingBot.Web.Doors;

namespace MeetingBot.Web.Tests.Doors;

public sealed class LoopbackCallerTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", null)]
    [InlineData("::1", "[::1]:3978", "http://[::1]:3978")]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1", "http://127.0.0.1:3978")]
    [InlineData("127.8.9.10", "LOCALHOST", "https://localhost")]
    public void TrueLoopback_IsLetIn(string remote, string host, string? origin) =>
        Assert.Null(LoopbackCaller.Refusal(IPAddress.Parse(remote), host, origin, ["Host", "Accept", "Cookie"]));

    [Theory]
    [InlineData("10.0.0.5")]
    [InlineData("192.168.1.2")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:8.8.8.8")]
    public void OtherAddress_IsRefused(string remote) =>
        Assert.NotNull(LoopbackCaller.Refusal(IPAddress.Parse(remote), "localhost", null, []));

    [Fact]
    public void UnknownAddress_IsRefused() => Assert.NotNull(LoopbackCaller.Refusal(null, "localhost", null, []));

    [Theory]
    [InlineData("")]
    [InlineData("example.org")]
    [InlineData("localhost.example.org")]
    [InlineData("127.0.0.1.example.org")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0177.0.0.1")]
    [InlineData("10.0.0.1:3978")]
    [InlineData("localhost:0")]
    [InlineData("localhost:abc")]
    [InlineData("evil@localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("::1")]
    public void OtherHost_IsRefused(string host) =>
        Assert.NotNull(LoopbackCaller.Refusal(IPAddress.Loopback, host, null, []));

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("https://example.org")]
    [InlineData("http://localhost.example.org")]
    [InlineData("http://user@localhost")]
    [InlineData("file://localhost")]
    [InlineData("http://localhost http://example.org")]
    public void OtherOrigin_IsRefused(string origin) =>
        Assert.NotNull(LoopbackCaller.Refusal(IPAddress.Loopback, "localhost", origin, []));

    [Theory]
    [InlineData("Forwarded")]
    [InlineData("x-forwarded-for")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Forwarded")]
    [InlineData("X-REAL-IP")]
    [InlineData("Via")]
    [InlineData("CF-Connecting-IP")]
    [InlineData("X-Original-Host")]
    [InlineData("True-Client-IP")]
    [InlineData("X-ARR-LOG-ID")]
    public void ForwardingHeader_IsRefused(string header) =>
        Assert.NotNull(LoopbackCaller.Refusal(IPAddress.Loopback, "localhost", null, ["Host", header]));
}
