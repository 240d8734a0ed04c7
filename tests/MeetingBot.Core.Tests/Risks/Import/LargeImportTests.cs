using System.Text;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Risks.Catalogue;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>An import of more than a batch is one to who made it: shown, confirmed, and then all there.</summary>
public sealed class LargeImportTests
{
    private static string Assets(int count) =>
        "/risk import assets\nname;description;c\n" + string.Join('\n', Enumerable.Range(1, count).Select(n => $"Asset {n};Text of {n};{1 + (n % 5)}"));

    private static string Risks(int count) => "/risk import risks\ntitle;description;assets\n"
        + string.Join('\n', Enumerable.Range(1, count).Select(n => $"Scenario {n};Text of {n};Asset {n % 60}"));

    private static Card Shown(Room room) => room.Transcript.Last(message => message.Card is not null).Card!;

    private static async Task<Answer?> Confirmed(Room room, string typed, string title, string who = "Anna")
    {
        await room.Says(who, typed);
        return await room.Press(who, Shown(room).Button(title));
    }

    private static string Rows(Room room, string kind) => string.Join('\n', room.Table.Under(room.Partition, kind)
        .Select(row => $"{row.RowKey} {Encoding.UTF8.GetString(row.Data.Span)}"));

    /// <summary>Before the n-th commit that writes a part of an import.</summary>
    private static void BeforePart(Room room, int part, Func<Task> other)
    {
        var seen = 0;
        room.Table.Before = async call =>
        {
            if (call.Kind != "commit" || call.Partition != room.Partition
                || !call.Changes.Any(change => change is RowChange.Delete && change.RowKey.Contains("|part|", StringComparison.Ordinal))) return;
            if (++seen == part) await other();
        };
    }

    [Fact]
    public async Task Assets_AreShown_Confirmed_AndAllThere_AndAgainNothingChanges()
    {
        using var room = new Room();
        var answer = await Confirmed(room, Assets(420), "Import 420 assets");
        Assert.Equal("420 assets: 420 new. I am writing it, and say when all of it is there.", answer!.Text);
        await room.Advance(0);
        Assert.Equal("Imported 420 assets: 420 new (A-1, A-2, A-3 and 417 more).", room.Transcript[^1].Text);
        Assert.Equal(
            Enumerable.Range(1, 420).Select(n => new Asset($"A-{n}", $"Asset {n}", Description: $"Text of {n}", Confidentiality: 1 + (n % 5))),
            RiskCatalogue.From(new RowSet(room.Table.Under(room.Partition, "asset"))).Assets.ToList());
        Assert.Empty(room.Table.Under(room.Partition, "importing"));
        Assert.All(room.Table.Calls.Where(call => call.Kind == "commit"), call => Assert.InRange(call.Changes.Count, 1, 100));

        var there = Rows(room, "asset");
        await room.Says("Anna", Assets(420));
        Assert.Equal("Nothing to import: all 420 assets are there as they are", Shown(room).Title);
        Assert.Equal(there, Rows(room, "asset"));
    }

