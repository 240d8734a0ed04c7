using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MeetingBot.Web.Reports.Printing;

namespace MeetingBot.Web.Tests.Reports;

/// <summary>Page numbers in files that are written as Chromium writes them; those of a Chromium are in the end-to-end tests.</summary>
public sealed partial class PageNumbersTests
{
    private const string Contents =
        "<</Type /Page\n/Resources <</ProcSet [/PDF /Text]\n/Font <</F4 11 0 R>>>>\n/MediaBox [0 0 594.95996 841.91998]\n"
        + "/Annots [6 0 R 7 0 R 8 0 R]\n/Contents 9 0 R\n/Parent 2 0 R>>";

    // Object 1 and on: three pages, the second in a branch of its own; the first has the contents.
    private static readonly string[] Objects =
    [
        "<</Type /Catalog\n/Pages 2 0 R\n/Dests 10 0 R\n/Lang (a \\) b (c))>>",
        "<</Type /Pages\n/Count 3\n/Kids [3 0 R 12 0 R 5 0 R]>>",
        Contents,
        "<</Type /Page\n/Parent 12 0 R>>",
        "<</Type /Page\n/Annots [13 0 R]\n/Parent 2 0 R>>",
        Link("two", "57.4 700 150 713.5"),
        Link("two-title", "154.5 700 544.23 713.5"),
        Link("three-title", "500 680 544.23 693.5"),
        "<</Length 3>>\nstream\nq Q\nendstream",
        "<</two [4 0 R /XYZ 0 688.9 0]\n/two-title [4 0 R /XYZ 0 688.9 0]\n/three-title [5 0 R /XYZ 0 -.5 0]>>",
        "<</Type /Font>>",
        "<</Type /Pages\n/Count 1\n/Kids [4 0 R]\n/Parent 2 0 R>>",
        "<</Type /Annot\n/Subtype /Link\n/A <</S /URI\n/URI (https://a.example/)>>\n/Rect [1 2 3 4]>>",
    ];

