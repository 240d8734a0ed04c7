namespace MeetingBot.Risks.Report;

/// <summary>Long texts made short enough for a table of many.</summary>
public static class Sentences
{
    private const int Most = 220;

    /// <summary>The first sentence, or what of it fits: at most <paramref name="most"/> characters.</summary>
    public static string First(string text, int most = Most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        for (var at = 0; at < line.Length; at++)
        {
            // An abbreviation goes on in small letters.
            var ends = line[at] is '.' or '!' or '?'
                && (at == line.Length - 1 || (line[at + 1] == ' ' && !char.IsLower(line[at + 2])));
            if (!ends) continue;
            line = line[..(at + 1)];
            break;
        }
        return Cut(line, most);
    }

    /// <summary>At most so many characters, cut between words where that loses little.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = text.LastIndexOf(' ', most - 2);
        if (end < most / 2) end = most - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }
}
