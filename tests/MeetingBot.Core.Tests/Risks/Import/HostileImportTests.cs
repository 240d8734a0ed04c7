using System.Diagnostics;
using System.Text;

namespace MeetingBot.Risks.Import;

/// <summary>What is made to break the reader is refused with its line, fast, and nothing of it is taken.</summary>
public sealed class HostileImportTests
{
    private static readonly TimeSpan Fast = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("\0", "line 2: a NUL character (U+0000); take it out.")]
    [InlineData("\u0007", "line 2: a control character (U+0007); take it out.")]
    [InlineData("\u0085", "line 2: a control character (U+0085); take it out.")]
    [InlineData("\u202E", "line 2: a mark that overrides the direction of the text (U+202E); take it out.")]
    [InlineData("\u2066", "line 2: a mark that sets the direction of the text apart (U+2066); take it out.")]
    [InlineData("\u2069", "line 2: a mark that sets the direction of the text apart (U+2069); take it out.")]
    [InlineData("\u2028", "line 2: a line separator (U+2028); take it out.")]
    [InlineData("\uFEFF", "line 2: a byte order mark inside the text (U+FEFF); take it out.")]
    public void HiddenCharacter_IsRefusedByItsLine(string hidden, string problem) =>
        Assert.Equal([problem], Problems($"name\nToken{hidden} issuer\nfine"));

    [Fact]
    public void HalfACharacter_IsRefused_AWholeOneIsNot()
    {
        Assert.Equal(["line 2: half a character (U+D83D); take it out."], Problems("name\na\uD83Db"));
        Assert.Empty(Problems("name\na\U0001F511b"));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1+1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public void Formula_IsText(string formula)
    {
        var sheet = ImportReader.Read(ImportKind.Assets, "name\tdescription\nToken\t\"" + formula.Replace("\"", "\"\"") + "\"");
        Assert.Equal(formula, Assert.Single(sheet.Rows)[ImportField.Description]);
    }

    [Fact]
    public void CellOfAMebibyte_IsRefused() => InTime(() =>
    {
        var letters = new string('a', (1 << 20) - 20);
        Assert.StartsWith("line 2: a cell is longer than 2,000 characters", Assert.Single(Problems("name\n" + letters)), StringComparison.Ordinal);
        Assert.StartsWith("line 2: a cell is longer than 2,000 characters", Assert.Single(Problems("name\n\"" + letters)), StringComparison.Ordinal);
        Assert.StartsWith("line 2: a cell is longer than 2,000 characters", Assert.Single(Problems("| name |\n| " + letters + " |")), StringComparison.Ordinal);
        Assert.Equal(["The table is longer than 1 MiB. Import it in parts."], Problems("name\n" + letters + letters));
    });

    [Theory]
    [InlineData("name;description\na;\"never closed\nb;c")]
    [InlineData("name;description\na;\"")]
    public void QuoteThatIsNeverClosed_IsRefusedByItsLine(string text) =>
        Assert.Equal(["line 2: a \" opens a cell and none closes it."], Problems(text));

    [Theory]
    [InlineData("name;description\na 5\" disk;b", "5\" disk")]
    [InlineData("name;description\n\"a 5\"\" disk\";b", "5\" disk")]
    public void QuoteWithinACell_IsAQuote(string text, string name) =>
        Assert.EndsWith(name, Assert.Single(ImportReader.Read(ImportKind.Assets, text).Rows)[ImportField.Name], StringComparison.Ordinal);

    [Fact]
    public void TenThousandColumns_AreRefused() => InTime(() =>
    {
        var names = "name;" + string.Join(';', Enumerable.Range(0, 10_000).Select(column => $"c{column}"));
        Assert.Equal(["line 1: 10,001 columns; up to 40 are read."], Problems(names + "\na;b"));
        Assert.StartsWith("line 1: ", Assert.Single(Problems('|' + names.Replace(';', '|') + "|\n|a|b|")), StringComparison.Ordinal);
        Assert.Empty(Problems("name" + new string(';', 900) + "\na"));
    });

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\"\n")]
    [InlineData("\"\"")]
    [InlineData(";")]
    [InlineData("|")]
    [InlineData("|\n")]
    [InlineData("a\n")]
    [InlineData("a;b;c\n")]
    [InlineData("| -- |\n")]
    [InlineData("name\n")]
    [InlineData(" ")]
    [InlineData("'=")]
    [InlineData("(((")]
    public void Bomb_IsRefusedFast(string piece) => InTime(() =>
    {
        var bomb = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length - 10));
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            Assert.NotEmpty(ImportReader.Read(kind, bomb).Problems);
            Assert.NotEmpty(ImportReader.Read(kind, "id;name\n" + bomb).Problems);
        }
    });

    [Fact]
    public void RowsBeyondTheMost_AreRefused()
    {
        Assert.Empty(Problems("name\n" + Rows(500)));
        Assert.Equal(["There are more than 500 rows. Import them in parts."], Problems("name\n" + Rows(501)));
        Assert.Equal(["There are more than 500 rows. Import them in parts."], Problems("name\n" + Rows(9_000)));
        Assert.Equal(["The table has 50,001 lines; up to 10,000 are read."], Problems("name\n" + Rows(50_000)));
    }

    [Fact]
    public void Bytes_OfUtf8AndMarkedUtf16_AreText()
    {
        const string text = "name;owner\nJetons €;Zoë";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        ];
        Assert.All(files, file => Assert.Equal((text, (string?)null), TableBytes.Read(file)));
    }

    [Fact]
    public void Bytes_OfOtherEncodings_AreRefusedInWords()
    {
        Assert.Equal("The file is not UTF-8 throughout. Save it as CSV (UTF-8) and send it again.", TableBytes.Read(Encoding.Latin1.GetBytes("name\nZoë")).Problem);
        Assert.Contains("UTF-16 without its mark", TableBytes.Read(Encoding.Unicode.GetBytes("name\na")).Problem, StringComparison.Ordinal);
        Assert.Contains("UTF-32", TableBytes.Read([0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("name")]).Problem, StringComparison.Ordinal);
        Assert.Contains("workbook", TableBytes.Read("PK\u0003\u0004 and so on"u8).Problem, StringComparison.Ordinal);
        Assert.Contains("not UTF-16 throughout", TableBytes.Read([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]).Problem, StringComparison.Ordinal);
        Assert.Contains("larger than 1 MiB", TableBytes.Read(new byte[(1 << 20) + 1]).Problem, StringComparison.Ordinal);
    }

    private static string Rows(int count) => string.Join('\n', Enumerable.Range(1, count).Select(row => $"asset {row}"));

    private static string[] Problems(string text) => [.. ImportReader.Read(ImportKind.Assets, text).Problems];

    private static void InTime(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        Assert.True(watch.Elapsed < Fast, $"It took {watch.Elapsed}.");
    }
}
