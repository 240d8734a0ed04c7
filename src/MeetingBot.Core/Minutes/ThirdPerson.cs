using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MeetingBot.Minutes;

/// <summary>
/// Lines that tell what somebody says: <c>Luna disagrees, …</c>, <c>DC would like to …</c>. They are no words of
/// whoever spoke before.
/// </summary>
internal static partial class ThirdPerson
{
    public static bool Is(string line) => Told().Match(line) is { Success: true } told && IsName(told);

    /// <summary>Whether it is so and hardly anything that people chat.</summary>
    public static bool IsPlainly(string line) =>
        Plainly().Match(line) is { Success: true } told && IsName(told) && !line.EndsWith('?');

    private static bool IsName(Match told)
    {
        var who = told.Groups["who"].Value;
        return !Statements.IsNobody(who) && !Statements.IsLabel(who) && !Nobody.Contains(who)
            && !who.EndsWith("'s", StringComparison.Ordinal) && !who.EndsWith("’s", StringComparison.Ordinal);
    }

    // Pronouns, and programs that suggest and note things all day.
    private static readonly FrozenSet<string> Nobody = new[]
    {
        "He", "She", "They", "Who", "What", "Which", "One", "Someone", "Somebody", "Nobody", "Anyone", "Anybody",
        "Everyone", "Everybody", "Teams", "Outlook", "Zoom", "Slack", "Google", "GitHub", "GitLab", "Git", "Copilot",
        "Word", "Excel", "Windows", "Chrome", "Firefox", "Jira", "Release", "Patch", "Lecture", "Here", "There",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string Who = @"^@?(?<who>\p{Lu}{2,4}|\p{Lu}[\p{L}\p{M}'’]{1,30}(?:\s\p{Lu}[\p{L}\p{M}'’]{1,30})?)\s+(?:also\s+|then\s+|still\s+|again\s+)?";

    [GeneratedRegex(
        Who + "(?:(?:dis)?agrees|notes|suggests|proposes|points|thinks|asks|says|adds|reports|mentions|explains|wonders|objects|"
            + "prefers|wants|confirms|reminds|warns|presents|shows|shares|hopes|believes|feels|would|(?:is\\s+)?in\\s+agreement)\\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex(
        Who + "(?:(?:dis)?agrees|notes|suggests|proposes|points\\s+out|objects|(?:is\\s+)?in\\s+agreement)(?:,|\\s+\\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Plainly();
}
