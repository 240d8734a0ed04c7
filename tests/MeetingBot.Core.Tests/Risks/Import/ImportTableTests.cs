using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>A table is looked at, then imported, all of it or nothing.</summary>
public sealed class ImportTableTests
{
    private const string Assets = "/risk import assets\nid;name;kind;owner;c;i;a\nA-1;Token issuer;primary;Luna;4;5;3\n;Storage;supporting;;;;";

    [Fact]
    public async Task Import_IsShown_ThenDone_ThenDoneNoMore()
    {
        using var room = new Room();
        await room.Says("Luna", Assets);
        var card = Shown(room);
        Assert.Equal("2 assets: 2 new", card.Title);
        Assert.Contains("A-1 | Token issuer\nA-2 | Storage", card.Text(), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "asset"));

        var button = card.Button("Import 2 assets");
        Assert.Equal("Imported 2 assets: 2 new (A-1 and A-2).", (await room.Press("Luna", button))!.Text);
        Assert.Equal(
            [new Asset("A-1", "Token issuer", AssetKind.Primary, "", "Luna", 4, 5, 3), new Asset("A-2", "Storage", AssetKind.Supporting)],
            room.Table.Under(room.Partition, "asset").Select(RiskRows.ReadAsset));
        Assert.Contains("That import was done", (await room.Press("Luna", button))!.Text, StringComparison.Ordinal);

