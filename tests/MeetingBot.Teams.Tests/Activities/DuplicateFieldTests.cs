using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;

namespace MeetingBot.Teams.Activities;

/// <summary>A field that is there twice means one thing to us and another to whoever looked at it before us.</summary>
public sealed class DuplicateFieldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("""{"type":"message","text":"one","text":"two"}""")]
    [InlineData("""{"type":"message","te\u0078t":"one","text":"two"}""")]
    [InlineData("""{"type":"message","from":{"id":"29:a","id":"29:b"}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"19:a","tenantId":"t","tenantId":"u"}}""")]
    [InlineData("""{"type":"message","channelData":{"tenant":{"id":"t","id":"u"}}}""")]
    [InlineData("""{"type":"message","membersAdded":[{"id":"29:a","id":"29:b"}]}""")]
    [InlineData("""{"type":"message","entities":[{"type":"mention","type":"clientInfo"}]}""")]
    [InlineData("""{"type":"message","entities":[{"type":"mention","mentioned":{"id":"29:a","id":"29:b"}}]}""")]
    [InlineData("""{"type":"invoke","value":{"action":{"verb":"agenda","verb":"forget"}}}""")]
    [InlineData("""{"type":"invoke","value":{"action":{"data":{"title":"One","title":"Two"}}}}""")]
    [InlineData("""{"type":"invoke","value":{"action":{"data":{"\ud800":"names that are no text are not told apart"}}}}""")]
    public void FieldTwice_IsNoActivity(string body) => Assert.Null(ActivityJson.Parse(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("""{"type":"message","text":"one","Text":"two"}""")]
    [InlineData("""{"type":"message","from":{"id":"29:a"},"recipient":{"id":"29:b"}}""")]
    [InlineData("""{"type":"message","entities":[{"type":"mention"},{"type":"mention","id":1,"name":2}]}""")]
    public void SameNameInAnotherPlace_IsFine(string body) => Assert.NotNull(ActivityJson.Parse(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void BodyWithVeryManyFields_IsReadQuickly()
    {
        var fields = string.Join(',', Enumerable.Range(0, 60_000).Select(number => $"\"field{number}\":1"));
        var body = Encoding.UTF8.GetBytes($$"""{"type":"invoke","value":{{{fields}}} }""");

        var watch = Stopwatch.StartNew();
        Assert.NotNull(ActivityJson.Parse(body));

        output.WriteLine($"{watch.Elapsed}");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
