using MeetingBot.Meetings.People;

namespace MeetingBot.Meetings.Presence;

/// <summary>
/// Who sent word of not coming. They count as present by the name in which the word was sent and by no shorter form:
/// that one may be somebody else's, and the minutes would lose both.
/// </summary>
internal sealed class NamedRegrets
{
    private readonly ShortNames _names;
    private readonly List<(string Told, string Meant)> _sent;
    private readonly HashSet<string> _told;
    private readonly HashSet<string> _meant;

    public NamedRegrets(IEnumerable<Attendance> facts, ShortNames names)
    {
        _names = names;
        _sent = [.. facts.Select(fact => (fact.Name.Trim(), names.Meant(fact.Name).Trim()))];
        _told = Set(_sent.Select(one => one.Told));
        _meant = Set(_sent.Select(one => one.Meant));
    }

    /// <summary>The name under which somebody is listed who was there under the name told.</summary>
    public string Listed(string told)
    {
        var meant = _names.Meant(told);
        return !_meant.Contains(meant.Trim()) || _told.Contains(told.Trim()) ? meant : told;
    }

    /// <summary>Who did not come after all.</summary>
    /// <param name="present">Whoever was there: the name listed and the name told.</param>
    public IEnumerable<string> Without(IReadOnlyCollection<(string Listed, string Told)> present)
    {
        var told = Set(present.Select(one => one.Told.Trim()));
        var listed = Set(present.Select(one => one.Listed.Trim()));
        return _sent
            .Where(one => !told.Contains(one.Told))
            .Select(one => listed.Contains(one.Meant) ? one.Told : one.Meant);
    }

    private static HashSet<string> Set(IEnumerable<string> names) => names.ToHashSet(StringComparer.OrdinalIgnoreCase);
}
