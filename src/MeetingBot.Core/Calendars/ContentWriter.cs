using System.Text;

namespace MeetingBot.Calendars;

/// <summary>
/// Writes content lines (RFC 5545, 3.1): ended by CRLF, folded at 75 octets, never inside a character.
/// </summary>
internal sealed class ContentWriter
{
    private const int MostOctets = 75;

    private readonly StringBuilder _text = new();

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    public void Begin(string component) => Line("BEGIN", component);

    public void End(string component) => Line("END", component);

    /// <summary>A line whose value is text that may hold anything.</summary>
    public void Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) Line(name, CalendarText.Escape(text));
    }

    /// <summary>A line whose value is written as it must be.</summary>
    /// <param name="name">With its parameters.</param>
    public void Line(string name, string value)
    {
        var octets = 0;
        Fold(name, ref octets);
        Fold(":", ref octets);
        Fold(value, ref octets);
        _text.Append("\r\n");
    }

    /// <summary>A parameter that may hold anything: quoted where it must be, without what can't be in one.</summary>
    public static string Parameter(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is '"') text.Append('\'');
            else if (Rune.IsControl(rune) || rune.Value is '\u2028' or '\u2029') text.Append(' ');
            else text.Append(rune.ToString());
        }
        return text.ToString().AsSpan().ContainsAny(':', ';', ',') ? $";{name}=\"{text}\"" : $";{name}={text}";
    }

    private void Fold(string text, ref int octets)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }
            octets += rune.Utf8SequenceLength;
            _text.Append(rune.ToString());
        }
    }
}
