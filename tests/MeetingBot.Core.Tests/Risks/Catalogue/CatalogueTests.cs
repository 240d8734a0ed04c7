using MeetingBot.Kit;

namespace MeetingBot.Risks.Catalogue;

/// <summary>The group's assets and threats, typed one by one.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task Asset_IsAdded_Listed_Changed_AndDropped()
    {
        using var room = new Room();
        Assert.Contains("no assets in the catalogue yet", await room.Says("Luna", "/assets"), StringComparison.Ordinal);
        Assert.Equal(
            "A-1 is Token issuer.",
            await room.Says("Luna", "/asset add Token issuer | signs tokens | C 4 I 5 A 3 | owner Luna | supporting"));
        Assert.Equal(
            new Asset("A-1", "Token issuer", AssetKind.Supporting, "signs tokens", "Luna", 4, 5, 3), Only(room));
        Assert.Contains("A-1 | Token issuer | supporting | 4 5 3 | Luna", (await room.Press("Luna", "assets"))!.Card!.Text(), StringComparison.Ordinal);
        Assert.Equal("A-1 (Token issuer): owner and C changed.", await room.Says("Luna", "/asset edit a-1 | owner Mara | C 5"));
        Assert.Equal("A-1 (Issuer): name changed.", await room.Says("Luna", "/asset edit A-1 Issuer"));
        Assert.Equal("A-1 is so already.", await room.Says("Luna", "/asset edit A-1 Issuer"));
        Assert.Equal(("Issuer", "Mara", 5), (Only(room).Name, Only(room).Owner, Only(room).Confidentiality));
        Assert.Equal("A-1 (Issuer) is out of the catalogue.", await room.Says("Luna", "/asset drop A-1"));
        Assert.Empty(room.Table.Under(room.Partition, "asset"));
    }

    [Fact]
    public async Task Threat_IsAdded_WithItsLabel_AndChanged()
    {
        using var room = new Room();
        Assert.Equal("T-1 is Stolen token.", await room.Says("Luna", "/threat add Stolen token | found in a log | S"));
        Assert.Equal("T-1 (Stolen token): STRIDE changed.", await room.Says("Luna", "/threat edit T-1 | Tampering"));
        Assert.Equal(
            new Threat("T-1", "Stolen token", Stride.Tampering, "found in a log"),
            RiskRows.ReadThreat(Assert.Single(room.Table.Under(room.Partition, "threat"))));
        Assert.Contains("T-1 | Stolen token | Tampering", (await room.Press("Luna", "threats"))!.Card!.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/asset add Storage | C 6", "\"6\" is no need of confidentiality; there are 1 to 5.")]
    [InlineData("/asset add Storage", "\"Storage\" is A-1 already. To change it: /asset edit A-1 | its description")]
    [InlineData("/asset add Users | one | two", "There is more than one description: \"two\" is the second.")]
    [InlineData("/asset add Us\u202Eers", "There is a mark that overrides the direction of the text (U+202E); take it out.")]
    [InlineData("/asset edit A-9 Users", "There is no asset A-9. To see them: /assets")]
    [InlineData("/asset drop A-9", "There is no asset A-9. To see them: /assets")]
    [InlineData("/threat add Theft | stride nothing", "\"nothing\" is no STRIDE label")]
    [InlineData("/asset add", "What is the asset called?")]
    public async Task WhatCannotBe_IsAnsweredInWords(string typed, string answer)
    {
        using var room = new Room();
        await room.Says("Luna", "/asset add Storage");
        Assert.StartsWith(answer, await room.Says("Luna", typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssetThatARiskNames_IsNotDropped()
    {
        using var room = new Room();
        await room.Says("Luna", "/asset add Storage");
        await room.Says("Luna", "/risk new \"Tokens\"");
        await room.Says("Luna", "/risk add Disk full | asset: storage");
        Assert.StartsWith(
            "A-1 (Storage) is named by TR-1 of \"Tokens\" v0.1. Change that first, such as: /risk edit TR-1 asset: another",
            await room.Says("Luna", "/asset drop A-1"), StringComparison.Ordinal);
        await room.Says("Luna", "/risk edit TR-1 asset: tape");
        Assert.StartsWith("A-1 (Storage) is out", await room.Says("Luna", "/asset drop A-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsNoChair_Adds_ButChangesNothingOfOthers()
    {
        using var room = await Room.InMeeting();
        Assert.Equal("A-1 is Storage.", await room.Says("Luna", "/asset add Storage"));
        Assert.StartsWith("That is for the group's chairs", await room.Says("Luna", "/asset edit A-1 Disks"), StringComparison.Ordinal);
        Assert.StartsWith("That is for the group's chairs", await room.Says("Luna", "/asset drop A-1"), StringComparison.Ordinal);
        Assert.StartsWith("A-1 (Disks)", await room.Says("Mara", "/asset edit A-1 Disks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongList_HasPages_InTheOrderOfTheIds()
    {
        using var room = new Room();
        await room.Says("Luna", "/risk import assets\nname\n" + string.Join('\n', Enumerable.Range(1, 45).Select(n => $"Asset {n}")));
        await room.Press("Luna", room.Transcript[^1].Card!.Button("Import 45 assets"));
        var first = (await room.Press("Luna", "assets"))!.Card!;
        Assert.Equal("Assets (45)", first.Title);
        Assert.Contains("A-9 | Asset 9 | primary | – – – | \nA-10 |", first.Text(), StringComparison.Ordinal);
        var second = (await room.Press("Luna", first.Button("More")))!.Card!;
        Assert.Contains("A-21 | Asset 21", second.Text(), StringComparison.Ordinal);
        var last = (await room.Press("Luna", second.Button("More")))!.Card!;
        Assert.False(last.Offers("More"));
        Assert.Contains("A-45 | Asset 45", last.Text(), StringComparison.Ordinal);
    }

    private static Asset Only(Room room) => RiskRows.ReadAsset(Assert.Single(room.Table.Under(room.Partition, "asset")));
}
