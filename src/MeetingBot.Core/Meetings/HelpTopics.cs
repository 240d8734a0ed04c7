using System.Collections.Immutable;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>A part of the commands, as help tells it.</summary>
/// <param name="Name">Behind "help".</param>
/// <param name="Purpose">In a few words.</param>
/// <param name="FirstWords">With which its commands begin; empty for those of no other topic.</param>
internal sealed record HelpTopic(string Name, string Purpose, ImmutableArray<string> FirstWords)
{
    /// <summary>All, in the order in which help names them.</summary>
    public static ImmutableArray<HelpTopic> All { get; } =
    [
        new("meeting", "start, end, dates, chair, scribe, who is there",
            ["meeting", "who", "present", "regrets", "scribe", "chair"]),
        new("agenda", "items and their order and time", ["agenda"]),
        new("minutes", "what is written down while a meeting runs",
            ["note", "topic", "resolved", "agreed", "undo", "minutes"]),
        new("actions", "who is to do what, by when", ["action", "actions", "done", "reopen"]),
        new("polls", "find a date, ask a question, guests, shows of hands", ["poll", "polls", "hands", "vote"]),
        new("risks", "score risks and compare the scores", ["risk", "risks", "asset", "assets", "threat", "threats"]),
        new("times", "what a time means, calendars, your busy times", ["when", "calendar", "busy"]),
        new("group", "settings, export, one group on two platforms, forgetting you or everything", []),
    ];

    /// <summary>The topic of that name, singular or plural; null for none.</summary>
    public static HelpTopic? Named(string typed) => All.FirstOrDefault(topic =>
        string.Equals(topic.Name.TrimEnd('s'), typed.TrimEnd('s', '?', '.'), StringComparison.OrdinalIgnoreCase));

    /// <summary>The topic whose commands begin with that word; null for none.</summary>
    public static HelpTopic? Beginning(string word) =>
        All.FirstOrDefault(topic => topic.FirstWords.Contains(word.ToLowerInvariant()));

    /// <summary>The topic to which a command belongs.</summary>
    public static HelpTopic Of(CommandForm form) => Beginning(form.Words.Split(' ')[0]) ?? All[^1];
}
