namespace MeetingBot.Risks.Import;

/// <summary>Tables as people paste them: what they are is found by the names of their columns.</summary>
public sealed class ImportReaderTests
{
    private const string Expected = "2: A-1 | Token issuer | primary\n3: A-2 | Storage, disk | supporting";

    [Theory]
    [InlineData("id,name,kind\nA-1,Token issuer,primary\nA-2,\"Storage, disk\",supporting")]
    [InlineData("id;name;kind\nA-1;Token issuer;primary\nA-2;Storage, disk;supporting\n")]
    [InlineData("\uFEFFid;name;kind\r\nA-1;Token issuer;primary\r\nA-2;\"Storage, disk\";supporting\r\n")]
    [InlineData("id\tname\tkind\rA-1\tToken issuer\tprimary\rA-2\tStorage, disk\tsupporting\t\t")]
    [InlineData("| ID | Asset | Type |\n| A-1 | Token issuer | primary |\n| A-2 | Storage, disk | supporting |")]
    [InlineData("Ref_ID ; Asset Name ; TYPE\n A-1 ; Token issuer ; primary \nA-2;Storage, disk;supporting")]
    public void Table_IsRead_HoweverItIsWritten(string text) => Assert.Equal(Expected, Said(ImportReader.Read(ImportKind.Assets, text)));

    [Fact]
    public void MarkdownTable_WithARule_KeepsBarsAndBreaks()
    {
        var sheet = ImportReader.Read(
            ImportKind.Assets, "Our assets\n\n```\n| id | name | description |\n|:--|---|---|\n| A-1 | a \\| b | one<br>two |\n```");
        var row = Assert.Single(sheet.Rows);
        Assert.Equal((6, "a | b", "one\ntwo"), (row.Line, row[ImportField.Name], row[ImportField.Description]));
    }

    [Fact]
    public void CellInQuotes_HoldsBreaksAndQuotes_AndTheLinesBelowKeepTheirNumbers()
    {
        var sheet = ImportReader.Read(ImportKind.Assets, "name;description\nA;\"one\ntwo \"\"2\"\"\"\n\nB;three");
        Assert.Equal([(2, "one\ntwo \"2\""), (5, "three")], sheet.Rows.Select(row => (row.Line, row[ImportField.Description]!)));
        Assert.Empty(sheet.Problems);
    }

    [Fact]
    public void ColumnsOfThePeers_AreKnown_OthersAreNamed()
    {
        var sheet = ImportReader.Read(
            ImportKind.Risks,
            "ref_id;assets;threats;name;description;existing_applied_controls;current_impact;current_proba;current_risk;treatment\n"
                + "R.1;Issuer;Theft;Stolen token;Somebody;MFA;4;2;high;mitigate");
        Assert.Equal(["current_risk", "treatment"], sheet.NotTaken.AsEnumerable());
        var row = Assert.Single(sheet.Rows);
        Assert.Equal(
            (string?[])["R.1", "Stolen token", "Issuer", "Theft", "MFA", "2", "4"],
            (string?[])[row[ImportField.Id], row[ImportField.Name], row[ImportField.Assets], row[ImportField.Threats], row[ImportField.Mitigation],
                row[ImportField.EarlierLikelihood], row[ImportField.EarlierImpact]]);
    }

    [Fact]
    public void WideSheet_HasTitlesAboveItsNames_HeadingsBetweenItsRows_AndColumnsOfAreas()
    {
        var sheet = ImportReader.Read(
            ImportKind.Risks,
            "Overall Security Risk Assessment 2012;;;;;;;\n;;(1-3);;(1-3);;;\n"
                + "No.;Threat;Likelihood Avg;Likelihood Stdev;Impact Avg;Computed Risk;Mara;Luna\n"
                + "Misuse;;;;;;;\n1;Stolen proxy;2.5;0.5;3.5;8.8;2;3\n2;Worm;1,0;0;2.0;2.0;1;1");
        Assert.Equal(["Likelihood Stdev", "Computed Risk", "Mara", "Luna"], sheet.NotTaken.AsEnumerable());
        Assert.Equal(["line 4: \"Misuse\""], sheet.Headings.AsEnumerable());
        Assert.Equal("2012", sheet.Year);
        Assert.Equal([(5, "Stolen proxy", "2.5"), (6, "Worm", "1,0")], sheet.Rows.Select(
            row => (row.Line, row[ImportField.Name]!, row[ImportField.EarlierLikelihood]!)));
    }

    [Fact]
    public void AveragesOfSeveralAreas_AreNotTaken_NorIsAProductATitle()
    {
        var sheet = ImportReader.Read(
            ImportKind.Risks, ";;GridPP;;;LCG;;\nNo;Threat;Li;Im;Risk;Li;Im;Risk\n1;Fire;2;3;6;1;3;3");
        Assert.Equal(["Li", "Im", "Risk"], sheet.NotTaken.AsEnumerable());
        Assert.Equal("Fire", Assert.Single(sheet.Rows)[ImportField.Name]);
        Assert.Null(sheet.Rows[0][ImportField.EarlierLikelihood]);
    }

    [Theory]
    [InlineData("", "There is no table.")]
    [InlineData("just words\nand more", "I see no names of columns. The first line names them, such as: id;name;kind;description;owner;c;i;a;references")]
    [InlineData("owner;c;i;a\nLuna;1;2;3", "I see no names of columns. The first line names them, such as: id;name;kind;description;owner;c;i;a;references")]
    [InlineData("id;name;kind", "There are names of columns, but no row below them.")]
    [InlineData("id;name;Name\nA-1;a;b", "line 1: the column \"name\" stands twice; take one away.")]
    public void WhatIsNoTable_IsAnsweredInWords(string text, string problem) =>
        Assert.Equal([problem], ImportReader.Read(ImportKind.Assets, text).Problems.AsEnumerable());

    private static string Said(ImportSheet sheet) => string.Join('\n', [.. sheet.Problems, .. sheet.Rows.Select(row =>
        $"{row.Line}: {row[ImportField.Id]} | {row[ImportField.Name]} | {row[ImportField.Kind]}")]);
}
