using System.Collections.Immutable;
using System.Text;

namespace MeetingBot.Calendars;

/// <summary>A line of a calendar, unfolded: <c>DTSTART;TZID=Europe/Vienna:20260305T090000</c>.</summary>
/// <param name="Name">Upper case.</param>
/// <param name="Value">As it is written.</param>
internal sealed record ContentLine(
    string Name, ImmutableArray<(string Name, string Value)> Parameters, string Value)
{
    private const int MostName = 100;
    private const int MostParameters = 50;

    /// <summary>The parameter's value, or null.</summary>
    public string? Parameter(string name) =>
        Parameters.FirstOrDefault(parameter => parameter.Name == name).Value;

    public string Text => CalendarText.Unescape(Value);

    /// <summary>The line, or null for what is none.</summary>
    public static ContentLine? Parse(string line)
    {
        var end = line.AsSpan().IndexOfAny(':', ';');
        if (end is < 1 or > MostName || !line.AsSpan(0, end).Trim().ContainsOnlyNameCharacters()) return null;
        var name = line[..end].Trim().ToUpperInvariant();
        // "item1.DTSTART": a group, which says nothing here.
        name = name[(name.LastIndexOf('.') + 1)..];

        var parameters = ImmutableArray.CreateBuilder<(string, string)>();
        while (line[end] == ';')
        {
            if (ReadParameter(line, end + 1) is not (var parameter, var next) || next >= line.Length) return null;
            if (parameters.Count < MostParameters) parameters.Add(parameter);
            end = next;
        }
        return new ContentLine(name, parameters.ToImmutable(), line[(end + 1)..]);
    }

    // A value may hold what ends it within quotes. Where a quote is missing its end the line can't be told apart.
    private static ((string, string) Parameter, int Next)? ReadParameter(string line, int start)
    {
        var equals = line.AsSpan(start).IndexOfAny('=', ':', ';');
        if (equals < 0) return null;
        var name = line.Substring(start, equals).Trim().ToUpperInvariant();
        var at = start + equals;
        if (line[at] != '=') return ((name, ""), at);

        var value = new StringBuilder();
        var quoted = false;
        for (at++; at < line.Length; at++)
        {
            var c = line[at];
            if (c == '"') quoted = !quoted;
            else if (!quoted && c is ':' or ';' && !quoted) break;
            else value.Append(c);
        }
        return ((name, Plain(value.ToString())), at);
    }

    // RFC 6868.
    private static string Plain(string value) => value.Contains('^', StringComparison.Ordinal)
        ? value.Replace("^'", "\"", StringComparison.Ordinal).Replace("^n", "\n", StringComparison.Ordinal)
            .Replace("^^", "^", StringComparison.Ordinal)
        : value;
}

file static class NameCharacters
{
    public static bool ContainsOnlyNameCharacters(this ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')) return false;
        return !name.IsEmpty;
    }
}