    [Fact]
    public void Numbers_AreThePagesOfTheHeadings_BehindTheFileAsItWas()
    {
        var pdf = Written(Objects);
        var numbered = PageNumbers.AddTo(pdf);
        Assert.Equal(pdf, numbered[..pdf.Length]);
        var added = Encoding.Latin1.GetString(numbered[pdf.Length..]);
        Assert.Equal(["2", "3"], Shown().Matches(added).Select(match => match.Groups[1].Value));
        // To the right edge, which is the end of a digit, in the middle of the line.
        Assert.Contains("BT /PageNumbers 9.5 Tf 538.95 703.46 Td (2) Tj ET", added, StringComparison.Ordinal);
        Assert.Contains("\n/Contents [15 0 R 9 0 R 16 0 R]\n", added, StringComparison.Ordinal);
        Assert.Contains("/Font <</PageNumbers 14 0 R /F4 11 0 R>>>>", added, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_IsWhereItsTableSays_AndKnowsTheTableBefore()
    {
        var pdf = Written(Objects);
        var text = Encoding.Latin1.GetString(PageNumbers.AddTo(pdf));
        var table = int.Parse(Regex.Match(text, @"startxref\n(\d+)\n%%EOF\n$").Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        Assert.StartsWith("xref\n3 1\n", text[table..], StringComparison.Ordinal);
        Assert.Contains("\n14 3\n", text[table..], StringComparison.Ordinal);
        Assert.Contains($"trailer\n<</Size 17\n/Prev {text.IndexOf("xref\n0 14", StringComparison.Ordinal)}\n/Root 1 0 R>>", text[table..], StringComparison.Ordinal);
        var places = Regex.Matches(text[table..], @"(\d{10}) 00000 n \n").Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(["3 0 obj", "14 0 obj", "15 0 obj", "16 0 obj"], places.Select(place => text[place..text.IndexOf('\n', place)]));
        foreach (Match stream in Regex.Matches(text[pdf.Length..], @"<</Length (\d+)>>\nstream\n(.*?)\nendstream", RegexOptions.Singleline))
            Assert.Equal(stream.Groups[1].Value, stream.Groups[2].Length.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(2, "<</Type /Pages\n/Count 3\n/Kids [3 0 R 12 0 R 5 0 R 2 0 R]>>")]
    [InlineData(2, "<</Type /Pages\n/Count 3\n/Kids [3 0 R 99 0 R]>>")]
    [InlineData(2, "<</Type /Pages\n/Count 3\n/Kids [3 0 R 5 0 R]>>")]
    [InlineData(3, "<</Type /Page\n/Annots [7 0 R]\n/Contents [9 0 R]\n/Resources <</Font <<>>>>>>")]
    [InlineData(3, "<</Type /Page\n/Annots [7 0 R]\n/Contents 9 0 R>>")]
    [InlineData(3, "<</Type /Page\n/Annots [7 0 R]\n/Contents 9 0 R\n/Resources <</Font <</PageNumbers 11 0 R>>>>>>")]
    [InlineData(3, "<</Type /Page\n/Annots [6 0 R]\n/Contents 9 0 R\n/Resources <</Font <<>>>>>>")]
    [InlineData(3, "<</Type /Page\n/Annots [9 0 R]\n/Contents 9 0 R\n/Resources <</Font <<>>>>>>")]
    [InlineData(7, "<</Type /Annot\n/Dest /two-title\n/Rect [5 5 1 1]>>")]
    [InlineData(7, "<</Type /Annot\n/Dest /two-title\n/Rect (5 5 1 1)>>")]
    [InlineData(7, "<</Type /Annot\n/Dest /none-title\n/Rect [1 1 5 5]>>")]
    [InlineData(7, "<</Type /Annot /A [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]>>")]
    [InlineData(10, "<</two-title [9 0 R]>>")]
    [InlineData(10, "<</two-title [4 0 R] /two-title [5 0 R]>>")]
    [InlineData(10, "null")]
    [InlineData(1, "<</Type /Catalog>>")]
    public void OtherForms_StayAsTheyAre(int number, string instead)
    {
        var pdf = Written([.. Objects.Select((one, at) => at == number - 1 ? instead : one)]);
        Assert.Same(pdf, PageNumbers.AddTo(pdf));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x\n")]
    [InlineData("%PDF-1.4\nstartxref\n99999999999\n%%EOF")]
    [InlineData("%PDF-1.4\nstartxref\n2147483647\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\n0 999999999\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\n0 1\n0 0 f trailer <</Size 1 /Prev 3>>\nstartxref\n9\n%%EOF")]
    public void WhatIsNoPdf_StaysAsItIs(string text)
    {
        var pdf = Encoding.Latin1.GetBytes(text);
        Assert.Same(pdf, PageNumbers.AddTo(pdf));
    }

    [Fact]
    public void NumberedFile_IsNotNumberedAgain()
    {
        var numbered = PageNumbers.AddTo(Written(Objects));
        Assert.Same(numbered, PageNumbers.AddTo(numbered));
    }

    [Fact]
    public void WhateverIsDamaged_NothingIsThrown()
    {
        var pdf = Written(Objects);
        for (var length = 0; length < pdf.Length; length++) Assert.NotNull(PageNumbers.AddTo(pdf[..length]));
        for (var at = 0; at < pdf.Length; at++)
        {
            foreach (var by in "0(<[/>\\\0 9"u8)
            {
                var damaged = pdf.ToArray();
                damaged[at] = by;
                Assert.Equal(damaged, PageNumbers.AddTo(damaged)[..pdf.Length]);
            }
        }
    }

    private static string Link(string destination, string rectangle) =>
        $"<</Type /Annot\n/Subtype /Link\n/F 4\n/Border [0 0 0]\n/Rect [{rectangle}]\n/Dest /{destination}>>";

    private static byte[] Written(string[] objects)
    {
        var text = new StringBuilder("%PDF-1.4\n%\u00D3\u00EB\u00E9\u00E1\n");
        var table = new StringBuilder();
        for (var at = 0; at < objects.Length; at++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:0000000000} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{objects[at]}\nendobj\n");
        }
        var place = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{table}")
            .Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}\n/Root 1 0 R>>\nstartxref\n{place}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    [GeneratedRegex(@"\((\d+)\) Tj")]
    private static partial Regex Shown();
}
