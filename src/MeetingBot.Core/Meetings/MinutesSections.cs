using System.Collections.Immutable;
using MeetingBot.Agendas;
using MeetingBot.Conversations;
using MeetingBot.Minutes;

namespace MeetingBot.Meetings;

/// <summary>
/// Sorts lines into the sections of the minutes: agenda items in the order in which they were taken up, topics within.
/// </summary>
internal static class MinutesSections
{
    public static ImmutableArray<MinutesSection> Of(ImmutableArray<MinutesEntry> entries, AgendaState agenda)
    {
        var sections = new List<Draft> { new(null, null) };
        foreach (var item in agenda.Items.Where(item => item.Rank > 0).OrderBy(item => item.Rank))
            sections.Add(new Draft(item, null));

        var topics = new Dictionary<int, string?>();
        foreach (var entry in entries)
        {
            if (entry.Line.Kind is MinuteKind.Topic) topics[entry.Item ?? 0] = entry.Line.Text;
            var section = Find(sections, agenda, entry.Item, topics.GetValueOrDefault(entry.Item ?? 0));
            if (entry.Line.Kind is not MinuteKind.Topic) section.Add(entry);
        }
        return [.. sections
            .Where(section => section.Lines.Count > 0 || section.Heading is not null)
            .Select(section => section.ToSection())];
    }

    private static Draft Find(List<Draft> sections, AgendaState agenda, int? item, string? topic)
    {
        var index = sections.FindIndex(section => section.Item?.Number == item && section.Topic == topic);
        if (index >= 0) return sections[index];

        // A new topic stands after what belongs to the same item; an item nobody took up any more stands last.
        var draft = new Draft(
            item is { } number
                ? agenda[number] ?? agenda.Dropped.FirstOrDefault(dropped => dropped.Number == number)
                : null,
            topic);
        var last = sections.FindLastIndex(section => section.Item?.Number == item);
        sections.Insert(last < 0 ? sections.Count : last + 1, draft);
        return draft;
    }

    private sealed class Draft(AgendaItem? item, string? topic)
    {
        // Where each author's last line stands: what they go on with belongs to it.
        private readonly Dictionary<string, int> _last = [];

        public AgendaItem? Item => item;

        public string? Topic => topic;

        public string? Heading => topic ?? item?.Title;

        public List<MinutesLine> Lines { get; } = [];

        public void Add(MinutesEntry entry)
        {
            if (entry.Continues && _last.TryGetValue(entry.AuthorKey, out var before)
                && !(entry.IfSaid && IsOver(Lines[before].Kind, entry.Line.Text)))
                GoOn(before, entry.Line.Text);
            else _last[entry.AuthorKey] = Place(entry.Line);
        }

        // Behind an action nothing goes on without saying so, behind what was decided only a list.
        private static bool IsOver(MinuteKind before, string text) => before is MinuteKind.Action
            || (RepeatedResolutions.IsResolution(before) && Bullets.Read(text) is null);

        private void GoOn(int index, string text)
        {
            var line = Lines[index];
            var repeated = RepeatedResolutions.IsResolution(line.Kind)
                && line.Continuations.Any(known => Phrases.SameWords(known, text));
            if (!repeated) Lines[index] = line with { Continuations = line.Continuations.Add(text) };
        }

        // A resolution said again stands once, where it was said first.
        private int Place(MinutesLine line)
        {
            var said = Lines.FindIndex(known =>
                RepeatedResolutions.AreSame(known.Kind, known.Text, line.Kind, line.Text));
            if (said >= 0) return said;
            Lines.Add(line);
            return Lines.Count - 1;
        }

        public MinutesSection ToSection() =>
            new(Heading, topic is null ? item?.Number : null, topic is null ? item?.Presenter : null, [.. Lines]);
    }
}
