using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace MeetingBot.Calendars;

/// <summary>Values as RFC 5545, 3.3 writes them: texts, times, lengths, offsets.</summary>
internal static class CalendarText
{
    private static readonly LocalDateTimePattern Time =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDateTimePattern TimeToTheMinute =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmm");
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary><c>20260305</c>, <c>20260305T090000</c>, in UTC <c>20260305T090000Z</c>.</summary>
    public static string Write(CalDateTime time) => time.HasTime
        ? Time.Format(time.Value) + (time.IsUtc ? "Z" : "")
        : Day.Format(time.Date);

    /// <summary>The time that is written, in the zone where it is not said to be UTC; null for what is none.</summary>
    public static CalDateTime? ReadTime(string text, DateTimeZone? zone)
    {
        var value = text.Trim();
        if (value.Length is < 8 or > 20) return null;
        if (Day.Parse(value) is { Success: true } day) return IsTold(day.Value) ? CalDateTime.Day(day.Value) : null;
        var utc = value[^1] is 'Z' or 'z';
        if (utc) value = value[..^1];
        // A leap second is no time of a clock (RFC 5545, 3.3.12 lets it be read so).
        if (value.Length == 15 && value.EndsWith("60", StringComparison.Ordinal)) value = value[..13] + "59";
        var read = Time.Parse(value.ToUpperInvariant());
        if (!read.Success) read = TimeToTheMinute.Parse(value.ToUpperInvariant());
        return read.Success && IsTold(read.Value.Date)
            ? new CalDateTime(read.Value, utc ? DateTimeZone.Utc : zone)
            : null;
    }

    // Outlook begins its zones in 1601. What is further off is no time of a meeting, and can't be counted on from.
    private static bool IsTold(LocalDate day) => day.Year is >= 1_600 and <= 2_500;

    /// <summary><c>+0100</c>, with seconds where there are some.</summary>
    public static string Write(Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}{seconds / 60 % 60:00}");
        return seconds % 60 == 0 ? text : text + (seconds % 60).ToString("00", CultureInfo.InvariantCulture);
    }

    public static Offset? ReadOffset(string text)
    {
        var value = text.Trim();
        if (value.Length is not (5 or 7) || value[0] is not ('+' or '-')) return null;
        if (!int.TryParse(value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return null;
        if (value.Length == 5) digits *= 100;
        var seconds = (digits / 10_000 * 3600) + (digits / 100 % 100 * 60) + (digits % 100);
        return seconds < 18 * 3600 ? Offset.FromSeconds(value[0] == '-' ? -seconds : seconds) : null;
    }

    /// <summary><c>PT1H30M</c>, <c>PT0S</c>.</summary>
    public static string Write(Duration length)
    {
        var seconds = (long)length.TotalSeconds;
        var text = new StringBuilder("PT");
        if (seconds / 3600 > 0) text.Append(CultureInfo.InvariantCulture, $"{seconds / 3600}H");
        if (seconds / 60 % 60 > 0) text.Append(CultureInfo.InvariantCulture, $"{seconds / 60 % 60}M");
        if (seconds % 60 > 0 || text.Length == 2) text.Append(CultureInfo.InvariantCulture, $"{seconds % 60}S");
        return text.ToString();
    }

    /// <summary>Of <c>-P1DT2H</c> the days, which are as long as the days are, and the rest; null for none.</summary>
    public static (int Days, Duration Time)? ReadLength(string text)
    {
        var value = text.Trim().ToUpperInvariant();
        var sign = value.StartsWith('-') ? -1 : 1;
        value = value.TrimStart('+', '-');
        if (value.Length is < 3 or > 30 || value[0] != 'P') return null;
        var (days, seconds, number, inTime, any) = (0L, 0L, -1L, false, false);
        foreach (var c in value.AsSpan(1))
        {
            if (char.IsAsciiDigit(c))
            {
                number = (Math.Max(number, 0) * 10) + (c - '0');
                if (number > 10_000_000) return null;
                continue;
            }
            if (c == 'T' && number < 0 && !inTime)
            {
                inTime = true;
                continue;
            }
            if (number < 0) return null;
            switch (c, inTime)
            {
                case ('W', false): days += number * 7; break;
                case ('D', false): days += number; break;
                case ('H', true): seconds += number * 3600; break;
                case ('M', true): seconds += number * 60; break;
                case ('S', true): seconds += number; break;
                default: return null;
            }
            (number, any) = (-1, true);
        }
        if (!any || number >= 0 || days > 100_000 || seconds > 1_000_000_000) return null;
        return ((int)days * sign, Duration.FromSeconds(seconds * sign));
    }

    /// <summary>A text with what means something escaped and what no text has left out.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\\' or ';' or ',': escaped.Append('\\').Append(c); break;
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n': break;
                case '\r' or '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029': escaped.Append("\\n"); break;
                case '\t': escaped.Append(c); break;
                default: i += Append(text, i, escaped); break;
            }
        }
        return escaped.ToString();
    }

    // No control character, no half of a character: neither can be written in UTF-8 that every reader takes.
    private static int Append(string text, int i, StringBuilder to)
    {
        if (char.IsControl(text[i])) return 0;
        if (!char.IsSurrogate(text[i]))
        {
            to.Append(text[i]);
            return 0;
        }
        var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
        to.Append(pair ? text.AsSpan(i, 2) : "\uFFFD");
        return pair ? 1 : 0;
    }

    /// <summary>The text that was escaped; tolerant of what was not.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }
            i++;
            plain.Append(text[i] is 'n' or 'N' ? '\n' : text[i]);
        }
        return plain.ToString();
    }

    /// <summary>Cuts a list at its commas, those that are escaped aside.</summary>
    public static IEnumerable<string> Split(string list)
    {
        var start = 0;
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] == '\\') i++;
            else if (list[i] == ',')
            {
                yield return list[start..i];
                start = i + 1;
            }
        }
        yield return list[start..];
    }

    /// <summary>
    /// A value that is not text, such as an address: without what would end its line or mean something in it.
    /// </summary>
    public static string Bare(string value)
    {
        var bare = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
            if (!char.IsWhiteSpace(value[i])) i += Append(value, i, bare);
        return bare.ToString();
    }
}
