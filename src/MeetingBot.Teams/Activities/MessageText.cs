using System.Collections.Immutable;
using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Teams.Activities;

/// <summary>
/// What somebody said: the bot's own mention removed, others' as <c>@Name</c>. Mentions are what the entities
/// say; text that only looks like one stays text.
/// </summary>
internal readonly record struct MessageText(string Text, bool BotMentioned, ImmutableArray<Person> Mentioned)
{
    private const string NoBreakSpace = "&nbsp;";

    public static MessageText Read(Activity activity, string tenant)
    {
        var text = activity.Text ?? "";
        var xml = string.Equals(activity.TextFormat, "xml", StringComparison.OrdinalIgnoreCase);
        var mentions = Mentions.Of(activity);
        if (mentions.Count == 0) return new MessageText(Tidy(xml ? XmlText.Decode(text) : text), false, []);

        var bot = activity.Recipient?.Id;
        var botMentioned = mentions.Exists(m => IsBot(m, bot));
        var said = new StringBuilder(text.Length);
        var people = ImmutableArray.CreateBuilder<Person>();
        var from = 0;
        foreach (var (start, length, entity) in Mentions.Places(text, mentions))
        {
            Append(said, text[from..start], xml);
            if (IsBot(entity, bot)) from = AfterOwn(text, start + length, said);
            else
            {
                said.Append('@').Append(NameOf(entity));
                if (Mentions.IsPerson(entity)) people.Add(People.Of(entity.Mentioned!, tenant));
                from = AfterSpace(text, start + length, said);
            }
        }
        Append(said, text[from..], xml);
        return new MessageText(Tidy(said.ToString()), botMentioned, people.ToImmutable());
    }

    private static bool IsBot(Entity mention, string? bot) => bot is not null && mention.Mentioned!.Id == bot;

    private static void Append(StringBuilder said, string part, bool xml) =>
        said.Append(xml ? XmlText.Decode(part) : part);

    private static string NameOf(Entity mention)
    {
        var name = People.NameOf(mention.Mentioned!.Name);
        return name.Length > 0 ? name : People.NameOf(XmlText.Decode(mention.Text!));
    }

    // Where the mention stood between blanks, or at the start of a line, the blanks after it go too.
    private static int AfterOwn(string text, int at, StringBuilder said)
    {
        var blank = said.Length == 0 || char.IsWhiteSpace(said[^1]);
        var skipped = at;
        while (skipped < text.Length)
        {
            if (text[skipped] is ' ' or '\t' or '\u00A0') skipped++;
            else if (StartsWithSpace(text, skipped)) skipped += NoBreakSpace.Length;
            else break;
        }
        if (!blank && skipped > at) said.Append(' ');
        return skipped;
    }

    // Teams writes the blank after a mention so even into plain text.
    private static int AfterSpace(string text, int at, StringBuilder said)
    {
        if (!StartsWithSpace(text, at)) return at;
        said.Append(' ');
        return at + NoBreakSpace.Length;
    }

    private static bool StartsWithSpace(string text, int at) =>
        string.Compare(text, at, NoBreakSpace, 0, NoBreakSpace.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static string Tidy(string text)
    {
        if (text.Contains('\u00A0')) text = text.Replace('\u00A0', ' ');
        if (text.Contains('\r')) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return text.Trim();
    }
}
