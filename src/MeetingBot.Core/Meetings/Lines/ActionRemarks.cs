using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Actions;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.People;
using MeetingBot.Times;

namespace MeetingBot.Meetings.Lines;

/// <summary>
/// What is said of actions that lack something: a day that could not be taken, or somebody who has it; and how that is
/// mended.
/// </summary>
internal static class ActionRemarks
{
    /// <summary>Goes behind the receipt, whose full stop it brings along; empty where nothing is missing.</summary>
    /// <param name="known">Whom initials may mean; null where there are no actions.</param>
    public static string Of(IReadOnlyList<(ActionItem Action, ActionText Text)> given, KnownPeople? known)
    {
        var said = new[]
            {
                UnreadDates.Of(given.Select(one => one.Text.Told)),
                Several(given.FirstOrDefault(one => one.Text.Told.Several is not null)),
                Unknown(given.FirstOrDefault(one => one.Text.Told.Unknown is not null)),
                known is null ? "" : Kept([.. given.Select(one => one.Action)], known),
                Nobody([.. given.Select(one => one.Action).Where(action => action.Owners.IsEmpty)], given.Count),
            }
            .Where(remark => remark.Length > 0).ToList();
        return said.Count == 0 ? "" : ". " + string.Join(' ', said.Select((remark, index) =>
            index < said.Count - 1 && !remark.EndsWith('.') ? remark + "." : remark));
    }

    /// <summary>Why a day was not taken; null where one was, or none was told.</summary>
    public static string? Problem(DueText told) => told switch
    {
        { Unread: { Past: true } past } =>
            $"\"{UnreadDates.Typed(past)}\" is past; a day to come is written as \"by {past.Instead}\".",
        { Unread: { Or: { } other } date } =>
            $"{UnreadDates.Typed(date)} may be {date.Instead} or {other}; write \"by {date.Instead}\".",
        { Unread: not null } => UnreadDates.Of([told]),
        { Several: { } several } => $"It tells several days: {Quoted(several)}.",
        { Unknown: { } unknown } => NoDay(unknown) + ".",
        _ => null,
    };

    private static string Several((ActionItem Action, ActionText Text) given) =>
        given.Text?.Told.Several is not { } several
        ? ""
        : $"Action {given.Action.Number} tells several days, {Quoted(several)}: it is kept without a due day; to set one: "
            + $"/action {given.Action.Number} by {several.Instead}";

    private static string Unknown((ActionItem Action, ActionText Text) given) =>
        given.Text?.Told.Unknown is not { } unknown
        ? ""
        : $"{NoDay(unknown)}; to set one: /action {given.Action.Number} by Friday";

    private static string NoDay(string words) => $"\"{words}\" is no day that I can read";

    private static string Kept(ImmutableArray<ActionItem> actions, KnownPeople known)
    {
        var first = actions.FirstOrDefault(action => Initials.Remark(action.Owners, known).Length > 0);
        return first is null
            ? ""
            : Initials.Remark(actions.SelectMany(action => action.Owners), known)
                + $"; to name them: /action {first.Number} @Luna";
    }

    private static string Nobody(ImmutableArray<ActionItem> actions, int of)
    {
        if (actions.IsEmpty) return "";
        var numbers = actions.Select(action => action.Number.ToString(CultureInfo.InvariantCulture)).ToList();
        var what = of == 1 ? "it" : (actions.Length == 1 ? "action " : "actions ") + Phrases.Join(numbers);
        var one = actions.Length == 1 ? "it" : "one";
        return $"Nobody has {what} yet; to give {one} to somebody: /action {numbers[0]} @Luna";
    }

    private static string Quoted(SeveralDays several) =>
        Phrases.Join([.. several.Said.Select(words => $"\"{Phrases.Shorten(words, 60)}\"")]);
}
