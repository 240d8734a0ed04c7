using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Times;

namespace MeetingBot.Polls.Slots;

/// <summary>What is asked back where a typed time may be several, or is refused where it is none.</summary>
internal static class SlotQuestion
{
    private const int MostCandidates = 5;
    private const int MostTyped = 800;
    private const int WordsRoom = 2_000;

    /// <param name="typed">All that was typed, and chosen before: it is read again with the candidate as the one that is
    /// meant, so that nothing else that it says is lost. Null for what is not to be asked.</param>
    public static Decision About(SlotPhrase time, TypedPoll? typed, Turn turn)
    {
        var quoted = CardFit.Text(time.Text, 200);
        var why = TimeWords.Say(time.Reading.Reason ?? TimeReason.NoTime);
        if (time.Reading.Kind is not TimeReadingKind.Question || time.Reading.Candidates.IsEmpty)
            return PollRefusals.NoOneTime(time.Text, why);
        var candidates = time.Reading.Candidates.Take(MostCandidates).ToList();
        var said = string.Join(" or ", candidates.Select(candidate => TimeWords.Say(candidate, time.Reading.Zone)));
        if (typed is null || typed.Text.Length > MostTyped)
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
                    ("typed", typed.Text),
                    ("meant", MeantTime.Write(typed.Meant.Append(MeantTime.Of(time.Text, candidate))))))]),
        };
    }
}
