using System.Text;
using MeetingBot.Kit;

namespace MeetingBot.Risks;

/// <summary>Who neither chairs nor began the assessment changes nothing that is others'.</summary>
public sealed class RiskRolesTests
{
    [Theory]
    [InlineData("/risk reveal")]
    [InlineData("/risk cancel")]
    [InlineData("/risk extend Thursday 18:00")]
    [InlineData("/risk freeze v1.0")]
    [InlineData("/risk agree TR-1 3 3 because of the incident in May")]
    [InlineData("/risk criteria nist")]
    [InlineData("/risk criteria tlp:clear")]
    [InlineData("/risk community ATLAS 3: @Ben")]
    [InlineData("/risk share")]
    [InlineData("/risk share off")]
    [InlineData("/risk mapping import EGI\nto: egi\nlikelihood: 1=1; 2=1; 3=2; 4=3; 5=4")]
    [InlineData("/risk mapping drop EGI")]
    [InlineData("/risk report revoke")]
    [InlineData("/risk guests Anna Berg")]
    [InlineData("/risk drop TR-1")]
    [InlineData("/risk merge TR-1 TR-2")]
    [InlineData("/risk split TR-1 one | other")]
    [InlineData("/asset edit A-1 | other")]
    [InlineData("/asset drop A-1")]
    public async Task NeitherChairNorAuthor_ChangesNothing(string typed)
    {
        using var room = await RiskRoom.Scored();
        await room.Says("Anna", "/settings chairs @Anna", "Anna");
        await room.Says("Anna", "/asset add Vault");
        await room.Says("Anna", "/risk mapping import EGI\nto: egi\nimpact: 1=1; 2=2; 3=3; 4=3; 5=4");
        await room.Says("Anna", "/risk share");
        var before = Rows(room);

        var said = await room.Says("Ben", typed, "Ben");

        Assert.Equal(before, Rows(room));
        Assert.Contains("Anna", said, StringComparison.Ordinal);
    }

    private static string Rows(Room room) => string.Join('\n', ((string[])["assessment", "risk", "round", "score", "asset", "share", "now", "guest"])
        .SelectMany(kind => room.Table.Under(room.Partition, kind))
        .Select(row => $"{row.RowKey} {Encoding.UTF8.GetString(row.Data.Span)}"));
}
