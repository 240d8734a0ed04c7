using System.Globalization;
using System.Text.RegularExpressions;
using MeetingBot.Bench.Connector;
using MeetingBot.Bench.Load;

namespace MeetingBot.Bench.Rounds;

/// <summary>What the connector was sent of a poll's shared card, held against the ballots.</summary>
internal static partial class SharedCard
{
    private const int MostTries = 200;

    /// <summary>Waits until the card shows every ballot that counts; false when it does not come to that in ten seconds.</summary>
    public static async Task<bool> IsDrawnAsync(ConnectorProcess connector, PollLoad poll)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (Shows((await connector.EditsAsync(poll.Conversation)).Last, poll)) return true;
            await Task.Delay(50);
        }
        return false;
    }

    private static bool Shows(string card, PollLoad poll)
    {
        if (Answered().Match(card) is not { Success: true } answered || Number(answered) != poll.Voters) return false;
        var at = 0;
        foreach (var (option, expected) in PollActivities.Options.Zip(poll.Tally))
        {
            at = card.IndexOf($"\"{option}\"", at, StringComparison.Ordinal);
            if (at < 0 || Count().Match(card, at) is not { Success: true } count || Number(count) != expected) return false;
        }
        return true;
    }

    private static int Number(Match match) => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"""Answered \((\d{1,9})\)")]
    private static partial Regex Answered();

    // The next text that begins with a number: the cell beside the option.
    [GeneratedRegex(@"""text"":""(\d{1,9})[:""]")]
    private static partial Regex Count();
}
