using System.Collections.Immutable;
using MeetingBot.Agendas;

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
        return [.. sections.Where(section => section.Lines.Count > 0 || section.Heading is not null).Select(section => section.ToSection())];
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
        private readonly List<string> _authors = [];

        public AgendaItem? Item => item;

        public string? Topic => topic;

        public string? Heading => topic ?? item?.Title;

        public List<MinutesLine> Lines { get; } = [];

        public void Add(MinutesEntry entry)
        {
            var before = entry.Continues ? _authors.LastIndexOf(entry.AuthorKey) : -1;
            if (before >= 0)
            {
                Lines[before] = Lines[before] with { Continuations = Lines[before].Continuations.Add(entry.Line.Text) };
                return;
            }
            Lines.Add(entry.Line);
            _authors.Add(entry.AuthorKey);
        }

        public MinutesSection ToSection() =>
            new(Heading, topic is null ? item?.Number : null, topic is null ? item?.Presenter : null, [.. Lines]);
    }
}
