using System.Text;

namespace MeetingBot.Slack.Blocks;

/// <summary>
/// The text beside the blocks, in notifications and for clients that show none: mrkdwn, in which nothing typed pings.
/// </summary>
internal static class FallbackText
{
    private const int Most = 1_000;

    public static string Of(string text)
    {
        var brief = ShownText.Brief(text, Most);
        var escaped = new StringBuilder(brief.Length + 16);
        foreach (var c in brief)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                // Parted from the name behind it, a sign calls nobody.
                '@' => escaped.Append('@').Append('\u2060'),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString().Trim() is { Length: > 0 } said ? said : "\u2026";
    }
}
