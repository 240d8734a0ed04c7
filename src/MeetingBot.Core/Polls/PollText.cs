using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;

namespace MeetingBot.Polls;

/// <summary>
/// What was typed to open a poll, taken apart: <c>Focus on tokens first? | everything | tokens</c>, a question and an
/// option a line, <c>"TTT July" Fri 11 July 16:00, Tue 22 July 15:00 for 1h until Wednesday noon</c>.
/// </summary>
/// <param name="Question">Null where none is told apart from the body.</param>
/// <param name="Body">Times or a question, to be read when it is known what day it is.</param>
/// <param name="Options">Those that stand apart.</param>
/// <param name="Until">The deadline as typed, where it stands apart.</param>
public sealed partial record PollText(
    string? Question, string? Body, ImmutableArray<string> Options, string? Until, PollFlags Flags)
{
    private const int MostParts = 200;

    public static PollText Read(string typed)
    {
        var (text, flags) = PollFlags.Take(typed);
        var parts = text.Contains('|') ? text.Split('|', MostParts) : text.Split('\n', MostParts);
        var (head, options) = (parts[0].Trim(), new List<string>());
        string? until = null;
        foreach (var part in parts.Skip(1).Select(part => Bullet().Replace(Phrases.Words(part), "")))
        {
            if (Deadline().Match(part) is { Success: true } apart) until = apart.Groups[1].Value;
            else if (part.Length > 0) options.Add(part);
        }
        if (QuotedFirst().Match(head) is { Success: true } quoted)
        {
            var rest = quoted.Groups["rest"].Value.Trim();
            var quotes = Quoted().Matches(rest);
            if (quotes.Count > 0) options.InsertRange(0, quotes.Select(quote => quote.Groups[1].Value.Trim()));
            var behind = quotes.Count > 0 ? Quoted().Replace(rest, " ").Trim(' ', ',') : rest;
            if (Deadline().Match(behind) is { Success: true } told) (until, behind) = (told.Groups[1].Value, "");
            return new PollText(
                quoted.Groups["title"].Value.Trim(), behind.Length == 0 ? null : behind, [.. options], until, flags);
        }
        if (options.Count == 0) return new PollText(null, head, [], until, flags);
        if (AfterQuestion().Match(head) is { Success: true } timed)
            (head, until) = (timed.Groups[1].Value, timed.Groups[2].Value);
        return new PollText(head, null, [.. options], until, flags);
    }

    /// <summary>
    /// A question that is answered with yes or no, and its deadline: <c>Meet in August? until Friday</c>. Null for
    /// what is no question.
    /// </summary>
    public static (string Question, string? Until)? AsQuestion(string body)
    {
        if (AfterQuestion().Match(body) is { Success: true } timed)
            return (timed.Groups[1].Value, timed.Groups[2].Value);
        return body.EndsWith('?') ? (body, null) : null;
    }

    /// <summary>A title or a question before what may be times: <c>Usual time? 15.00 Tuesday 22nd July</c>.</summary>
    public static (string Title, string Behind)? Headed(string body) => Head().Match(body) is { Success: true } parts
        ? (parts.Groups["title"].Value.Trim(), parts.Groups["rest"].Value)
        : null;

    /// <summary>Whether it can hardly be talk between people: it has options, a quoted question or flags.</summary>
    public bool IsMeant => Options.Length > 0 || Question is not null || Flags != PollFlags.Usual;

    private const string Open = "[\"“„«]";
    private const string Close = "[\"”“»]";

    [GeneratedRegex("^" + Open + "(?<title>[^\"“”„«»]{1,400})" + Close + @"\s*[:,-]?\s*(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex QuotedFirst();

    [GeneratedRegex(Open + "([^\"“”„«»]{1,400})" + Close, RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?<title>[^\n]{1,200}?\??)(?:(?<=\?)|:)\s{1,3}(?<rest>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?:until|till|closes?|deadline:?|closing)\s+(\S.{0,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deadline();

    [GeneratedRegex(@"^(.{1,400}\?)\s+(?:until|till|closes?|closing)\s+(\S.{0,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AfterQuestion();

    [GeneratedRegex(@"^\s{0,3}(?:[-*•]|[0-9]{1,2}[.)])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
