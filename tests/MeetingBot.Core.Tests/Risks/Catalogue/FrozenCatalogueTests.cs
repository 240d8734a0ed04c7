using System.Text.Json;
using MeetingBot.Kit;
using MeetingBot.Risks.Report;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Catalogue;

/// <summary>What is frozen changes no more: nor do the assets and threats that it names.</summary>
public sealed class FrozenCatalogueTests
{
    private static async Task<AssessmentDocument> Document(Room room, string? version) =>
        (await new AssessmentDocuments(room.Table, room.Time).OfAsync(room.Group, 1, version, CancellationToken.None))!;

    [Fact]
    public async Task FrozenReport_IsTheSame_WhateverBecomesOfTheCatalogue()
    {
        using var room = await RiskRoom.WithRisks(1);
        await room.Says("Anna", "/asset add Token issuer | signs tokens | C 4");
        await room.Says("Anna", "/threat add Theft | Spoofing");
        await room.Says("Anna", "/risk edit TR-1 asset: Token issuer | threat: Theft");
        await room.Says("Anna", "/risk freeze v1.0");
        var before = JsonSerializer.Serialize(await Document(room, "1.0"));
        Assert.Contains("signs tokens", before, StringComparison.Ordinal);

        await room.Says("Anna", "/asset edit A-1 Vault | opened by night | C 1");
        await room.Says("Anna", "/asset add Another");
        await room.Says("Anna", "/risk edit TR-1 threat: Sabotage");
        await room.Says("Anna", "/threat drop T-1");

        Assert.Equal(before, JsonSerializer.Serialize(await Document(room, "1.0")));
        var now = await Document(room, null);
        Assert.Equal(["Vault", "Another"], now.Assets.Select(asset => asset.Name));
        Assert.DoesNotContain(now.Threats, threat => threat.Name == "Theft");
    }

    [Fact]
    public void LargeCatalogue_IsKeptInParts_AndReadWhole()
    {
        var catalogue = new RiskCatalogue(
            [.. Enumerable.Range(1, Asset.Most).Select(n => new Asset($"A-{n}", $"Asset {n}", Description: new string('é', 800)))],
            [.. Enumerable.Range(1, Threat.Most).Select(n => new Threat($"T-{n}", $"Threat {n}"))]);
        var changes = FrozenCatalogue.Keep(catalogue, 1, 2).ToList();
        Assert.InRange(changes.Sum(change => change.Payload.Length), 800_000, FrozenCatalogue.MostInAll);
        Assert.True(Batches.Fits(changes), $"{changes.Sum(change => change.Payload.Length)} bytes in {changes.Count} rows");
        Assert.All(changes, change => Assert.InRange(change.Payload.Length, 1, 320_000));
        var rows = new RowSet([.. changes.Select(change => new Row("p", change.RowKey, change.Payload, "1"))]);
        var read = FrozenCatalogue.Read(rows, 1, 2)!;
        Assert.Equal(catalogue.Assets.AsEnumerable(), read.Assets);
        Assert.Equal(catalogue.Threats.AsEnumerable(), read.Threats);
        Assert.Null(FrozenCatalogue.Read(rows, 1, 1));
    }
}
