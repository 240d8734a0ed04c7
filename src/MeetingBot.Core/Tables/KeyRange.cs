namespace MeetingBot.Tables;

/// <summary>A half-open range of row keys, ordinal: <c>From &lt;= key &lt; To</c>.</summary>
public readonly record struct KeyRange(string From, string To)
{
    /// <summary>Every key whose first segments are the given ones: <c>Under("item", "0003")</c>.</summary>
    public static KeyRange Under(params ReadOnlySpan<string> segments)
    {
        var prefix = TableKey.Join(segments) + TableKey.Separator;
        return new KeyRange(prefix, string.Concat(prefix.AsSpan(0, prefix.Length - 1), "}"));
    }

    /// <summary>Every key of a partition.</summary>
    public static KeyRange All { get; } = new(" ", "~~");

    /// <summary>Whether the key lies in the range.</summary>
    public bool Contains(string key) =>
        string.CompareOrdinal(key, From) >= 0 && string.CompareOrdinal(key, To) < 0;
}
