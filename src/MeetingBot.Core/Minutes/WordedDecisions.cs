using System.Text.RegularExpressions;
using MeetingBot.Meetings.Documents;

namespace MeetingBot.Minutes;

/// <summary>
/// Decisions and actions that begin with their own word and no colon: <c>Action to share …</c>,
/// <c>Agreement on …</c>, <c>Decided on …</c>. Where people chat they may be anything; among minutes they are meant.
/// </summary>
internal static partial class WordedDecisions
{
    /// <summary>The line as what it decides, or null where it may be another thing.</summary>
    public static MinuteText? Read(string line)
    {
        if (line.EndsWith('?')) return null;
        if (Action().Match(line) is { Success: true } action)
            return new MinuteText(MinuteKind.Action, action.Groups["text"].Value);
        if (Agreement().Match(line) is { Success: true } agreement && !Clause().IsMatch(line))
            return new MinuteText(MinuteKind.Agreement, agreement.Groups["text"].Value);
        if (Agreed().Match(line) is { Success: true } agreed)
            return new MinuteText(MinuteKind.Agreement, agreed.Groups["text"].Value);
        return Decided().Match(line) is { Success: true } decided
            ? new MinuteText(MinuteKind.Resolution, decided.Groups["text"].Value)
            : null;
    }

    [GeneratedRegex(
        @"^actions?(?:\s+(?:item|point))?\s+(?:to\s+(?!(?:be|follow|come)\b)(?<text>\S+\s+\S.*)"
            + @"|on\s+(?<text>\S[^.]{0,60}?\s+to\s+(?!(?:be|follow|come)\b)\S.*))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Action();

    [GeneratedRegex(@"^agreement\s+(?:on|to|that)\s+(?<text>\S+.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Agreement();

    // "Agreement on the scopes is missing" tells of one, and makes none.
    [GeneratedRegex(
        @"\b(?:is|are|was|were|will|would|could|should|has|have|had|needs|no|not|yet|missing|pending|postponed)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^agreed\s+(?:on|to|that)\s+(?!(?:disagree|differ)\b)(?<text>\S+\s+\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Agreed();

    [GeneratedRegex(@"^(?:decided|resolved)\s+(?:on|to|that)\s+(?<text>\S+\s+\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Decided();
}
