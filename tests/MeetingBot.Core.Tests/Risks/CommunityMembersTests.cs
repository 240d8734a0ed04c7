using MeetingBot.Kit;
using MeetingBot.Tables;

namespace MeetingBot.Risks;

public sealed class CommunityMembersTests
{
    [Fact]
    public async Task WhoWasNamedForACommunity_IsAsked_ThoughTheyHaveNeverWritten()
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", "/risk community ATLAS 3: @Zoe", "Zoe");
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        Assert.Equal("TR-1: Risk number 1", room.ScoreCard("Zoe").Title);
        Assert.StartsWith("Recorded", (await room.Scores1("Zoe", "TR-1", "3", "3"))!.Text, StringComparison.Ordinal);
        foreach (var member in RiskRoom.Members.Take(3)) await room.Scores1(member, "TR-1", "3", "3");
        await room.Says("Anna", "/risk reveal");
        Assert.Equal((9, 4), (room.Round().Figures!.Members, room.Round().Figures!.Scored));
        Assert.Equal("ATLAS", Assert.Single(room.Table.Under(room.Partition, "score"), row => row.RowKey.EndsWith("zoe", StringComparison.Ordinal)).Read(RiskJson.Default.RiskScore).Community);
    }

    [Fact]
    public async Task WhoDoesNotScore_ThoughNamedForACommunity_IsNotAsked()
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", "/risk community ATLAS: @Zoe", "Zoe");
        await room.Says("Anna", "/risk open until Wednesday 18:00 without @Zoe", "Zoe");
        await room.Advance(1);
        Assert.Empty(room.Told("Zoe"));
    }
}
