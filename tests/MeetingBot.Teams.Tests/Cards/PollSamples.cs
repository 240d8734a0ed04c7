using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Polls;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Slots;
using MeetingBot.Tables;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>The cards of polls, as large as their rules let a person make them.</summary>
internal static class PollSamples
{
    public static IEnumerable<(string Name, Card Card)> All(string text, Person person, Turn turn)
    {
        foreach (var (kind, options) in Enum.GetValues<PollKind>().SelectMany(kind => new[] { (kind, 6), (kind, Polls.Poll.MostOptions) }))
        {
            var poll = Poll(kind, text, person, turn.Now, options);
            var ballots = Enumerable.Range(1, 60).Select(number => Ballot(poll, text, person, number, turn.Now)).ToList();
            yield return ($"poll-{kind}-{options}-shared", PollCards.Shared(poll, ballots, turn));
            yield return ($"poll-{kind}-{options}-mine", PollCards.For(poll, ballots, turn));
            yield return ($"poll-{kind}-{options}-receipt", PollCards.Own(
                poll, ballots[0], KeptTally.Of(poll, ballots, turn.Now), turn));
            var closed = poll with
            {
                Status = PollStatus.Closed, Result = new PollResult(turn.Now, Clip($"{text} closed it", 130), PollTally.Of(poll, ballots), 1),
            };
            yield return ($"poll-{kind}-{options}-closed", PollCards.For(closed, ballots, turn));
            yield return ($"poll-{kind}-{options}-cancel", new CancelPoll(1, false).Decide(turn, Rows(poll)).ShowCard!);
        }
        yield return ("polls", new ListPolls().Decide(turn, Rows(Poll(PollKind.One, text, person, turn.Now))).ShowCard!);
        yield return ("poll-form", new OfferPollForm().Decide(turn, RowSet.Empty).ShowCard!);
        yield return ("poll-propose", Opened($"\"{Quotable(text)}\" next week", turn));
        yield return ("poll-which-time", Opened($"\"{Quotable(text)}\" Wed 11 July 16:00", turn));
    }

    private static Card Opened(string typed, Turn turn) =>
        new OpenPoll(PollText.Read(typed), typed).Decide(turn, RowSet.Empty).ShowCard!;

    private static RowSet Rows(Poll poll)
    {
        var put = PollRows.Replace(poll, new Row("p", PollRows.Key(poll.Number), default, "1")).Payload;
        return new RowSet(new Row("p", PollRows.Key(poll.Number), put, "1"));
    }

    private static Poll Poll(PollKind kind, string text, Person person, Instant now, int options = Polls.Poll.MostOptions) => new(
        1, Clip(text, Polls.Poll.MostQuestion), kind,
        [.. Enumerable.Range(1, kind is PollKind.Ranked ? Math.Min(options, Polls.Poll.MostRanked) : options).Select(number => Option(kind, number, text, now))],
        person, now, "Europe/Zurich", ClosesAt: now + Duration.FromDays(9),
        Required: [.. Enumerable.Range(1, Polls.Poll.MostVoters).Select(number => Voter(person, text, number))],
        Ends: PollEnds.WhenAllAnswered, Quorum: 5, NextOption: 21, Zones: ["America/Chicago", "Asia/Tokyo"]);

    private static PollOption Option(PollKind kind, int number, string text, Instant now)
    {
        if (kind is not PollKind.Times) return new PollOption(number, Clip($"{number} {text}", PollOption.MostText));
        var start = now + Duration.FromDays(number);
        var slot = new Slot(
            start.InZone(ZoneRules.Of("Europe/Zurich")).LocalDateTime, "Europe/Zurich", start, Duration.FromHours(1), "",
            Written: Clip(text, 100), Warning: Clip($"\"{text}\" is doubtful", 300), Literal: start);
        return new PollOption(number, SlotWords.In(slot, "Europe/Zurich", now), Slot: slot);
    }

    private static Ballot Ballot(Poll poll, string text, Person person, int number, Instant now) => new(
        number == 1 ? person : Voter(person, text, number), now,
        [.. poll.Options.Select(option => new OptionAnswer(option.Id, (BallotAnswer)(option.Id * number % 3)))],
        Clip(text, Polls.Ballots.Ballot.MostComment));

    private static Person Voter(Person person, string text, int number) =>
        person with { Id = $"29:{number}", Name = Clip($"{number} {text}", Person.MaxName) };

    private static string Quotable(string text) =>
        Clip(new string([.. text.Where(c => !"\"“”„«»\n\r|".Contains(c, StringComparison.Ordinal))]) + "x", 150);

    private static string Clip(string text, int most)
    {
        var clipped = text.Length <= most ? text : text[..most];
        return clipped.Length > 0 && char.IsHighSurrogate(clipped[^1]) ? clipped[..^1] : clipped;
    }
}
