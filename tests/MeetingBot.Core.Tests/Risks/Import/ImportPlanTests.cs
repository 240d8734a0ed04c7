using System.Collections.Immutable;

namespace MeetingBot.Risks.Import;

/// <summary>What an import comes to beside what is there.</summary>
public sealed class ImportPlanTests
{
    private static readonly ImmutableArray<Asset> Catalogue =
        [new("A-1", "Token issuer", Owner: "Luna", Integrity: 5), new("A-7", "Storage")];

    private static readonly ImmutableArray<Threat> Threats = [new("T-1", "Stolen token", Stride.Spoofing)];

    [Fact]
    public void Row_IsNew_Changed_OrTheSame()
    {
        var plan = Assets("id;name;owner;c;i;a;kind\na-1;Token issuer;Mara;;5;;primary\n;storage.;;;;;\n;Users;;4;5;3;supporting");
        Assert.Empty(plan.Errors);
        Assert.Equal([("A-1", false), ("A-7", false), ("A-8", true)], plan.Items.Select(item => (item.Id, item.IsNew)));
        Assert.Equal([new FieldChange("owner", "Luna", "Mara")], plan.Assets[0].Changes.AsEnumerable());
        Assert.Equal((1, 2, 0), (plan.New, plan.Changed, plan.Same));
        Assert.Equal(
            new Asset("A-8", "Users", AssetKind.Supporting, Confidentiality: 4, Integrity: 5, Availability: 3), plan.Assets[2].Item);
    }

    [Fact]
    public void ColumnThatIsNotThere_ChangesNothing_AnEmptyCellEmpties()
    {
        Assert.True(Assets("id;name\nA-1;Token issuer").IsEmpty);
        Assert.Equal([new FieldChange("owner", "Luna", "")], Assets("id;owner\nA-1;").Assets[0].Changes.AsEnumerable());
    }

    [Theory]
    [InlineData("name;c\nUsers;6", "line 2: \"6\" is no need of confidentiality; there are 1 to 5.")]
    [InlineData("name;i\nUsers;2.5", "line 2: \"2.5\" is no need of integrity; there are 1 to 5.")]
    [InlineData("name;a\nUsers;-1", "line 2: \"-1\" is no need of availability; there are 1 to 5.")]
    [InlineData("name;kind\nUsers;human", "line 2: \"human\" is no kind of asset; there are primary and supporting.")]
    [InlineData("id;name\nA 9;Users", "line 2: \"A 9\" is no id; there are letters, digits and - _ . : in one, such as A-3.")]
    [InlineData("id;name\n=1;Users", "line 2: \"=1\" is no id; there are letters, digits and - _ . : in one, such as A-3.")]
    [InlineData("id;name\nA-9;", "line 2: A-9 is new and needs a name.")]
    [InlineData("id;owner\nA-9;Luna", "line 2: A-9 is new and needs a name.")]
    [InlineData("id;name\nA-1;", "line 2: the name of A-1 would be empty.")]
    [InlineData("id;name\nA-9;Users\nX-1;b\na-9;c", "line 4: a-9 is in line 2 already.")]
    [InlineData("name\nUsers\nusers.", "line 3: \"users.\" is in line 2 already; give its id, or another name.")]
    [InlineData("id;name\nA-9;Storage", "line 2: \"Storage\" is A-7 in the catalogue already; give its id, or another name.")]
    [InlineData("id;name\nA-1;Issuer\n;Token issuer", "line 3: A-1 is in line 2 already.")]
    public void WhatIsWrong_IsSaidByItsLine(string text, string error) =>
        Assert.Equal([error], Assets(text).Errors.Where(found => found == error));

    [Fact]
    public void TooLongTexts_AreRefused()
    {
        var plan = Assets($"name;description\n{new string('n', 161)};\nb;{new string('d', 2_000)}");
        Assert.Equal(["line 2: the name has 161 characters; up to 160 are kept."], plan.Errors.AsEnumerable());
    }

    [Theory]
    [InlineData("Spoofing", Stride.Spoofing)]
    [InlineData("E", Stride.ElevationOfPrivilege)]
    [InlineData("information disclosure", Stride.InformationDisclosure)]
    [InlineData("", null)]
    public void StrideLabel_IsReadByWordsOrLetter(string label, Stride? stride) =>
        Assert.Equal(stride, Assert.Single(CataloguePlans.Threats(Sheet(ImportKind.Threats, $"name;stride\nNew;{label}"), Threats).Threats).Item.Stride);

