using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Meetings.Lines;
using MeetingBot.Meetings.People;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Actions;

/// <summary>
/// What is to be changed of an action: <c>due Friday</c>, <c>@Luna by Friday</c>, <c>share all of it</c>.
/// </summary>
/// <param name="Text">Null where it stays.</param>
/// <param name="Owners">Null where they stay; empty for nobody.</param>
/// <param name="Told">Null where the due day stays; with none in it there is none any more.</param>
internal sealed partial record ActionChange(string? Text, ImmutableArray<string>? Owners, DueText? Told)
{
    private static readonly DueText NoDay = new("", null);

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem { get; init; }

    public static ActionChange Read(string typed, string author, LocalDate today, OwnerNames names)
    {
        var text = typed.Trim(' ', '\t', ':', '=', ',', '–', '-');
        if (text.Length == 0 || Unfinished().IsMatch(text)) return Wrong("What is to be changed?");
        if (Undated().IsMatch(text)) return new ActionChange(null, null, NoDay);
        if (Unowned().IsMatch(text)) return new ActionChange(null, [], null);
        if (Titled().Match(text) is { Success: true } titled)
            return new ActionChange(text[titled.Length..], null, null);

        var told = DueDates.TakeLast(text, today);
        if (told is { Due: null, Unread: null, Several: null } && !text.StartsWith('@'))
            told = Day("by " + text, told, today);
        if (told is not { Unread: null, Several: null } || told.Unknown?.Length >= text.Length - 1)
            return Wrong(ActionRemarks.Problem(told)!);
        if (told.Due is null && Dated().Match(text) is { Success: true } dated)
            return Wrong($"\"{Conversations.Phrases.Shorten(text[dated.Length..], 40)}\" is no day that I can read.");
        var due = told.Due is null ? null : told;
        return told.Text.Trim() is { Length: > 0 } rest
            ? Who(rest, names) is { } owners
                ? new ActionChange(null, owners, due)
                : Whole(text, author, today, names)
            : new ActionChange(null, null, due);
    }

    /// <summary>The action as it is to be.</summary>
    public ActionItem Of(ActionItem action) => action with
    {
        Text = Text ?? action.Text,
        Owners = Owners ?? action.Owners,
        DueOn = Told is null ? action.DueOn : Told.Due,
        DueTime = Told is null ? action.DueTime : Told.Time,
    };

    private static ActionChange Wrong(string problem) => new(null, null, null) { Problem = problem };

    // A day alone, without "by".
    private static DueText Day(string text, DueText told, LocalDate today) =>
        DueDates.TakeLast(text, today) is { Text: "", Due: not null } day ? day : told;

    private static ActionChange Whole(string text, string author, LocalDate today, OwnerNames names)
    {
        var read = ActionText.Read(text, author, today, names);
        return new ActionChange(
            read.Text, read.Owners.IsEmpty ? null : read.Owners, read.DueOn is null ? null : read.Told);
    }

    // Names and nothing else: who is not known may be named too.
    private static ImmutableArray<string>? Who(string text, OwnerNames names)
    {
        var who = Given().Replace(text.TrimEnd('.', ' '), "");
        if (names.At(who, 0) is { } owners && owners.End == who.Length) return owners.Names;
        var typed = Between().Split(who);
        return typed.Length <= ActionItem.MostOwners && typed.All(Names.IsWritten) && !typed.Any(ActionText.BeginsTask)
            ? [.. typed.Select(name => name.TrimStart('@'))]
            : null;
    }

    [GeneratedRegex(@"^(?:(?:due|by|deadline)\s*[:=]?\s*(?:day\s+)?(?:none|never|no\s*day|nothing|-+|–|open)|(?:no|without|remove|clear|drop|delete)\s+(?:a\s+|the\s+|its\s+)?(?:due|deadline)(?:\s+(?:day|date))?)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Undated();

    [GeneratedRegex(@"^(?:(?:owner|who|assign(?:ed)?(?:\s+to)?|to)\s*[:=]?\s*)?(?:unassigned|unassign|nobody|noone|no\s+one|no\s+owner|@nobody|(?<=(?:owner|who)\s*[:=]?\s*)(?:none|-))\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unowned();

    [GeneratedRegex(@"^(?:due|by|deadline|due\s+(?:day|date|by)|owner|who|to|for|text|what|title|assign(?:\s+to)?|edit|change)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^(?:text|what|title|task)\s*[:=]\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex(@"^due\s*[:=]?\s+(?:by\s+|on\s+)?(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^(?:(?:owner|who)(?:\s+to\b|\s*[:=])?\s+|(?:re)?assign(?:ed)?\s+(?:it\s+)?(?:to\s+)?|give\s+(?:it\s+)?to\s+|(?:is\s+)?for\s+|to\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Given();

    [GeneratedRegex(@"\s*(?:,\s*and\s+|[,&+]|\s+and\s+)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
