using System.Text.Json.Nodes;
using MeetingBot.Bench.Load;

namespace MeetingBot.Bench.Slack;

/// <summary>A poll's card in blocks, held against the votes: the count of each option, and how many have answered.</summary>
internal static class SlackCard
{
    /// <param name="message">As it was sent: JSON.</param>
    /// <param name="votes">How many each option has, in the order of the options.</param>
    public static bool Shows(string message, IReadOnlyList<int> votes)
    {
        if (!message.Contains(FormattableString.Invariant($"\"Answered ({votes.Sum()})"), StringComparison.Ordinal)) return false;
        var table = JsonNode.Parse(message)?["blocks"]?.AsArray().FirstOrDefault(block => (string?)block!["type"] == "table");
        var rows = table?["rows"]?.AsArray().Skip(1).Select(row => row!.AsArray().Select(cell => (string?)cell!["text"]).ToList()).ToList();
        return rows is not null && rows.Count == votes.Count && rows.Index().All(row =>
            row.Item[1] == PollActivities.Options[row.Index]
            && row.Item[2]?.Split(':')[0] == votes[row.Index].ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
