using MeetingBot.Tables;

namespace MeetingBot.Conversations;

/// <summary>
/// Takes what somebody was answered from the marks of their deliveries: a receipt says what they voted. That they were
/// handled stays, so that none is handled again.
/// </summary>
internal static class DepartedDeliveries
{
    /// <summary>So many are looked at in a turn.</summary>
    public const int AtATime = 500;

    private const int MostChanged = 80;

    /// <param name="after">Key of the last that was looked at, or the beginning of all.</param>
    public static Reads Reads(string after) =>
        new([SeenDelivery.Range with { From = after + " " }], [], AtATime);

    /// <summary>The rows that change, and from where to go on; null where all were looked at.</summary>
    public static (IReadOnlyList<RowChange> Changes, string? Next) Leave(Person person, RowSet rows)
    {
        var theirs = SeenDelivery.SourcesOf(person.Key);
        var changes = new List<RowChange>();
        var (seen, last) = (0, "");
        foreach (var row in rows.In(SeenDelivery.Range))
        {
            if (changes.Count == MostChanged) return (changes, last);
            (seen, last) = (seen + 1, row.RowKey);
            var delivery = SeenDelivery.Read(row);
            if (delivery.Source is { } source && theirs.Contains(source))
                changes.Add((delivery with { Answer = null, Source = null }).ToReplace(row));
        }
        return (changes, seen < AtATime ? null : last);
    }
}
