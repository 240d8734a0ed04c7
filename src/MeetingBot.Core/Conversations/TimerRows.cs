using System.Globalization;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Where timers are. The timer itself is a row of its group, written with the turn that sets it; a hint in a partition
/// of all groups, ordered by time and written before the commit, leads to it. A hint without its timer is dropped.
/// </summary>
internal static class TimerRows
{
    /// <summary>The partition of the hints.</summary>
    public const string Hints = "timers";

    public static string Key(string name) => TableKey.Join("timer", name);

    public static TimerEntry Read(Row row) => row.Read(ConversationJson.Default.TimerEntry);

    public static RowChange.Upsert Set(TimerEntry timer) =>
        new(Key(timer.Name), Rows.Write(timer, ConversationJson.Default.TimerEntry));

    public static RowChange.Upsert Hint(TimerEntry timer)
    {
        var partition = timer.Conversation.Group.PartitionKey;
        return new RowChange.Upsert(
            TableKey.Join(Due(timer.Due), partition, timer.Name),
            Rows.Write(new TimerHint(partition, timer.Name, timer.Due), ConversationJson.Default.TimerHint));
    }

    /// <summary>Looks for the hint's timer later, though it is due when it was.</summary>
    public static IReadOnlyList<RowChange> PutOff(Row row, TimerHint hint, Instant until)
    {
        var data = Rows.Write(hint with { Failures = hint.Failures + 1 }, ConversationJson.Default.TimerHint);
        var key = TableKey.Join(Due(until), hint.PartitionKey, hint.Name);
        return key == row.RowKey
            ? [new RowChange.Replace(key, data, row.ETag)]
            : [new RowChange.Delete(row.RowKey, row.ETag), new RowChange.Upsert(key, data)];
    }

    /// <summary>The hints that are due.</summary>
    public static KeyRange DueBy(Instant now) => new(" ", TableKey.Join(Due(now)) + "}");

    /// <summary>The hint, or null when it can't be read: it may be of a newer version.</summary>
    public static TimerHint? TryReadHint(Row row) =>
        row.TryRead(ConversationJson.Default.TimerHint) is { PartitionKey: not null, Name: not null } hint
            ? hint
            : null;

    private static string Due(Instant due) =>
        due.ToUnixTimeMilliseconds().ToString("D15", CultureInfo.InvariantCulture);
}

/// <summary>Leads to a timer.</summary>
/// <param name="Failures">How often its turn has failed.</param>
internal sealed record TimerHint(string PartitionKey, string Name, Instant Due, int Failures = 0);
