using System.Buffers;
using System.Text;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Risks.Report;
using MeetingBot.Risks.Scoring;
using MeetingBot.Risks.Statistics;

namespace MeetingBot.Risks;

/// <summary>After the reveal all see how scores fell, and nobody who gave them.</summary>
public sealed class RevealedScoresTests
{
    /// <summary>A round of one risk, revealed, in which each of the members scored as given.</summary>
    private static async Task<Room> Revealed(string likelihood, string impact, params string[] communities)
    {
        var room = await RiskRoom.WithRisks(1);
        foreach (var community in communities)
            await room.Says("Anna", $"/risk community {community}", [.. RiskRoom.Members.Where(name => community.Contains(name, StringComparison.Ordinal))]);
        await room.Says("Anna", "/risk open until Wednesday 18:00");
        await room.Advance(1);
        for (var member = 0; member < likelihood.Length; member++)
            if (likelihood[member] != '.')
                await room.Scores1(RiskRoom.Members[member], "TR-1", likelihood[member].ToString(), impact[member].ToString(), $"Reason {likelihood[member]}{impact[member]}");
        await room.Says("Anna", "/risk reveal");
        return room;
    }

    /// <summary>All that the group sees: messages to all, one risk typed and pressed, the list, report and export.</summary>
    private static async Task<string> Seen(Room room)
    {
        await room.Says("Emil", "/risks TR-1");
        await room.Says("Emil", "/risks");
        await room.Says("Anna", "/risk discuss TR-1");
        await room.Advance(1);
        var document = await new AssessmentDocuments(room.Table, room.Time).OfAsync(room.Group, 1, null, CancellationToken.None);
        var pressed = (await room.Press("Emil", "risks", ("risk", "TR-1")))!.Card!.Text();
        return pressed + JsonSerializer.Serialize(document) + string.Join('\n', room.Bot.Channel.Sent.Where(sent => sent.Message.Recipient is null)
            .Select(sent => sent.Message.Text + sent.Message.Card?.Text()));
    }

    [Theory]
    [InlineData("12345", "54321")]
    [InlineData("1155?", "1155-")]
    [InlineData("222.5", "333.5")]
    public async Task WhoScoredWhat_MakesNoDifferenceToAnybody(string likelihood, string impact)
    {
        using var one = await Revealed(likelihood, impact);
        var seen = await Seen(one);
        Assert.Contains("Reason", seen, StringComparison.Ordinal);
        foreach (var name in RiskRoom.Members.Skip(1).Where((_, place) => place + 1 >= likelihood.Length || likelihood[place + 1] != '.'))
            Assert.DoesNotContain($"{name}", Revealing(seen), StringComparison.Ordinal);

        var (turned, other) = (string.Concat(likelihood.Reverse()), string.Concat(impact.Reverse()));
        // Who has not replied is seen, so that place stays as it is.
        if (likelihood.Contains('.', StringComparison.Ordinal)) (turned, other) = ("522.2", "533.3");
        using var two = await Revealed(turned, other);
        Assert.Equal(Revealing(seen), Revealing(await Seen(two)));
    }

    // Who is on the way is seen on the shared card while a round is open.
    private static string Revealing(string seen) => string.Join('\n', seen.Split('\n')
        .Where(line => !line.StartsWith("All answered", StringComparison.Ordinal) && !line.StartsWith("Nothing yet", StringComparison.Ordinal)));

    [Theory]
    [InlineData("1.......", "5.......", "4.......", "2.......")]
    [InlineData("15......", "55......", "32......", "11......")]
    [InlineData("15??....", "55??....", "32??....", "11??....")]
    [InlineData("15-.....", "55-.....", "32-.....", "11-.....")]
    public async Task OneOrTwoScores_AreNotShown_NorAnyFigureOfThem(string likelihood, string impact, string otherLikelihood, string otherImpact)
    {
        var seen = new List<string>();
        foreach (var (first, second) in ((string, string)[])[(likelihood, impact), (otherLikelihood, otherImpact)])
        {
            using var room = await Revealed(first, second);
            Assert.Equal(first.Count(char.IsAsciiDigit), room.Risk("TR-1").Result![RiskDimension.Likelihood]!.Summary(room.Assessment().Criteria).Scored);
            seen.Add(string.Join('\n', (await Seen(room)).Split('\n').Where(line => !line.Contains("Reason ", StringComparison.Ordinal))
                .Select(line => System.Text.RegularExpressions.Regex.Replace(line, "\"Reason [^\"]+\"", ""))));
        }
        Assert.Equal(seen[0], seen[1]);
        Assert.Contains($"n {likelihood.Count(char.IsAsciiDigit)}, too few to show how they fell without naming who scored", seen[0], StringComparison.Ordinal);
        Assert.DoesNotMatch("(median|mean|range|IQR|consensus) [0-9]", seen[0]);
    }

    [Fact]
    public async Task FewScores_ThatAreHiddenInADocument_CountAsBefore()
    {
        using var room = await RiskRoom.Scored();
        await room.Says("Anna", "/risk reveal");
        var (kept, criteria) = (room.Risk("TR-5").Result!, room.Assessment().Criteria);
        var shown = (await new AssessmentDocuments(room.Table, room.Time).OfAsync(room.Group, 1, null, CancellationToken.None))!
            .Risks.Single(risk => risk.Id == "TR-5").Result!;
        var (one, other) = (kept[RiskDimension.Likelihood]!.Summary(criteria), shown[RiskDimension.Likelihood]!.Summary(criteria));
        Assert.Equal((2, 0), (one.Scores.Count, other.Scores.Count));
        Assert.Equal(
            (one.Scored, one.NoReply, one.Coverage, one.DontKnowRate, one.Participation, Agreement.KnowledgeGap),
            (other.Scored, other.NoReply, other.Coverage, other.DontKnowRate, other.Participation, other.Agreement));
        Assert.Equal(kept[RiskDimension.Impact], shown[RiskDimension.Impact]);
        Assert.Equal(0, kept.Shown()[RiskDimension.Likelihood]!.Summary(criteria).Scores.Count);
        Assert.Equal(shown[RiskDimension.Likelihood], shown.Shown()[RiskDimension.Likelihood]);
    }

