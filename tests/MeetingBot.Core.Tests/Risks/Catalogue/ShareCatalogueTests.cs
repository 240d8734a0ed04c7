using System.Text;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Catalogue;

/// <summary>A catalogue goes from one group to another of its tenant: where a chair allows it, and what they allowed.</summary>
public sealed class ShareCatalogueTests
{
    private const string Nothing = "Nothing is shared under this code.";

    private static async Task<Room> Sharing()
    {
        var room = await Room.InMeeting("One");
        await room.Says("Mara", "/meeting end");
        await room.Says("Mara", "/asset add Token issuer | owner: Luna | c: 4");
        await room.Says("Mara", "/asset add Secret vault | as in TR-1");
        await room.Says("Mara", "/asset add Storage | disks");
        await room.Says("Mara", "/threat add Theft | stride: S");
        await room.Says("Mara", "/threat add Sabotage");
        await room.Says("Mara", "/risk new \"Tokens\"");
        await room.Says("Mara", "/risk add The vault is opened | asset: Secret vault | threat: Sabotage | tlp: red");
        await room.Says("Mara", "/risk add A token is stolen | asset: Token issuer | threat: Theft");
        return room;
    }

    private static string Code(string told) => told.Split('\n')[0].Split(' ')[^1];

    private static Task<Answer?> Press(Room room, Card card, string title) => room.Press("Luna", card.Button(title));

    private static Card Shown(Room room) => room.Transcript.Last(message => message.Card is not null).Card!;

    private static string Rows(Room room, string kind) => string.Join('\n', room.Table.Under(room.Partition, kind)
        .Select(row => $"{row.RowKey} {row.ETag} {Encoding.UTF8.GetString(row.Data.Span)}"));

    [Fact]
    public async Task Catalogue_GoesToAnotherGroup_WithPreviewAndConfirmation_AndAgainChangesNothing()
    {
        using var room = await Sharing();
        var told = await room.Says("Mara", "/risk share");
        Assert.StartsWith("Other groups of this tenant can import 2 assets and 1 threat: /risk import from ", told, StringComparison.Ordinal);
        Assert.Contains("Left out, for only TLP:RED risks name them: 2.", told, StringComparison.Ordinal);

        using var other = new Room("other", room.Table, room.Time);
        await other.Says("Luna", "/asset add Storage | tapes");
        await other.Says("Luna", $"/risk import from {Code(told)}");
        var offer = Shown(other);
        var preview = (await Press(other, offer, "Look at 2 assets"))!.Card!;
        Assert.Equal("2 assets: 1 new, 1 changed", preview.Title);
        Assert.Single(other.Table.Under(other.Partition, "asset"));
        Assert.StartsWith("Imported 2 assets: 1 new, 1 changed", (await Press(other, preview, "Import 2 assets"))!.Text, StringComparison.Ordinal);
        var threats = (await Press(other, offer, "Look at 1 threat"))!.Card!;
        Assert.StartsWith("Imported 1 threat: 1 new", (await Press(other, threats, "Import 1 threat"))!.Text, StringComparison.Ordinal);

        Assert.Equal(
            [new Asset("A-1", "Storage", Description: "disks"), new Asset("A-2", "Token issuer", Confidentiality: 4)],
            RiskCatalogue.From(new RowSet(other.Table.Under(other.Partition))).Assets.ToList());
        Assert.Equal(Stride.Spoofing, Assert.Single(RiskCatalogue.From(new RowSet(other.Table.Under(other.Partition))).Threats).Stride);
        var (assets, kept) = (Rows(other, "asset"), Rows(other, "threat"));
        await other.Says("Luna", $"/risk import assets from {Code(told)}");
        Assert.Equal("Nothing to import: all 2 assets are there as they are", Shown(other).Title);
        await other.Says("Luna", $"/risk import threats from {Code(told)}");
        Assert.Equal((assets, kept), (Rows(other, "asset"), Rows(other, "threat")));
    }

    [Fact]
    public async Task NothingOfTheOtherGroup_IsRead_ButWhatItPutUp()
    {
        using var room = await Sharing();
        var told = await room.Says("Mara", "/risk share");
        await room.Says("Mara", "/asset add Later thing");
        using var other = new Room("other", room.Table, room.Time);
        var before = room.Table.Calls.Count;
        await other.Says("Luna", $"/risk import assets from {Code(told)}");
        var read = room.Table.Calls.Skip(before).Where(call => call.Partition == room.Partition).Select(call => call.Key).Distinct();
        Assert.Equal(["now|group", "share|catalogue"], read.Order());
        Assert.DoesNotContain("Later thing", Shown(other).Text(), StringComparison.Ordinal);
        foreach (var hidden in new[] { "vault", "Sabotage", "Luna", "TR-1" })
            Assert.DoesNotContain(hidden, Rows(room, "share"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AnotherTenant_IsAnsweredAsForACodeThatWasNeverGiven()
    {
        using var room = await Sharing();
        var code = Code(await room.Says("Mara", "/risk share"));
        var answers = new List<string>();
        foreach (var (tenant, platform, asked) in new[] { ("elsewhere", "web", code), ("", "teams", code), ("", "web", "AAAAAAAAAAAAAAAAAAAAAA") })
        {
            var conversation = new ConversationReference(platform, tenant, "other", ConversationKind.Room);
            var outcome = await room.Bot.Turn(new CardAnswer(
                $"x{answers.Count}", conversation, Room.Who("Luna") with { Tenant = tenant, Platform = platform }, "risk import",
                System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("from", asked).Add("kind", "assets"), null, true));
            Assert.True(outcome.Refused);
            answers.Add(outcome.Answer!.Text);
            Assert.Null(outcome.Answer.Card);
        }
        Assert.StartsWith(Nothing, Assert.Single(answers.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sharing_IsOffByDefault_AChairs_AndTakenBack()
    {
        using var room = await Sharing();
        await room.Says("Luna", "/help");
        Assert.DoesNotContain("risk import from", await room.Says("Luna", "/risk share"), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "share"));
        Assert.StartsWith("The catalogue is not shared.", await room.Says("Mara", "/risk share off"), StringComparison.Ordinal);
        var code = Code(await room.Says("Mara", "/risk share"));
        Assert.Equal(code, Code(await room.Says("Mara", "/risk share")));

        using var other = new Room("other", room.Table, room.Time);
        await other.Says("Luna", $"/risk import assets from {code}");
        Assert.StartsWith("The catalogue is shared no more", await room.Says("Mara", "/risk share off"), StringComparison.Ordinal);
        Assert.StartsWith(Nothing, await other.Says("Luna", $"/risk import assets from {code}"), StringComparison.Ordinal);
        Assert.NotEqual(code, Code(await room.Says("Mara", "/risk share")));
        Assert.StartsWith(Nothing, await other.Says("Luna", $"/risk import assets from {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatOnlyAFrozenRedRiskNames_Stays()
    {
        using var room = await Sharing();
        await room.Says("Mara", "/risk freeze v1.0");
        await room.Says("Mara", "/risk edit TR-1 asset: Storage | threat: Theft");
        Assert.Equal(["Storage"], room.Risk("TR-1").Assets.AsEnumerable());
        await room.Says("Mara", "/risk share");
        Assert.DoesNotContain("vault", Rows(room, "share"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Sabotage", Rows(room, "share"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Token issuer", Rows(room, "share"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GroupOfClosedAssessments_SharesNothing()
    {
        using var room = await Sharing();
        await room.Says("Mara", "/risk criteria tlp:red");
        Assert.StartsWith("Nothing of the catalogue may go", await room.Says("Mara", "/risk share"), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "share"));
    }
}
