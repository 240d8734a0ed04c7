namespace MeetingBot.Meetings;

/// <summary>
/// Who sent word of not coming. They count as present by the name in which the word was sent and by no shorter form:
/// that one may be somebody else's, and the minutes would lose both.
/// </summary>
internal sealed class NamedRegrets(IEnumerable<Attendance> facts, ShortNames names)
{
    private readonly List<(string Told, string Meant)> _sent =
        [.. facts.Select(fact => (fact.Name, names.Meant(fact.Name)))];

    /// <summary>The name under which somebody is listed who was there under the name told.</summary>
    public string Listed(string told)
    {
        var meant = names.Meant(told);
        var sent = _sent.Where(one => Names.Same(one.Meant, meant)).ToList();
        return sent.Count == 0 || sent.Exists(one => Names.Same(one.Told, told)) ? meant : told;
    }

    /// <summary>Who did not come after all.</summary>
    /// <param name="present">Whoever was there: the name listed and the name told.</param>
    public IEnumerable<string> Without(IReadOnlyCollection<(string Listed, string Told)> present) => _sent
        .Where(one => !present.Any(other => Names.Same(other.Told, one.Told)))
        .Select(one => present.Any(other => Names.Same(other.Listed, one.Meant)) ? one.Told : one.Meant);
}
