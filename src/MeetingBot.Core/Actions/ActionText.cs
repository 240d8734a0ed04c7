using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Meetings.People;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Actions;

/// <summary>What an action item is told to be: <c>Luna and Mara to share the document by Friday</c>.</summary>
public sealed partial record ActionText(string Text, ImmutableArray<string> Owners, DueText Told)
{
    /// <summary>The day by which it is to be done.</summary>
    public LocalDate? DueOn => Told.Due;

    /// <summary>Reads owners, task and due day. What can't be told apart stays in the task.</summary>
    /// <param name="author">Who <c>me</c> and <c>I</c> are.</param>
    /// <param name="today">The day on which "Friday" is said, in the group's zone.</param>
    /// <param name="known">Whose names alone, first or last, say who is to do it.</param>
    public static ActionText Read(string text, string author, LocalDate today, KnownPeople? known = null) =>
        Read(text, author, today, new OwnerNames(known ?? KnownPeople.Nobody, author));

    internal static ActionText Read(string text, string author, LocalDate today, OwnerNames names)
    {
        var whole = text.Trim();
        var told = DueDates.TakeLast(whole, today);
        var (owners, task) = Owned(told.Text, author, names);
        // Behind the day stood who has it: "share it by Friday @Luna".
        if (!owners.IsEmpty && told.Text == whole)
        {
            told = DueDates.TakeLast(task, today);
            task = told.Text;
        }
        return new ActionText(WithoutTo(task), owners, told);
    }

    /// <summary>Those whose names and "to" begin the text; "Website: …" may name nobody.</summary>
    internal static ImmutableArray<string> Given(string text, string author) =>
        Introduced(text, author) is { Plainly: true } given ? given.Owners : [];

    /// <summary>Whether it begins a task rather than being somebody's name.</summary>
    internal static bool BeginsTask(string words) => NoOwners.Contains(words.Split(' ')[0]);

    private static (ImmutableArray<string> Owners, string Task) Owned(string task, string author, OwnerNames names)
    {
        var standing = new StandingOwners(names);
        if (Introduced(task, author) is var (owners, rest, _))
        {
            var named = names.At(task, 0) is not null;
            // "Slides - Luna" and "Website: mend it @Luna" are Luna's.
            return !named && Heading().IsMatch(task) && standing.Last(task) is { } last
                ? last
                : (owners, rest);
        }
        return standing.First(task) ?? standing.Last(task) ?? ([], task);
    }

    private static (ImmutableArray<string> Owners, string Task, bool Plainly)? Introduced(string task, string author)
    {
        var match = OwnedBy().Match(task);
        if (!match.Success) return null;
        var owners = Separator().Split(match.Groups["who"].Value)
            .Select(name => name.Trim().TrimStart('@')).Where(name => name.Length > 0)
            .Select(name => name is "me" or "Me" or "I" ? author : name).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToImmutableArray();
        var rest = Please().Replace(match.Groups["text"].Value.Trim(), "");
        return owners.IsEmpty || owners.Length > ActionItem.MostOwners || rest.Length == 0 || owners.Any(BeginsTask)
            ? null
            : (owners, rest, match.Groups["to"].Success);
    }

    private static string WithoutTo(string task) =>
        task.StartsWith("to ", StringComparison.OrdinalIgnoreCase) && task.Length > 3 ? task[3..].TrimStart() : task;

    // Verbs and others that begin a task without an owner: "Need to check", "Remember to ask".
    private static readonly FrozenSet<string> NoOwners = new[]
    {
        "Need", "Needs", "Remember", "Try", "Agree", "Ask", "Decide", "Plan", "Continue", "Start", "Want", "Have", "Go",
        "Get", "Come", "Back", "How", "What", "Where", "When", "Look", "Talk", "Speak", "Report", "Write", "Reply",
        "Respond", "Reach", "Move", "Switch", "Migrate", "Upgrade", "Update", "Add", "Send", "Contribute", "Subscribe",
        "Apply", "Refer", "Not", "Investigate", "Propose", "Suggest", "Prepare", "Check", "Share", "Review", "Aim",
        "Link", "Note", "Action", "Todo", "Upload", "Connect", "Submit", "Publish", "Present", "Export", "Import",
        "Push", "Deploy", "Convert", "Return", "Escalate", "Forward", "Commit", "Adapt", "Attach", "Copy", "Extend",
        "Invite", "Introduce", "Point", "Listen", "It", "This", "That", "Fix", "Reminder", "Important", "Urgent",
        "Please", "Next", "Followup", "Open", "Read", "See", "Https", "Http", "Mailto",
        "Remind", "Tell", "Call", "Email", "Help", "Contact", "Inform", "Thank", "Meet",
        "Also", "Finally", "First", "Second", "Then", "Later", "Maybe", "Perhaps", "If", "For", "After", "Before", "Once",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^(?:on\s+)?(?<who>" + Names.Owners + @"|\p{Ll}{2,30}(?=:(?!/)))"
            + @"(?:\s*:\s*|\s+[-–—]\s+|(?<to>\s+to\s+|\s+will\s+)|,\s+(?=\p{Ll}))(?<text>.+)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex OwnedBy();

    [GeneratedRegex(@"^(?:(?:please|pls|plz|kindly)\b,?\s{0,9})(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Please();

    [GeneratedRegex(@"^[^:]{1,60}?(?::(?!/)|\s[-–—]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\s*(?:,\s*and\s+|,|&|\s+and\s+)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
