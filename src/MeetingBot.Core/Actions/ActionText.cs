using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Meetings;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Actions;

/// <summary>What an action item is told to be: <c>Luna and Mara to share the document by Friday</c>.</summary>
public sealed partial record ActionText(string Text, ImmutableArray<string> Owners, LocalDate? DueOn)
{
    /// <summary>The date at its end that could not be taken.</summary>
    public UnreadDate? UnreadDate { get; init; }

    /// <summary>Reads owners, task and due day. What can't be told apart stays in the task.</summary>
    /// <param name="author">Who <c>me</c> and <c>I</c> are.</param>
    /// <param name="today">The day on which "Friday" is said, in the group's zone.</param>
    public static ActionText Read(string text, string author, LocalDate today)
    {
        var told = DueDates.TakeLast(text.Trim(), today);
        var read = Owned(told.Text, author, told.Due);
        return read with { UnreadDate = told.Unread };
    }

    private static ActionText Owned(string task, string author, LocalDate? due)
    {
        var match = OwnedBy().Match(task);
        if (!match.Success) return new ActionText(WithoutTo(task), [], due);

        var owners = Separator().Split(match.Groups["who"].Value)
            .Select(name => name.Trim().TrimStart('@')).Where(name => name.Length > 0)
            .Select(name => name is "me" or "Me" or "I" ? author : name).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToImmutableArray();
        var rest = match.Groups["text"].Value.Trim();
        if (owners.IsEmpty
            || owners.Length > ActionItem.MostOwners
            || rest.Length == 0
            || owners.Any(NoOwners.Contains))
            return new ActionText(WithoutTo(task), [], due);
        return new ActionText(WithoutTo(rest), owners, due);
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
        "Also", "Finally", "First", "Second", "Then", "Later", "Maybe", "Perhaps", "If", "For", "After", "Before", "Once",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^(?:on\s+)?(?<who>" + Names.Owners + @"|\p{Ll}{2,30}(?=:(?!/)))"
            + @"(?:\s*:\s*|\s+[-–—]\s+|\s+to\s+|\s+will\s+|,\s+(?=\p{Ll}))(?<text>.+)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex OwnedBy();

    [GeneratedRegex(@"\s*(?:,\s*and\s+|,|&|\s+and\s+)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