    [Fact]
    public async Task TextThatGrowsAsItIsKept_IsWrittenAllTheSame()
    {
        using var room = new Room();
        var typed = "/risk import assets\nname;description\n"
            + string.Join('\n', Enumerable.Range(1, 90).Select(n => $"Asset {n};{new string('\\', 1_900)}"));
        Assert.Equal("90 assets: 90 new. I am writing it, and say when all of it is there.", (await Confirmed(room, typed, "Import 90 assets"))!.Text);
        await room.Advance(0);
        Assert.Equal(90, room.Table.Under(room.Partition, "asset").Count);
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    public async Task KilledInTheMiddle_AnotherProcessGoesOn_AndEachRowIsThereOnce(Fault fault)
    {
        using var room = await RiskRoom.WithRisks(1);
        var parts = 0;
        room.Table.Faults = call => call.Kind == "commit" && call.Partition == room.Partition
            && call.Changes.Any(change => change is RowChange.Delete && change.RowKey.Contains("|part|", StringComparison.Ordinal))
            && ++parts >= 2 ? fault : Fault.None;
        await Confirmed(room, Risks(150), "Import 150 risks");
        await room.Advance(0);
        Assert.NotEmpty(room.Table.Under(room.Partition, "importing"));
        room.Bot.Dispose();
        room.Table.Faults = _ => Fault.None;

        using var next = new Bot(room.Table, room.Time, room.Bot.Channel, "b");
        await next.Outbox.CareAsync(CancellationToken.None);
        for (var minute = 0; minute < 10; minute++) await next.Advance(NodaTime.Duration.FromMinutes(1));

        Assert.Empty(room.Table.Under(room.Partition, "importing"));
        Assert.Null(room.Assessment().Importing);
        var risks = RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 1);
        Assert.Equal(Enumerable.Range(1, 151).Select(n => $"TR-{n}"), risks.Select(risk => risk.Id));
        Assert.Equal(60, room.Table.Under(room.Partition, "asset").Count);
        Assert.Equal(152, room.Assessment().NextRisk);
        Assert.Single(room.Transcript, message => message.Text.StartsWith("Imported 150 risks: 150 new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Freeze_WhileItIsWritten_IsRefused_AndHasAllOfItAfterwards()
    {
        using var room = await RiskRoom.WithRisks(1);
        var refused = new List<string>();
        BeforePart(room, 2, async () =>
        {
            foreach (var typed in new[] { "/risk freeze v1.0", "/risk open until Wednesday 18:00" })
                refused.Add((await room.Bot.Turn(room.Pressed("Anna", typed[1..].Split(" v")[0].Split(" until")[0]))).Answer!.Text);
        });
        await Confirmed(room, Risks(150), "Import 150 risks");
        await room.Advance(0);
        Assert.All(refused, text => Assert.StartsWith("An import is being written into", text, StringComparison.Ordinal));
        Assert.Equal(2, refused.Count);
        Assert.StartsWith("\"Tokens in WLCG\" v1.0 is frozen", await room.Says("Anna", "/risk freeze v1.0"), StringComparison.Ordinal);
        Assert.Equal(151, RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 1).Length);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(150)]
    public async Task FreezeThatComesBeforeTheConfirmation_LeavesTheFrozenVersionAsItWas(int count)
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", Risks(count));
        var button = Shown(room).Button($"Import {count} risks");
        var (done, frozen) = (false, "");
        room.Table.Before = async call =>
        {
            // The confirmation has read everything, and a freeze is stored before it.
            if (done || call.Kind != "commit" || !call.Changes.Any(change => change.RowKey.StartsWith("import", StringComparison.Ordinal))) return;
            done = true;
            await room.Bot.Turn(room.Message("Anna", "/risk freeze v1.0"));
            frozen = Rows(room, "risk");
        };
        await room.Press("Anna", button);
        await room.Advance(0);

        Assert.True(done);
        Assert.Equal("1.0", Assert.Single(room.Assessment().Frozen).Version);
        Assert.Single(RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 1));
        Assert.All(frozen.Split('\n'), row => Assert.Contains(row, Rows(room, "risk"), StringComparison.Ordinal));
        Assert.All(
            RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 2).Skip(1), risk => Assert.Equal(2, risk.Generation));
        Assert.Equal(1 + count, RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 2).Length);
    }

    [Fact]
    public async Task WhatSomebodyChangesMeanwhile_StaysTheirs_AndIsNamed()
    {
        using var room = new Room();
        await Confirmed(room, Assets(200), "Import 200 assets");
        await room.Advance(0);
        BeforePart(room, 1, () => room.Bot.Turn(room.Message("Mara", "/asset edit A-150 | Mara's own words")).AsTask());
        await Confirmed(room, Assets(200).Replace("Text of", "Other text of", StringComparison.Ordinal), "Import 200 assets");
        await room.Advance(0);
        Assert.Contains("Somebody has written A-150 meanwhile: that stays as it is.", room.Transcript[^1].Text, StringComparison.Ordinal);
        var assets = RiskCatalogue.From(new RowSet(room.Table.Under(room.Partition, "asset"))).Assets;
        Assert.Equal(199, assets.Count(asset => asset.Description.StartsWith("Other text of", StringComparison.Ordinal)));
        Assert.Equal("Mara's own words", assets[149].Description);
    }

    [Fact]
    public async Task IdThatSomebodyTookMeanwhile_IsNotNamedByRisks()
    {
        using var room = await RiskRoom.WithRisks(1);
        BeforePart(room, 1, () => room.Bot.Turn(room.Message("Mara", "/asset add Quite another")).AsTask());
        await Confirmed(room, Risks(150), "Import 150 risks");
        await room.Advance(0);
        Assert.StartsWith("The import has stopped halfway. Somebody has written A-1 meanwhile", room.Transcript[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            RiskRows.RisksIn(new(room.Table.Under(room.Partition, "risk")), 1, 1), risk => risk.Assets.Contains("A-1"));
        Assert.Null(room.Assessment().Importing);

        await Confirmed(room, Risks(150), Shown(room).AllButtons().FirstOrDefault()?.Title ?? "Import 150 risks");
        await room.Advance(0);
        var catalogue = RiskCatalogue.From(new RowSet(room.Table.Under(room.Partition, "asset"))).Assets;
        Assert.Equal(61, catalogue.Length);
        Assert.Equal("Quite another", catalogue[0].Name);
    }
}