    [Fact]
    public void LabelThatIsNone_IsRefusedWithThoseThereAre() => Assert.Contains(
        "there are Spoofing, Tampering, Repudiation, Information disclosure, Denial of service and Elevation of privilege",
        Assert.Single(CataloguePlans.Threats(Sheet(ImportKind.Threats, "name;stride\nNew;X"), Threats).Errors), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://a.example https://b.example", 2)]
    [InlineData("https://a.example,https://b.example\nhttps://c.example", 3)]
    [InlineData("The report of 2012, page 3\nhttps://c.example", 2)]
    [InlineData("The report of 2012, page 3", 1)]
    public void References_AreCutWhereTheyAreAddresses(string cell, int count) =>
        Assert.Equal(count, Assets($"name;references\nUsers;\"{cell}\"").Assets[0].Item.References.Length);

    [Fact]
    public void RiskIds_AreKept_AndTheNextCountsOn()
    {
        var plan = Risks("id;title\nTR-3a;One\n;Two\n12;Three\nM1;Four");
        Assert.Empty(plan.Errors);
        Assert.Equal(["TR-3a", "TR-13", "TR-12", "TR-14"], plan.Items.Select(item => item.Id));
        Assert.Equal(["M1"], plan.Risks[3].Item.Aliases.AsEnumerable());
        Assert.Equal(15, plan.NextRisk);
        Assert.All(plan.Risks, risk => Assert.Equal(4, risk.Item.Generation));
    }

    [Fact]
    public void Risk_NamesAssetsAndThreats_ByIdOrName_AndAddsThoseItNamesAnew()
    {
        var plan = Risks("title;asset(s);threat(s)\nOne;A-7, token issuer;stolen token\nTwo;\"Users\nVO portals\";Theft\nThree;users;theft");
        Assert.Empty(plan.Errors);
        Assert.Equal(["A-7", "A-1"], plan.Risks[0].Item.Assets.AsEnumerable());
        Assert.Equal(["T-1"], plan.Risks[0].Item.Threats.AsEnumerable());
        Assert.Equal([("A-8", "Users"), ("A-9", "VO portals")], plan.Assets.Select(asset => (asset.Id, asset.Name)));
        Assert.Equal(["A-8"], plan.Risks[2].Item.Assets.AsEnumerable());
        Assert.Equal("T-2", Assert.Single(plan.Threats).Id);
    }

    [Theory]
    [InlineData("title;assets\nOne;A-99", "line 2: there is no asset A-99. Import assets first (/risk import assets), or name it in words.")]
    [InlineData("title;threats\nOne;T-99", "line 2: there is no threat T-99. Import threats first (/risk import threats), or name it in words.")]
    [InlineData("id;title\n;One\n;one", "line 3: the same title is in line 2 already.")]
    [InlineData("id;title\nTR-9;One\n;one", "line 3: another line has the same title; give the ids of both.")]
    [InlineData("id;title\nTR-5;One\ntr5;Two", "line 3: TR-5 is in line 2 already.")]
    [InlineData("id;title\nTR-1;Parts", "line 2: TR-1 was split: now it is TR-1a and TR-1b.")]
    [InlineData("id;title\nTR-99999;One", "line 2: TR-99999 is too high; ids go up to TR-9999.")]
    [InlineData("id;title\nTR-9;", "line 2: TR-9 is new and needs a title.")]
    [InlineData("id;title;description;mitigation\n;;x;y", "line 2: the title is missing.")]
    public void WhatIsWrongWithRisks_IsSaidByItsLine(string text, string error) =>
        Assert.Contains(error, Risks(text).Errors);

    [Fact]
    public void EarlierScores_AreNoScores_ButALineOfTheDescription()
    {
        var sheet = "Risks 2012;;;\nThreat;Description;Likelihood Avg;Impact Avg\nStolen proxy;Somebody takes it.;2.5;3.5";
        var plan = Risks(sheet);
        Assert.Equal("Somebody takes it.\n\nEarlier score (2012): likelihood 2.5, impact 3.5", plan.Risks[0].Item.Description);
        Assert.Null(plan.Risks[0].Item.Result);
        Assert.True(Risks(sheet, [.. plan.Risks.Select(risk => risk.Item)]).IsEmpty);
    }

    [Fact]
    public void MoreThanFit_AreRefused()
    {
        var there = Enumerable.Range(1, 199).Select(n => new RiskScenario($"TR-{n}", $"Risk {n}", 1)).ToImmutableArray();
        Assert.Empty(Risks("title\nOne", there).Errors);
        Assert.Equal(["An assessment has up to 200 risks; with these there would be 201."], Risks("title\nOne\nTwo", there).Errors.AsEnumerable());
    }

    private static ImportPlan Assets(string text) => CataloguePlans.Assets(Sheet(ImportKind.Assets, text), Catalogue);

    private static ImportPlan Risks(string text, ImmutableArray<RiskScenario>? there = null) => new RiskPlans(
        Catalogue, Threats,
        there ?? [new RiskScenario("TR-1", "Parts", 1) { State = RiskState.Split, Successors = ["TR-1a", "TR-1b"] }],
        2, 4).Plan(Sheet(ImportKind.Risks, text));

    private static ImportSheet Sheet(ImportKind kind, string text) => ImportReader.Read(kind, text);
}
