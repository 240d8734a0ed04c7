using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace MeetingBot.Meetings.People;

/// <summary>
/// Words without case and accents. By a table of Latin letters: the program has no other with it
/// (<c>InvariantGlobalization</c>).
/// </summary>
internal static class PlainLetters
{
    private static readonly FrozenDictionary<char, string> Plain = Table(
        "a àáâãäåāăąǎ", "ae æ", "c çćĉċč", "d ðďđ", "e èéêëēĕėęě", "g ĝğġģ", "h ĥħ", "i ìíîïĩīĭįı", "j ĵ", "k ķ",
        "l ĺļľŀł", "n ñńņňŉ", "o òóôõöøōŏőǒ", "oe œ", "r ŕŗř", "s śŝşšș", "ss ß", "t ţťŧț", "th þ", "u ùúûüũūŭůűų",
        "w ŵ", "y ýÿŷ", "z źżž");

    /// <summary>The words of a text; what is neither letter nor digit parts them.</summary>
    public static string[] Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var lower = char.ToLowerInvariant(character);
            if (Plain.TryGetValue(lower, out var letters)) plain.Append(letters);
            else if (char.IsLetterOrDigit(lower)) plain.Append(lower);
            else if (CharUnicodeInfo.GetUnicodeCategory(lower) is not UnicodeCategory.NonSpacingMark) plain.Append(' ');
        }
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static FrozenDictionary<char, string> Table(params string[] lines) => lines
        .Select(line => line.Split(' '))
        .SelectMany(line => line[1].Select(accented => KeyValuePair.Create(accented, line[0])))
        .ToFrozenDictionary();
}
