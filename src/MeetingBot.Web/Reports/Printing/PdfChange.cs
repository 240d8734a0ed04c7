using System.Globalization;
using System.Text;

namespace MeetingBot.Web.Reports.Printing;

/// <summary>Objects that are added to a PDF or take the place of one of its own (ISO 32000-1, 7.5.6).</summary>
internal sealed class PdfChange(PdfFile file)
{
    private readonly SortedDictionary<int, string> _objects = [];
    private int _next = file.Size;

    /// <summary>Its number.</summary>
    public int Add(string value)
    {
        _objects[_next] = value;
        return _next++;
    }

    /// <param name="content">ASCII alone.</param>
    public int AddStream(string content) =>
        Add(Text($"<</Length {content.Length}>>\nstream\n{content}\nendstream"));

    /// <summary>The same object with some of its text replaced, in order of where that stands.</summary>
    public void Replace(int number, PdfValue value, params IEnumerable<(int Start, int End, string By)> parts)
    {
        var (text, at) = (new StringBuilder(), value.Start);
        foreach (var (start, end, by) in parts.OrderBy(part => part.Start))
        {
            text.Append(Encoding.Latin1.GetString(file.Bytes(at, start))).Append(by);
            at = end;
        }
        _objects[number] = text.Append(Encoding.Latin1.GetString(file.Bytes(at, value.End))).ToString();
    }

    /// <summary>What is to stand behind the file.</summary>
    public byte[] Write()
    {
        var written = new StringBuilder("\n");
        var table = new StringBuilder();
        var last = -1;
        foreach (var (number, value) in _objects)
        {
            if (number != last + 1 || last < 0)
            {
                var count = 1;
                while (_objects.ContainsKey(number + count)) count++;
                table.Append(Text($"{number} {count}\n"));
            }
            table.Append(Text($"{file.Length + written.Length:0000000000} 00000 n \n"));
            written.Append(Text($"{number} 0 obj\n{value}\nendobj\n"));
            last = number;
        }
        var place = file.Length + written.Length;
        var trailer = file.Trailer;
        var size = trailer["Size"]!;
        written.Append("xref\n").Append(table).Append("trailer\n")
            .Append(Encoding.Latin1.GetString(file.Bytes(trailer.Start, size.Start)))
            .Append(Text($"{_next}\n/Prev {file.Table}"))
            .Append(Encoding.Latin1.GetString(file.Bytes(size.End, trailer.End)))
            .Append(Text($"\nstartxref\n{place}\n%%EOF\n"));
        return Encoding.Latin1.GetBytes(written.ToString());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
