using System.Text.RegularExpressions;

namespace MeetingBot.Meetings.People;

/// <summary>Several names in one text: <c>Luna, Mara and Tom</c>.</summary>
public static partial class NameLists
{
    /// <summary>Most names that are taken at a time.</summary>
    public const int MostNames = 50;

    public static string[] Split(string text) =>
        [.. Between().Split(text).Select(name => name.Trim()).Where(name => name.Length > 0)];

    // "R&D" is one name.
    [GeneratedRegex(@"[,;\n]|\s(?:and|&)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
