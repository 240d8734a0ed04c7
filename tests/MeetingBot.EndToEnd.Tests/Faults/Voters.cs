using System.Collections.Concurrent;
using System.Globalization;
using MeetingBot.EndToEnd.Tests.Kit;

namespace MeetingBot.EndToEnd.Tests.Faults;

/// <summary>
/// People who answer the poll of a chat by its card, over and over. Each answer carries a number as its comment, so that
/// it can be told which of them is kept.
/// </summary>
public sealed class Voters(Chat chat)
{
    private const int MostTries = 30;

    private readonly ConcurrentDictionary<string, int> acknowledged = new();
    private readonly ConcurrentDictionary<string, int> sent = new();
    private int receipts;

    /// <summary>How many receipts were given.</summary>
    public int Receipts => Volatile.Read(ref receipts);

    /// <summary>Answers by a press of which each delivery goes to all of the bots at once, until each has receipted it.</summary>
    /// <param name="number">Its number, which rises with each answer of a person.</param>
    /// <param name="choice">The option that is chosen.</param>
    public async Task AnswerAsync(IReadOnlyList<BotProcess> bots, string who, int number, int choice)
    {
        var posted = await Task.WhenAll(bots.Select(bot => InsistAsync(bot, who, number, choice)));
        Assert.All(posted, answer => Assert.Contains("Recorded ", answer.Body, StringComparison.Ordinal));
    }

    /// <summary>Answers once; whether there was a receipt.</summary>
    public async Task<bool> TryAsync(BotProcess bot, string who, int number, int choice)
    {
        sent[who] = number;
        var posted = await PressAsync(bot, who, number, choice);
        if (!IsReceipt(posted)) return false;
        acknowledged[who] = number;
        Interlocked.Increment(ref receipts);
        return true;
    }

    /// <summary>Of each person who had a receipt one ballot is kept: the last that was receipted, or one sent after it.</summary>
    public async Task AssertKeptAsync(BotProcess bot)
    {
        var kept = Numbers(await chat.ExportAsync(bot));
        Assert.NotEmpty(acknowledged);
        Assert.Empty(acknowledged.Keys.Except(kept.Keys));
        Assert.All(kept, ballot => Assert.InRange(ballot.Value, acknowledged.GetValueOrDefault(ballot.Key), sent[ballot.Key]));
    }

    /// <summary>By voter the number of the ballot that is kept.</summary>
    public static IReadOnlyDictionary<string, int> Numbers(Export export) => export.Of("ballot").ToDictionary(
        ballot => ballot.GetProperty("voter").GetProperty("name").GetString()!,
        ballot => int.Parse(ballot.GetProperty("comment").GetString()!, CultureInfo.InvariantCulture));

    /// <summary>How many ballots chose each option.</summary>
    public static IReadOnlyDictionary<int, int> Chosen(Export export) => export.Of("ballot")
        .Select(ballot => Assert.Single(ballot.GetProperty("answers").EnumerateArray()).GetProperty("option").GetInt32())
        .CountBy(option => option).ToDictionary();

    private async Task<Posted> InsistAsync(BotProcess bot, string who, int number, int choice)
    {
        for (var tries = 1; ; tries++)
        {
            var posted = await PressAsync(bot, who, number, choice);
            if (IsReceipt(posted) || tries == MostTries) return posted;
        }
    }

    private Task<Posted> PressAsync(BotProcess bot, string who, int number, int choice) => chat.PressAsync(
        bot, who, $"{who}-{number}", "poll vote", ("poll", "1"), ("choice", Told(choice)), ("comment", Told(number)));

    private static bool IsReceipt(Posted posted) =>
        posted.Accepted && posted.Body.Contains("Recorded ", StringComparison.Ordinal);

    private static string Told(int number) => number.ToString(CultureInfo.InvariantCulture);
}
