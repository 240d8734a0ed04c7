using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Times;

namespace MeetingBot.Polls;

/// <summary>What is asked back where a typed time may be several, or is refused where it is none.</summary>
internal static class SlotQuestion
{
    private const int MostCandidates = 5;
    private const int MostTyped = 800;
    private const int WordsRoom = 2_000;

    /// <param name="typed">All that was typed: a candidate is put in the place of the time in question.</param>
    public static Decision About(SlotPhrase time, string? typed, Turn turn)
    {
        var quoted = CardFit.Text(time.Text, 200);
        var why = TimeWords.Say(time.Reading.Reason ?? TimeReason.NoTime);
        if (time.Reading.Kind is not TimeReadingKind.Question || time.Reading.Candidates.IsEmpty)
            return PollRefusals.NoOneTime(time.Text, why);
        var candidates = time.Reading.Candidates.Take(MostCandidates).ToList();
        var said = string.Join(" or ", candidates.Select(candidate => TimeWords.Say(candidate, time.Reading.Zone)));
        if (typed is null || typed.Length > MostTyped || !typed.Contains(time.Text, StringComparison.Ordinal))
            return new Refusal($"\"{quoted}\" may be {said}. {why} Nothing is open yet; say which.");
        return new Decision
        {
            ShowCard = new Card(
                $"Which time is \"{quoted}\"?",
                [
                    new CardText(CardFit.Text(
                        $"{why} It may be {said}. The poll is opened with the one that you choose.", WordsRoom)),
                ],
                [.. candidates.Select(candidate => turn.Conversation.Button(
                    TimeWords.Say(candidate, time.Reading.Zone), OpenPoll.Form.Words,
                    ("typed", Replaced(typed, time.Text, time.Written(candidate, turn)))))]),
        };
    }

    private static string Replaced(string typed, string time, string by)
    {
        var at = typed.IndexOf(time, StringComparison.Ordinal);
        return string.Concat(typed.AsSpan(0, at), by, typed.AsSpan(at + time.Length));
    }
}
