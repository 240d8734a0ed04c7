using MeetingBot.Agendas;
using MeetingBot.Meetings.Lines;
using MeetingBot.Minutes;

namespace MeetingBot.Meetings.Documents;

/// <summary>A section of the minutes while its lines are put into it.</summary>
internal sealed class MinutesSectionDraft(AgendaItem? item, string? topic)
{
    private readonly List<Placed> _lines = [];

    // Where each author's last line stands: what they go on with belongs to it.
    private readonly Dictionary<string, Placed> _last = [];
    private readonly Dictionary<(MinuteKind Kind, string Words), Placed> _resolutions = [];

    public string? Heading => topic ?? item?.Title;

    public bool HasLines => _lines.Count > 0;

    public void Add(MinutesEntry entry)
    {
        if (entry.Continues && _last.TryGetValue(entry.AuthorKey, out var before)
            && !(entry.IfSaid && IsOver(before.Kind, entry.Line.Text)))
            before.GoOn(entry.Line.Text);
        else
            _last[entry.AuthorKey] = Place(entry.Line);
    }

    // Behind an action nothing goes on without saying so, behind what was decided only a list.
    private static bool IsOver(MinuteKind before, string text) => before is MinuteKind.Action
        || (RepeatedResolutions.IsResolution(before) && Bullets.Read(text) is null);

    // A resolution said again stands once, where it was said first.
    private Placed Place(MinutesLine line)
    {
        var isResolution = RepeatedResolutions.IsResolution(line.Kind);
        var said = (line.Kind, isResolution ? RepeatedResolutions.Words(line.Text) : "");
        if (isResolution && _resolutions.TryGetValue(said, out var known)) return known;
        var placed = new Placed(line);
        _lines.Add(placed);
        if (isResolution) _resolutions[said] = placed;
        return placed;
    }

    public MinutesSection ToSection() => new(
        Heading, topic is null ? item?.Number : null, topic is null ? item?.Presenter : null,
        [.. _lines.Select(line => line.ToLine())]);

    private sealed class Placed(MinutesLine line)
    {
        private readonly List<string> _more = [];
        private readonly HashSet<string> _said = [];

        public MinuteKind Kind => line.Kind;

        public void GoOn(string text)
        {
            var repeated = RepeatedResolutions.IsResolution(line.Kind) && !_said.Add(RepeatedResolutions.Words(text));
            if (!repeated) _more.Add(text);
        }

        public MinutesLine ToLine() => line with { Continuations = [.. line.Continuations, .. _more] };
    }
}