        await room.Says("Luna", Assets);
        Assert.Equal("Nothing to import: all 2 assets are there as they are", Shown(room).Title);
        Assert.Empty(Shown(room).AllButtons());
    }

    [Fact]
    public async Task Import_WithAnError_HasNoButton_AndSaysEachLine()
    {
        using var room = new Room();
        await room.Says("Luna", "/risk import assets\nname;c\nfine;3\nwrong;9\n;2");
        var card = Shown(room);
        Assert.Equal("Nothing is imported: 2 problems", card.Title);
        Assert.Contains("line 3: \"9\" is no need of confidentiality", card.Text(), StringComparison.Ordinal);
        Assert.Contains("line 4: the name is missing.", card.Text(), StringComparison.Ordinal);
        Assert.Empty(card.AllButtons());
        Assert.Empty(room.Table.Under(room.Partition, "import"));
    }

    [Fact]
    public async Task Import_ThatWouldDoSomethingElseByNow_IsShownAgain()
    {
        using var room = new Room();
        await room.Says("Luna", "/risk import assets\nname\nToken issuer\nStorage");
        var button = Shown(room).Button("Import 2 assets");
        await room.Says("Mara", "/asset add Storage | disks");
        var answer = await room.Press("Luna", button);
        Assert.Contains("nothing was imported", answer!.Text, StringComparison.Ordinal);
        Assert.Equal("2 assets: 1 new, 1 as it is", answer.Card!.Title);
        Assert.Equal("Imported 2 assets: 1 new, 1 as it is (A-2).", (await room.Press("Luna", answer.Card.Button("Import 1 asset")))!.Text);
        Assert.Equal("disks", RiskRows.ReadAsset(room.Table.Under(room.Partition, "asset")[0]).Description);
    }

    [Fact]
    public async Task WhoIsNoChair_MayLook_ButNotImport()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", Assets);
        var button = Shown(room).Button("Import 2 assets");
        Assert.Equal("That is for the group's chairs and who began the assessment: Mara.", (await room.Press("Luna", button))!.Text);
        Assert.StartsWith("Imported 2 assets", (await room.Press("Mara", button))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondPreview_TakesThePlaceOfThePersonsFirst_NotOfAnothers()
    {
        using var room = new Room();
        await room.Says("Luna", Assets);
        var first = Shown(room).AllButtons().Single();
        await room.Says("Mara", "/risk import threats\nname;stride\nStolen token;S");
        var others = Shown(room).AllButtons().Single();
        await room.Says("Luna", "/risk import assets\nname\nPortal");
        Assert.Contains("another has taken its place", (await room.Press("Luna", first))!.Text, StringComparison.Ordinal);
        Assert.Equal("Imported 1 threat: 1 new (T-1).", (await room.Press("Mara", others))!.Text);
    }

    [Fact]
    public async Task Risks_NeedAnAssessment_AndCountOn()
    {
        using var room = new Room();
        const string risks = "/risk import risks\nid;title;asset;threat;mitigation\nTR-3a;Stolen token;Token issuer;theft;short lifetimes\n;Flood;Token issuer;;";
        Assert.Contains("There is no risk assessment here yet", await room.Says("Mara", risks), StringComparison.Ordinal);
        await room.Says("Mara", "/risk new \"Tokens in WLCG\"");
        await room.Says("Mara", risks);
        var card = Shown(room);
        Assert.Contains("1 asset is not in the catalogue: it will be added: \"Token issuer\" (A-1).", card.Text(), StringComparison.Ordinal);
        Assert.Equal(
            "Imported 2 risks: 2 new (TR-3a and TR-4); added to the catalogue: 1 asset, 1 threat.",
            (await room.Press("Mara", card.Button("Import 2 risks")))!.Text);
        Assert.Contains("TR-5: Fire", await room.Says("Mara", "/risk add Fire"), StringComparison.Ordinal);
        var stored = RiskRows.ReadRisk(room.Table.Under(room.Partition, "risk").First(row => row.RowKey.Contains("TR-3a", StringComparison.Ordinal)));
        Assert.Equal(("short lifetimes", 1, "imported", "Mara"), (stored.Mitigation, stored.Generation, Assert.Single(stored.History).What, stored.History[0].By));
        Assert.Equal(["A-1"], stored.Assets.AsEnumerable());
    }

    [Fact]
    public async Task ImportAfterAFreeze_LeavesTheFrozenVersionAsItWas()
    {
        using var room = new Room();
        await room.Says("Mara", "/risk new \"Tokens\"");
        await room.Says("Mara", "/risk import risks\nid;title\nTR-1;Stolen token");
        await room.Press("Mara", Shown(room).AllButtons().Single());
        await room.Says("Mara", "/risk freeze v1.0");
        await room.Says("Mara", "/risk import risks\nid;title\nTR-1;Stolen or leaked token");
        await room.Press("Mara", Shown(room).AllButtons().Single());
        var rows = new RowSet(room.Table.Under(room.Partition, "risk"));
        Assert.Equal("Stolen token", Assert.Single(RiskRows.RisksIn(rows, 1, 1)).Title);
        Assert.Equal("Stolen or leaked token", Assert.Single(RiskRows.RisksIn(rows, 1, 2)).Title);
    }

    [Fact]
    public async Task LinesOfATable_AreNoCommands()
    {
        using var room = new Room();
        await room.Says("Luna", "/risk import assets\nname;description\n/meeting start;\nagenda add Budget;\"x\n/poll Really?\nRESOLVED: that\"");
        Assert.Equal("2 assets: 2 new", Shown(room).Title);
        Assert.Empty(room.Table.Under(room.Partition, "poll"));
        Assert.Empty(room.Table.Under(room.Partition, "item"));
    }

    [Fact]
    public async Task ImportAlone_ShowsAForm_WhichLeadsToTheSamePreview()
    {
        using var room = new Room();
        await room.Says("Luna", "/risk import threats");
        var form = Shown(room);
        Assert.Equal("threats", form.Elements().OfType<ChoiceInput>().Single().Value);
        var answer = await room.Press("Luna", form.Button("Look at it"), ("kind", "threats"), ("table", "name\tstride\nTheft\tSpoofing"));
        Assert.Equal("1 threat: 1 new", answer!.Card!.Title);
        Assert.Contains("What is to be imported?", await room.Says("Luna", "/risk import things\nname"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstColumnWithoutAName_KeepsTheOthersInTheirPlaces()
    {
        using var room = new Room();
        await room.Says("Luna", "/risk import assets\n\tname\towner\n1\tPortal\tMara");
        await room.Press("Luna", Shown(room).AllButtons().Single());
        Assert.Equal(new Asset("A-1", "Portal", Owner: "Mara"), RiskRows.ReadAsset(Assert.Single(room.Table.Under(room.Partition, "asset"))));
    }

    [Fact]
    public async Task ForgedConfirmation_DoesNothing()
    {
        using var room = new Room();
        Assert.Contains("by the button", (await room.Press("Luna", "risk import confirm", ("kind", "assets")))!.Text, StringComparison.Ordinal);
        Assert.Contains("was done", (await room.Press("Luna", "risk import confirm", ("kind", "assets"), ("slot", "|x"), ("import", "y")))!.Text, StringComparison.Ordinal);
        await room.Says("Luna", Assets);
        var button = Shown(room).AllButtons().Single();
        Assert.Contains("was done", (await room.Press(
            "Luna", button.Verb, ("kind", "risks"), ("slot", button.Data["slot"]), ("import", button.Data["import"])))!.Text, StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(room.Partition, "asset"));
    }

    [Theory]
    [InlineData("/risk import assets", "list.csv")]
    [InlineData("risk import", "WLCG assets.csv")]
    [InlineData("", "assets.TSV")]
    [InlineData("assets", "x.md")]
    public async Task TableThatIsSentAsAFile_IsShown(string said, string name)
    {
        using var room = new Room();
        await room.Hears(room.Message("Luna", said) with { File = new AttachedFile(name, "name;kind\nToken issuer;primary"u8.ToArray()) });
        Assert.Equal("1 asset: 1 new", Shown(room).Title);
    }

    [Theory]
    [InlineData("", "list.csv", "What is the table list.csv of?")]
    [InlineData("have a look", "assets.csv", "What is the table assets.csv of?")]
    public async Task FileOfWhichNobodySaysWhatItIs_IsAskedAbout(string said, string name, string answer)
    {
        using var room = new Room();
        Assert.StartsWith(answer, await room.Hears(room.Message("Luna", said) with { File = new AttachedFile(name, "name"u8.ToArray()) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatCannotBeRead_IsAnsweredInWords()
    {
        using var room = new Room();
        await room.Hears(room.Message("Luna", "risk import assets") with { File = new AttachedFile("a.csv", new byte[] { 0x6E, 0xE9, 0x0A }) });
        Assert.Contains("not UTF-8 throughout", Shown(room).Text(), StringComparison.Ordinal);
        Assert.Equal("The file is larger than 1 MB.", await room.Hears(
            room.Message("Luna", "risk import assets") with { File = new AttachedFile("a.csv", default, "The file is larger than 1 MB.") }));
    }

    private static Card Shown(Room room) => room.Transcript.Last(message => message.Card is not null).Card!;
}
