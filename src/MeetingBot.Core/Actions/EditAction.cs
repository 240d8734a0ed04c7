using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Meetings.Lines;
using MeetingBot.Meetings.People;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Actions;

/// <summary>
/// Changes who has an action, its day or its text, whichever is told; the number stays. Anyone may, as anyone may close
/// it.
/// </summary>
/// <param name="Change">As typed behind the number; empty for who only looks.</param>
public sealed partial record EditAction(int Number, string Change) : Command
{
    private const int MostTold = 300;

    private static readonly string[] ListWords = ["list", "all", "open"];

    public static CommandForm Form { get; } = new(
        "action edit", "<number> [@who] [by <day>] [what]", "/action edit 12 @Luna by Friday",
        "changes who has an action, its day or its text",
        input => Read(input.Text) ?? ParsedCommand.Wrong("Which action? I need its number and what to change."))
    {
        Aliases = ["edit action", "action change", "change action", "action update", "update action", "action assign"],
    };

    public override Reads Reads(Turn turn) =>
        Tables.Reads.OfKeys(ActionRows.Key(Number)).And(KnownPeople.Reads(turn));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var state = ActionState.From(turn, rows);
        if (!state.Items.TryGetValue(Number, out var action)) return ActionRefusals.NoneToChange(Number);
        if (Deleted().IsMatch(Change))
            return new Refusal(
                $"An action is closed rather than deleted: /done {Number}. What you have just written goes with /undo");
        if (Change.Length == 0) return Decision.Says($"{action.LineOn(turn.Today)}. To change it: {Ways}");

        var known = KnownPeople.Of(turn, rows).With(action.Owners);
        var change = ActionChange.Read(Change, turn.Actor.Name, turn.Today, new OwnerNames(known, turn.Actor.Name));
        if (change.Owners is { } owners) change = change with { Owners = GivenActions.Listed(owners, known) };
        if (change.Problem is { } problem) return new Refusal($"{problem} Nothing was changed. For example: {Ways}");
        if (change.Text is { Length: > ActionItem.MostText } text)
            return new Refusal(
                $"The text has {text.Length} characters; {ActionItem.MostText} fit. Nothing was changed.");

        var changed = change.Of(action);
        if (changed.SaidOn(turn.Today) == action.SaidOn(turn.Today))
            return ActionRefusals.IsSoAlready(action, turn.Today);
        var remark = change.Told?.Due is { } due ? DueDates.Remark(due, turn.Today) : "";
        var was = Phrases.Shorten(action.SaidOn(turn.Today), MostTold);
        return new Decision
        {
            Changes =
            [
                state.Change(changed with
                {
                    ChangedBy = turn.Actor.Name,
                    ChangedAt = turn.Now,
                    Kept = KeptOf(action, turn),
                }),
            ],
            Tell = $"Changed: {changed.LineOn(turn.Today)}{remark} (was {was}){Kept(change, known)}",
        };
    }

    /// <summary>
    /// What <c>/action 2 …</c> asks for; null where no number begins it, or a colon says that a new action does.
    /// </summary>
    internal static ParsedCommand? OfNumber(CommandInput input)
    {
        if (input.Incoming is not IncomingMessage message || message.Text.Trim() is not { } typed) return null;
        var labelled = typed.Length > input.Text.Length && typed[..^input.Text.Length].TrimEnd().EndsWith(':');
        if (labelled) return null;
        // "/action delete 4" is the fourth's end and no fifth; "/action list" asks for all.
        return DeletedFirst().Match(input.Text) is { Success: true } deleted ? Read($"{deleted.Groups[1].Value} delete")
            : ListWords.Contains(input.Text, StringComparer.OrdinalIgnoreCase) ? new ListActions(null, 0)
            : Read(input.Text);
    }

    /// <summary>
    /// Whether what stands behind "action" is a change and no talk, as <c>2 @Luna</c> and <c>2 by Friday</c>.
    /// </summary>
    internal static bool IsPlain(string text) => Plain().IsMatch(text)
        || (Numbered().Match(text) is { Success: true } numbered && Names.IsWritten(text[numbered.Length..].Trim()));

    private static ParsedCommand? Read(string text)
    {
        if (Numbered().Match(text) is not { Success: true } match) return null;
        var number = int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var change = Verb().Replace(text[match.Length..].Trim(), "");
        if (Done().IsMatch(change)) return new CompleteAction(NumberList.Of(number));
        return Open().IsMatch(change) ? new ReopenAction(NumberList.Of(number)) : new EditAction(number, change);
    }

    private static string Kept(ActionChange change, KnownPeople known) =>
        change.Owners is { } owners && Initials.Remark(owners, known) is { Length: > 0 } kept ? $". {kept}" : "";

    // The minutes of its meeting keep it as it was at their end.
    private static KeptAction? KeptOf(ActionItem action, Turn turn)
    {
        var meeting = turn.CurrentMeeting();
        if (action.Meeting is null || (meeting.Running && action.Meeting == meeting.Number)) return null;
        return action.Kept ?? new KeptAction(action.Text, action.Owners, action.DueOn, action.DueTime, turn.Now);
    }

    private string Ways => $"/action {Number} @Luna by Friday, or /action {Number} share the whole document";

    [GeneratedRegex(@"^#?(?<number>[0-9]{1,7})(?:[.:,](?=\s|$)|(?=\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^#?[0-9]{1,7}[.:]?\s+(?:(?:to\s+|assign(?:ed)?\s+(?:to\s+)?|owner\s*:?\s*)?@|(?:due|by|no\s+due|deadline)\b|(?:done|closed|finished|reopen|unassigned)\.?$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // Before who or when it is the command's; "change the password policy" is what is to be done.
    [GeneratedRegex(@"^(?:edit|change|update)\s+(?=(?:to\s+)?@|(?:by|due|no\s+due)\s|owner\s+to\s|(?:owner|text|title)\s*[:=])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^(?:(?:is|was)\s+)?(?:done|closed?|completed?|finished)[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Done();

    [GeneratedRegex(@"^(?:deleted?|removed?|drop(?:ped)?|cancel(?:l?ed)?|discard)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deleted();

    [GeneratedRegex(@"^(?:is\s+)?(?:re-?open(?:ed)?|open(?:\s+again)?|not\s+done(?:\s+yet)?)[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Open();

    [GeneratedRegex(
        @"^(?:delete|remove|drop|cancel)\s{1,3}(?:action\s{1,3})?(#?[0-9]{1,7})\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeletedFirst();
}
