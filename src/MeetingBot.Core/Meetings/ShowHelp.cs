using System.Collections.Immutable;
using System.Text;
using MeetingBot.Conversations;

namespace MeetingBot.Meetings;

/// <summary>
/// Tells what this person may do now, with examples that work: the most used commands and the topics; of a topic its
/// commands; of a command how it is typed.
/// </summary>
/// <param name="About">A topic or a command, as typed; empty for the first page.</param>
public sealed record ShowHelp(Func<IEnumerable<CommandForm>> Forms, string About = "") : Command<MeetingState>
{
    private const int MostUsed = 9;
    private const int MostQuoted = 60;

    // In the order in which a group comes to need them.
    private static readonly ImmutableArray<string> Often =
    [
        "meeting chair", "meeting start", "agenda next", "note", "action", "resolved", "meeting end", "agenda add",
        "agenda", "poll", "meeting on", "minutes", "actions", "done",
    ];

    public static CommandForm Form(Func<IEnumerable<CommandForm>> forms) => new(
        "help", "[topic or command]", "/help polls", "lists what you can do now",
        input => input.Asked || input.Text.Length == 0 || HelpTopic.Named(input.Text) is not null
            ? new ShowHelp(forms, input.Text)
            : ParsedCommand.Wrong("\"help\" stands alone, or with a topic."))
    {
        Aliases = ["?", "help?", "commands", "what can you do"],
    };

    public override Decision Decide(MeetingState state, Turn turn)
    {
        var forms = Forms().Where(form => !form.Hidden && form.IsThere(turn.Options)).ToList();
        var named = Named(forms, About);
        if ((HelpTopic.Named(About) ?? (named is null ? HelpTopic.Beginning(About) : null)) is { } topic
            && forms.Exists(form => HelpTopic.Of(form) == topic))
            return Decision.Says(Topic(topic, forms.FindAll(form => HelpTopic.Of(form) == topic), state.Meeting, turn));
        return Decision.Says(named is { } command
            ? $"{Line(command)}\nTyped as: /{command.Words} {command.Syntax}".TrimEnd()
                + (turn.May(command.Audience) ? "" : $"\nFor who chairs ({turn.Runners(state.Meeting)}).")
            : Unknown() + FirstPage(forms, state.Meeting, turn));
    }

    // "help me please" asks for no topic.
    private static readonly ImmutableArray<string> Asking = ["me", "us", "please", "pls", "out"];

    private string Unknown() => About.Split(' ').All(word => word.Length == 0 || Asking.Contains(word.ToLowerInvariant()))
        ? ""
        : $"I know no topic and no command \"{Phrases.Shorten(About, MostQuoted)}\". ";

    private static string FirstPage(List<CommandForm> forms, Meeting meeting, Turn turn)
    {
        var now = forms.FindAll(form => meeting.Fits(form.Moment));
        var possible = now.FindAll(form => turn.May(form.Audience));
        var text = new StringBuilder(Opening(meeting, turn)).Append(" Most used now:");
        foreach (var form in Often.Where(words => words != "meeting chair" || meeting.Vacant)
            .Select(words => possible.Find(form => form.Words == words)).OfType<CommandForm>().Take(MostUsed))
            text.Append('\n').Append(Line(form));

        text.Append("\nMore, by topic:");
        foreach (var topic in HelpTopic.All.Where(topic => forms.Exists(form => HelpTopic.Of(form) == topic)))
            text.Append($"\n• /help {topic.Name} – {topic.Purpose}");
        text.Append(ForOthers(now, meeting, turn));
        if (!meeting.Running)
            text.Append(
                "\nWhile a meeting runs I take minutes: \"note: …\", \"ML - …\", \"RESOLVED: …\", \"ACTION: Luna to … "
                    + "by Friday\".");
        return text.ToString();
    }

    private static string Topic(HelpTopic topic, List<CommandForm> forms, Meeting meeting, Turn turn)
    {
        var now = forms.FindAll(form => meeting.Fits(form.Moment));
        var text = new StringBuilder($"{char.ToUpperInvariant(topic.Name[0])}{topic.Name[1..]}. You can now:");
        foreach (var form in now.Where(form => turn.May(form.Audience))) text.Append('\n').Append(Line(form));
        text.Append(ForOthers(now, meeting, turn));
        var later = forms.FindAll(form => !meeting.Fits(form.Moment));
        if (later.Count > 0)
            text.Append(meeting.Running ? "\nWhen none runs: " : "\nWhile a meeting runs: ")
                .Append(string.Join(", ", later.Select(form => form.Words)));
        return text.ToString();
    }

    private static string ForOthers(List<CommandForm> now, Meeting meeting, Turn turn)
    {
        var others = now.Where(form => !turn.May(form.Audience)).Select(form => form.Words).ToList();
        return others.Count == 0 ? "" : $"\nFor who chairs ({turn.Runners(meeting)}): {string.Join(", ", others)}";
    }

    private static string Opening(Meeting meeting, Turn turn) => meeting.Running
        ? $"{meeting.Name} is running{(turn.MayRun(meeting) ? " and you may run it" : "")}."
        : "No meeting is running.";

    private static string Line(CommandForm form) => $"• {form.Example} – {form.Purpose}";

    private static CommandForm? Named(List<CommandForm> forms, string typed)
    {
        var words = Phrases.Words(typed).TrimStart('/', ' ').TrimEnd('?', '.', ':');
        return forms.Find(form => form.Aliases.Prepend(form.Words)
            .Any(known => string.Equals(known, words, StringComparison.OrdinalIgnoreCase)));
    }
}
