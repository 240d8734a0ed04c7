using System.Collections.Immutable;
using MeetingBot.Agendas;

namespace MeetingBot.Meetings.Documents;

/// <summary>
/// Sorts lines into the sections of the minutes: agenda items in the order in which they were taken up, topics within.
/// Each line is looked up, not looked for: of a meeting with very many the page would take seconds.
/// </summary>
internal sealed class MinutesSections
{
    private readonly AgendaState _agenda;
    private readonly List<List<MinutesSectionDraft>> _items = [];
    private readonly Dictionary<int, List<MinutesSectionDraft>> _byItem = [];
    private readonly Dictionary<(int Item, string? Topic), MinutesSectionDraft> _known = [];

    private MinutesSections(AgendaState agenda) => _agenda = agenda;

    public static ImmutableArray<MinutesSection> Of(ImmutableArray<MinutesEntry> entries, AgendaState agenda)
    {
        var sections = new MinutesSections(agenda);
        sections.Find(Outside, null);
        foreach (var item in agenda.Items.Where(item => item.Rank > 0).OrderBy(item => item.Rank))
            sections.Find(item.Number, null);

        var topics = new Dictionary<int, string?>();
        foreach (var entry in entries)
        {
            var item = entry.Item ?? Outside;
            if (entry.Line.Kind is MinuteKind.Topic) topics[item] = entry.Line.Text;
            var section = sections.Find(item, topics.GetValueOrDefault(item));
            if (entry.Line.Kind is not MinuteKind.Topic) section.Add(entry);
        }
        return [.. sections._items.SelectMany(drafts => drafts)
            .Where(section => section.HasLines || section.Heading is not null)
            .Select(section => section.ToSection())];
    }

    // What was said outside any item; theirs begin with 1.
    private const int Outside = 0;

    private MinutesSectionDraft Find(int item, string? topic)
    {
        if (_known.TryGetValue((item, topic), out var known)) return known;

        // A new topic stands after what belongs to the same item; an item nobody took up any more stands last.
        var draft = new MinutesSectionDraft(
            _agenda[item] ?? _agenda.Dropped.FirstOrDefault(dropped => dropped.Number == item), topic);
        if (!_byItem.TryGetValue(item, out var ofItem)) _items.Add(_byItem[item] = ofItem = []);
        ofItem.Add(draft);
        return _known[(item, topic)] = draft;
    }
}
