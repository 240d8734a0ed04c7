using System.Collections.Immutable;
using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Slack.Payloads;

/// <summary>
/// What somebody said: the bot's own mention removed, others' as <c>@Name</c>, links as their addresses, and what Slack
/// has escaped as it was typed. Source: Slack, "Formatting text for app surfaces".
/// </summary>
internal readonly record struct MessageText(string Text, bool BotMentioned, ImmutableArray<Person> Mentioned)
{
    /// <summary>Most people of one message who are looked up by name.</summary>
    public const int MaxMentions = 50;

    /// <summary>It as somebody's message.</summary>
    /// <param name="message">Slack's time of it; null where there is none to reply to.</param>
    public IncomingMessage By(
        Person sender, ConversationReference conversation, string delivery, string? message)
    {
        var bare = BotMentioned || conversation.Kind == ConversationKind.Personal;
        return new IncomingMessage(
            delivery, conversation, sender, Text, message, Addressed: bare || Text.StartsWith('/'), bare, Mentioned);
    }

    /// <summary>The people who are mentioned, each once.</summary>
    public static ImmutableArray<string> Users(string text, string? bot)
    {
        var users = ImmutableArray.CreateBuilder<string>();
        foreach (var (start, end) in Marks(text))
        {
            if (UserOf(text.AsSpan(start, end - start)) is not var (user, _) || user == bot) continue;
            if (users.Count < MaxMentions && !users.Contains(user)) users.Add(user);
        }
        return users.ToImmutable();
    }

    public static MessageText Read(string text, string? bot, Profiles profiles)
    {
        var said = new StringBuilder(text.Length);
        var people = ImmutableArray.CreateBuilder<Person>();
        var (from, botMentioned) = (0, false);
        foreach (var (start, end) in Marks(text))
        {
            said.Append(Unescape(text.AsSpan(from, start - 1 - from)));
            from = end + 1;
            var inside = text.AsSpan(start, end - start);
            if (UserOf(inside) is not var (user, label)) said.Append(Unescape(Shown(inside)));
            else if (user == bot) (botMentioned, from) = (true, AfterOwn(text, from, said));
            else
            {
                var person = profiles.Of(user, label);
                said.Append('@').Append(person.Name.Length > 0 ? person.Name : user);
                if (!profiles.IsBot(user) && people.Count < MaxMentions) people.Add(person);
            }
        }
        said.Append(Unescape(text.AsSpan(from)));
        return new MessageText(said.ToString().Trim(), botMentioned, people.ToImmutable());
    }

    /// <summary>What stands between <c>&lt;</c> and <c>&gt;</c>: typed ones are escaped.</summary>
    private static IEnumerable<(int Start, int End)> Marks(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var open = text.IndexOf('<', from);
            if (open < 0) yield break;
            var close = text.IndexOf('>', open + 1);
            if (close < 0) yield break;
            yield return (open + 1, close);
            from = close + 1;
        }
    }

    private static (string User, string? Label)? UserOf(ReadOnlySpan<char> inside)
    {
        if (inside is not ['@', .. var rest]) return null;
        var bar = rest.IndexOf('|');
        var id = (bar < 0 ? rest : rest[..bar]).ToString();
        if (!Place.IsId(id)) return null;
        return (id, bar < 0 ? null : Unescape(rest[(bar + 1)..]).TrimStart('@'));
    }

    private static ReadOnlySpan<char> Shown(ReadOnlySpan<char> inside)
    {
        var bar = inside.IndexOf('|');
        var target = bar < 0 ? inside : inside[..bar];
        var label = bar < 0 ? default : inside[(bar + 1)..];
        return target switch
        {
            ['#', ..] => label.IsEmpty ? target : string.Concat("#", label),
            ['!', ..] => Group(target[1..], label),
            _ => Address(target, label),
        };
    }

    // <!here>, <!subteam^S1|@designers>, <!date^…|words>
    private static ReadOnlySpan<char> Group(ReadOnlySpan<char> name, ReadOnlySpan<char> label)
    {
        if (!label.IsEmpty) return label;
        var end = name.IndexOf('^');
        return string.Concat("@", end < 0 ? name : name[..end]);
    }

    // Slack makes a link of "example.org" by itself: what was typed stands in its label.
    private static ReadOnlySpan<char> Address(ReadOnlySpan<char> target, ReadOnlySpan<char> label)
    {
        // None of Slack's marks: somebody's own, where nothing was escaped.
        if (!target.Contains(':')) return label.IsEmpty ? $"<{target}>" : $"<{target}|{label}>";
        if (label.IsEmpty) return target;
        foreach (var scheme in new[] { "http://", "https://", "mailto:", "tel:" })
        {
            if (target.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
                && target[scheme.Length..].TrimEnd('/').Equals(label.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
                return label;
        }
        return target;
    }

    // Where the mention stood between blanks, or at the start of a line, the blanks after it go too.
    private static int AfterOwn(string text, int at, StringBuilder said)
    {
        var blank = said.Length == 0 || char.IsWhiteSpace(said[^1]);
        var skipped = at;
        while (skipped < text.Length && text[skipped] is ' ' or '\t' or '\u00A0') skipped++;
        if (!blank && skipped > at) said.Append(' ');
        return skipped;
    }

    // &amp; last: "&amp;lt;" is a typed "&lt;".
    private static string Unescape(ReadOnlySpan<char> part)
    {
        var text = part.ToString();
        return text.Contains('&')
            ? text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
                .Replace("&amp;", "&", StringComparison.Ordinal)
            : text;
    }
}
