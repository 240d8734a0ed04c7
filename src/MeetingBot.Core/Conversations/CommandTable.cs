using System.Collections.Frozen;
using System.Collections.Immutable;
using MeetingBot.Times;

namespace MeetingBot.Conversations;

/// <summary>Makes commands of what people type and press. Pure: it knows the forms, not the group.</summary>
public sealed class CommandTable
{
    private static readonly char[] Ends = ['.', '!', ':'];
    private static readonly char[] EndsAndQuestion = [.. Ends, '?'];

    /// <summary>No command's words are longer; what is, is not compared with them.</summary>
    private const int MostHead = 40;

    /// <summary>Of so many words one is to follow, where another does.</summary>
    private const int FewestWords = 3;

    private static readonly string TooLong = new(' ', MostHead + 1);

    private readonly FrozenDictionary<string, CommandForm> _byWords;
    private readonly FrozenSet<string> _firstWords;
    private readonly Func<IncomingMessage, Command?> _readLine;
    private readonly int _mostWords;

    /// <param name="forms">Every command.</param>
    /// <param name="readLine">Reads a line that is no command, such as a line of the minutes; null where it is
    /// none.</param>
    /// <exception cref="ArgumentException">Two forms have the same words.</exception>
    public CommandTable(ImmutableArray<CommandForm> forms, Func<IncomingMessage, Command?> readLine)
    {
        Forms = forms;
        _readLine = readLine;
        _byWords = forms
            .SelectMany(form => form.Aliases.Prepend(form.Words).Select(words => (words, form)))
            .ToFrozenDictionary(pair => pair.words, pair => pair.form, StringComparer.OrdinalIgnoreCase);
        _firstWords = _byWords.Keys.Select(words => words.Split(' ')[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _mostWords = _byWords.Keys.Max(words => words.Split(' ').Length);
    }

    public ImmutableArray<CommandForm> Forms { get; }

    /// <summary>The command that somebody typed, or null for talk that is not for the bot.</summary>
    public Command? Read(IncomingMessage message)
    {
        var (text, slash) = WithoutSlash(message);
        if (slash || message.Bare)
        {
            if ((slash || message.Addressed) && HelpWith(text, message) is { } help) return help;
            text = WordOrder.Mended(text, words => _byWords.GetValueOrDefault(words)) ?? text;
            var found = Find(text, message.MayBeTalk());
            if (found is var (form, rest) && IsMeant(form, rest, message))
            {
                if (slash && SlipBeforeNumber(text[..^rest.Length], rest) is { } slip) return slip;
                var parsed = form.Read(Input(form, rest, message));
                if (parsed.Command is not null) return parsed.Command;
                if (ReadPlain(text, message) is { } plain) return plain;
                if (slash || message.Addressed || IsSlip(text, rest))
                    return Misspelt(text[..^rest.Length], rest) is { } meant
                        ? new Misunderstood(text, null, meant)
                        : new Misunderstood(text, Unknown(text[..^rest.Length], rest, form) ?? parsed.Problem, form);
            }
            else if (found is null && ReadPlain(text, message) is { } plain)
            {
                return plain;
            }
        }

        if (!slash)
        {
            var line = _readLine(message);
            if (line is { KeepsWords: true } || (line is not null && message.Addressed)) return line;
            if (!message.Addressed)
                return message.Bare && NearMiss(text, message) is { } near ? new Misunderstood(text, null, near) : line;
        }
        return text.Length == 0
            ? Find("help", mayBeTalk: false)?.Form.Read(Empty(message)).Command
            : new Misunderstood(text, null, Nearest(text));
    }

    // "/action help" asks how, and is nobody's action.
    private Command? HelpWith(string text, IncomingMessage message)
    {
        var end = text.LastIndexOf(' ');
        if (end < 1 || text[(end + 1)..].ToLowerInvariant() is not ("help" or "?" or "--help" or "-h")) return null;
        var about = text[..end].TrimEnd();
        var known = _firstWords.Contains(about) || Find(about, mayBeTalk: false) is (_, "");
        return known && Find("help", mayBeTalk: false) is (var help, _)
            ? help.Read(Input(help, about, message)).Command
            : null;
    }

    // "risk frobnicate": what can stand there, where one word of several must.
    private string? Unknown(string found, string rest, CommandForm form)
    {
        var (head, typed) = (found.Trim(), Words(rest).FirstOrDefault());
        if (typed?.All(char.IsLetter) is not true || form.KeepsText || form.TakesLines || head.Contains(' '))
            return null;
        var next = Forms
            .Where(other => !other.Hidden && other.Words.StartsWith(head + " ", StringComparison.OrdinalIgnoreCase))
            .Select(other => other.Words.Split(' ')[1]).Distinct(StringComparer.Ordinal).ToList();
        return next.Count < FewestWords
            ? null
            : $"Behind \"{head}\" I know no \"{Phrases.Shorten(typed, 30)}\". There are {Phrases.Join(next)}; what "
                + $"each does: /help {head}.";
    }

    // "poll guets 3": a word nearly a command's with a number behind it is no question to be asked.
    private Misunderstood? SlipBeforeNumber(string head, string rest)
    {
        var words = rest.Split(' ', 3);
        return words is [{ Length: >= 4 }, { Length: > 0 } number, ..] && CommandInput.TypedNumber(number) is not null
            && !rest.Contains('|') && !rest.Contains('\n') && Misspelt(head, rest) is { } meant
            ? new Misunderstood(
                head + rest, null,
                meant with { Example = $"/{meant.Words} {Phrases.Shorten(rest[(words[0].Length + 1)..], 60)}" })
            : null;
    }

    // "ok, next please". Of a text that is kept no word is taken away.
    private Command? ReadPlain(string text, IncomingMessage message) =>
        Politeness.Without(text) is var plain && plain != text
            && Find(plain, message.MayBeTalk()) is var (form, rest) && !form.KeepsText && !form.TakesLines
            && (rest.Length == 0 || char.IsAsciiDigit(rest[0]))
            ? form.Read(Input(form, rest, message)).Command
            : null;

    // From a line that may be talk each form takes only its own shape. Free text has none: of "note that …" between
    // people the minutes' own grammar wants the colon.
    private static bool IsMeant(CommandForm form, string rest, IncomingMessage message) =>
        !message.MayBeTalk() || !form.KeepsText || form.IsPlain(rest) || (message.Addressed && !Prose.GoesOn(rest));

    /// <summary>Whether the message is a command with a table below it (<see cref="CommandForm.TakesTable"/>).</summary>
    internal bool HeadsTable(IncomingMessage message)
    {
        var (text, slash) = WithoutSlash(message);
        return (slash || message.Bare || message.Addressed) && Find(text, mayBeTalk: !slash) is { Form.TakesTable: true };
    }

    /// <summary>What one line of a message is, read as strictly as talk.</summary>
    internal LineKind KindOf(IncomingMessage line)
    {
        var (text, slash) = WithoutSlash(line);
        if (Find(text, mayBeTalk: !slash) is var (form, rest))
        {
            var label = !slash && text[..^rest.Length].TrimEnd().EndsWith(':');
            if (label && (form.KeepsText || form.HeadsLines)) return LineKind.Labelled;
            if (!slash && form.KeepsText) return LineKind.Other;
            if (slash || form.Read(Input(form, rest, line with { Addressed = false, Bare = true })).Command is not null)
                return form.TakesLines ? LineKind.List : slash || text.Contains(' ') ? LineKind.Command : LineKind.Word;
        }
        return !slash && _readLine(line)?.KeepsWords == true ? LineKind.Statement : LineKind.Other;
    }

    // "agenda move up 3" and "done 2, 5" are meant for the bot, though it can't do them; "hand over to the next" is
    // not.
    private static bool IsSlip(string text, string rest) =>
        rest.Length > 0 && !Prose.GoesOn(rest)
        && (char.IsAsciiDigit(rest[0]) || text.StartsWith("agenda ", StringComparison.OrdinalIgnoreCase));

    // "agneda add Budget", "exend 5m": a letter wrong in words that are otherwise a command.
    private CommandForm? NearMiss(string text, IncomingMessage message)
    {
        var typed = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var (words, form) in _byWords)
        {
            var count = CountWords(words);
            if (form.Hidden || form.KeepsText || typed.Length < count || words.Length < (count == 1 ? 5 : 7)) continue;
            var head = Head(typed, count).TrimEnd(Ends);
            if (head.Length > MostHead || _byWords.ContainsKey(head) || Spelling.Distance(head, words) > 1) continue;
            // "Time zones matter": several of a thing are no slip.
            if (head.Equals(words + "s", StringComparison.OrdinalIgnoreCase)) continue;
            var tail = string.Join(' ', typed.Skip(count));
            if (Prose.GoesOn(tail) || (count > 1 && Prose.GoesOn(typed[1]))) continue;
            if (count > 1 || form.Read(Input(form, tail, message)).Command is not null) return form;
        }
        return null;
    }

    /// <summary>
    /// The command of a pressed button. A verb nobody knows is answered: cards outlive the program that sent them.
    /// </summary>
    public Command Read(CardAnswer answer)
    {
        if (!GroupButtons.IsAtHome(answer)) return new ForeignCard();
        if (!_byWords.TryGetValue(answer.Verb, out var form))
            return answer.FromAfar ? new ForeignCard() : new Misunderstood(answer.Verb, null, Nearest(answer.Verb));
        if (answer.FromAfar && !form.FromAfar && !form.MembersFromAfar) return new ForeignCard();
        var parsed = form.Read(new CommandInput("", answer.Fields, answer));
        if (answer.FromAfar && form.MembersFromAfar && parsed.Command is { } meant)
            return new OfMember(meant, form.TellsFromAfar);
        return parsed.Command ?? (answer.FromAfar ? new ForeignCard() : new Misunderstood(form.Words, parsed.Problem, form));
    }

    /// <summary>Whether the verb only shows, so that a client may press it by itself.</summary>
    public bool Refreshes(string verb) => _byWords.TryGetValue(verb, out var form) && form.Refreshes;

    /// <summary>The form with the nearest words, or null when none is near.</summary>
    public CommandForm? Nearest(string text)
    {
        var typed = Words(text);
        CommandForm? nearest = null;
        var least = int.MaxValue;
        var length = 0;
        foreach (var (words, form) in _byWords)
        {
            if (form.Hidden) continue;
            var head = Head(typed, CountWords(words));
            if (head.Length > MostHead) continue;
            var distance = Spelling.Distance(head, words);
            if (distance > Math.Max(1, words.Length / 3)) continue;
            if (distance < least || (distance == least && words.Length > length))
                (nearest, least, length) = (form, distance, words.Length);
        }
        return nearest ?? (typed.Length > 0 && _firstWords.Contains(typed[0]) ? FirstWith(typed[0]) : null);
    }

    // "agenda ad X" is found as "agenda" with something behind it; "agenda add" was meant.
    private CommandForm? Misspelt(string found, string rest)
    {
        var head = string.Join(' ', Words(found)).ToLowerInvariant() + " ";
        var next = Words(rest).FirstOrDefault()?.ToLowerInvariant() ?? "";
        if (next.Length is 0 or > 20) return null;
        return Forms
            .Where(form => !form.Hidden && form.Words.StartsWith(head, StringComparison.Ordinal))
            .Select(form => (Form: form, Word: form.Words[head.Length..].Split(' ')[0]))
            .Select(near => (near.Form, near.Word, Distance: Spelling.Distance(next, near.Word)))
            .Where(near => near.Distance <= Math.Max(1, near.Word.Length / 3))
            .OrderBy(near => near.Distance).Select(near => near.Form).FirstOrDefault();
    }

    private CommandForm? FirstWith(string word) => Forms.FirstOrDefault(form =>
        !form.Hidden && form.Words.Split(' ')[0].Equals(word, StringComparison.OrdinalIgnoreCase));

    // The longest words win: "agenda add" before "agenda". "Next?" between people only asks, and does not do it.
    private (CommandForm Form, string Tail)? Find(string text, bool mayBeTalk)
    {
        (CommandForm, string)? found = null;
        var end = 0;
        var words = "";
        for (var count = 0; count < _mostWords; count++)
        {
            var start = end;
            while (start < text.Length && text[start] is ' ' or '\t') start++;
            end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (end == start) break;

            var word = text[start..end];
            words = words.Length == 0 ? word : words + ' ' + word;
            if (_byWords.TryGetValue(words, out var form)) found = (form, text[end..].Trim());
            else if (_byWords.TryGetValue(words.TrimEnd(mayBeTalk ? Ends : EndsAndQuestion), out form))
                found = (form, text[end..].Trim());
            // "note:" can end a command but not begin a longer one.
            if (count == 0 && !_firstWords.Contains(word)) break;
        }
        return found;
    }

    private static (string Text, bool Slash) WithoutSlash(IncomingMessage message)
    {
        var text = message.Text.Trim();
        return text.StartsWith('/') ? (text[1..].TrimStart(), true) : (text, false);
    }

    private static CommandInput Input(CommandForm form, string rest, IncomingMessage message) => new(
        form.KeepsText ? rest : WithoutFullStop(rest), ImmutableDictionary<string, string>.Empty, message);

    private static int CountWords(string words) => words.Count(c => c == ' ') + 1;

    private static string Head(string[] typed, int words)
    {
        var head = typed.AsSpan(0, Math.Min(words, typed.Length));
        var length = 0;
        foreach (var word in head) length += word.Length;
        return length > MostHead ? TooLong : string.Join(' ', head).ToLowerInvariant();
    }

    private static string WithoutFullStop(string text) =>
        text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal) ? text[..^1].TrimEnd() : text;

    private static string[] Words(string text) =>
        text.Split((char[]?)null, 6, StringSplitOptions.RemoveEmptyEntries);

    private static CommandInput Empty(Incoming incoming) =>
        new("", ImmutableDictionary<string, string>.Empty, incoming);
}