    [Theory]
    [InlineData("ATLAS: @Anna @Ben @Carl|CMS: @Dora @Emil", "")]
    [InlineData("ATLAS: @Anna @Ben @Carl|CMS: @Dora @Emil @Fay|ALICE: @Gus @Hana", "ATLAS")]
    [InlineData("ATLAS: @Anna @Ben @Carl @Dora|CMS: @Emil @Fay @Gus", "ATLAS")]
    [InlineData("ATLAS: @Anna @Ben @Carl @Dora|CMS: @Emil @Fay @Gus @Hana", "ATLAS CMS")]
    [InlineData("ATLAS: @Anna @Ben @Carl", "ATLAS")]
    public async Task CommunitiesOfOneOrTwo_AreSuppressed_NorDoTheyFollowFromTheRest(string communities, string shown)
    {
        using var room = await Revealed(communities.Contains("Fay", StringComparison.Ordinal) || communities.Length < 25 ? "12345123" : "12345", "54321543", communities.Split('|'));
        foreach (var result in room.Risk("TR-1").Result!.Dimensions)
        {
            Assert.Equal(shown, string.Join(' ', result.Communities.Select(community => community.Name)));
            var left = result.Counts.Sum() - result.Communities.Sum(community => community.Counts.Sum());
            Assert.False(left is 1 or 2, $"{left} scores follow from the whole.");
            Assert.All(result.Communities, community => Assert.True(community.Counts.Sum() >= 3));
        }
    }

    [Theory]
    [InlineData("ATLAS 3: @Anna", true)]
    [InlineData("ATLAS 3: @Anna @Ben", true)]
    [InlineData("ATLAS 3: @Anna @Ben @Carl", false)]
    [InlineData("ATLAS 3: @Anna @Ben @Carl @Dora @Emil @Fay @Gus", true)]
    public async Task WeightedMean_IsLeftOut_WhereItWouldTellWhatOneOrTwoScored(string community, bool leftOut)
    {
        using var room = await Revealed("12345123", "54321543", community);
        var weighted = room.Risk("TR-1").Result![RiskDimension.Likelihood]!.Weighted!;
        Assert.Equal(leftOut, weighted.Mean is null);
        var card = (await room.Press("Ben", "risks", ("risk", "TR-1")))!.Card!.Text();
        Assert.Contains($"weighted {weighted.HighMedian}", card, StringComparison.Ordinal);
        Assert.Equal(!leftOut, card.Contains("(mean", StringComparison.Ordinal));
    }

    // Of 1 + 10 + 100 the weighed sum and the plain one have one solution in whole numbers: what Ben alone scored.
    [Theory]
    [InlineData("ATLAS 100: @Anna|CMS 10: @Ben", true, true)]
    [InlineData("ATLAS 5: @Anna @Ben @Carl|CMS 50: @Dora", true, true)]
    [InlineData("ATLAS 5: @Anna @Ben @Carl|CMS 4.5: @Dora", false, true)]
    [InlineData("ATLAS 3: @Anna @Ben @Carl @Dora|CMS 2: @Emil", false, false)]
    [InlineData("ATLAS 4: @Anna @Ben", true, true)]
    public async Task Weighted_IsLeftOut_WhereItWouldTellWhatOneOrTwoScored(string communities, bool noValue, bool noMean)
    {
        using var room = await Revealed("24252424", "44454444", communities.Split('|'));
        var weighted = room.Risk("TR-1").Result![RiskDimension.Likelihood]!.Weighted;
        Assert.Equal((noValue, noMean), (weighted is null, weighted?.Mean is null));
        Assert.False(noValue && room.Risk("TR-1").Result!.IsWeightSensitive(room.Assessment().Criteria));
    }

    [Fact]
    public async Task Outlier_IsInvitedAlone_ByTheScoresTheyGave()
    {
        using var room = await Revealed("11?55533", "15155555");
        await room.Says("Anna", "/risk discuss TR-1");
        await room.Says("Anna", "/meeting start Scores");
        await room.Says("Anna", "/agenda next");
        await room.Advance(1);
        Assert.Contains(room.Told("Anna"), text => text.Contains("You scored likelihood 1, impact 1, away", StringComparison.Ordinal));
        var carl = Assert.Single(room.Told("Carl"), text => text.StartsWith("TR-1 is being talked about", StringComparison.Ordinal));
        Assert.Contains("You scored impact 1, away", carl, StringComparison.Ordinal);
        Assert.DoesNotContain(room.Told("Gus"), text => text.StartsWith("TR-1 is being", StringComparison.Ordinal) && text.Contains("likelihood 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_HoldsNoScore_AfterTheRevealEither()
    {
        using var room = await Revealed("12345123", "54321543");
        var output = new ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(room.Table, room.Group, FakeTime.Start, _ => true, output, () => ValueTask.CompletedTask, CancellationToken.None);
        var written = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.DoesNotContain("Reason ", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\"kind\": \"score\"", written, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"risk\"", written, StringComparison.Ordinal);
    }
}
