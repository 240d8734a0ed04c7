using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Polls;

/// <summary>
/// What of the polls is in an export, which anybody of the group may take and pass on: a ballot only where all may see
/// who answers what; of the others the poll itself tells the counts once it is closed.
/// </summary>
public static class PollExport
{
    // A key names its voter: of a hidden ballot not even that it exists is told.
    private static readonly string Ballots = TableKey.Join("ballot") + TableKey.Separator;
    private static readonly string Reminders = TableKey.Join("reminded") + TableKey.Separator;

    /// <summary>The rule for the rows of a group, by its polls as they are now.</summary>
    public static async ValueTask<Func<Row, bool>> RuleAsync(ITable table, GroupId group, CancellationToken cancel)
    {
        var shown = new List<KeyRange>();
        await foreach (var row in table.QueryAllAsync(group.PartitionKey, PollRows.All, cancel))
        {
            var poll = PollRows.Read(row);
            if (PollSight.OfAll(poll).Names) shown.Add(PollRows.Ballots(poll.Number));
        }
        return row => row.RowKey switch
        {
            var key when key.StartsWith(Ballots, StringComparison.Ordinal) => shown.Any(range => range.Contains(key)),
            // Whoever is reminded has not answered.
            var key => !key.StartsWith(Reminders, StringComparison.Ordinal),
        };
    }
}
