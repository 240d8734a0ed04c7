using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Guests;
using MeetingBot.Polls.Ballots;
using MeetingBot.Polls.Slots;

namespace MeetingBot.Polls;

/// <summary>A poll as a card: the shared one that all see, and as the person who looks may see and use it.</summary>
public static class PollCards
{
    private const string SlotPrefix = "poll ";
    private const int NameRoom = 120;
    private const int WarningRoom = 1_000;
    private const int NamesRoom = 700;
    private const int CommentsRoom = 1_200;
    private const int WordsRoom = 600;

    /// <summary>The slot of a poll's live card.</summary>
    public static string Slot(int poll) => SlotPrefix + Number(poll);

    /// <summary>The poll whose slot it is; null for another feature's.</summary>
    public static int? PollOf(string slot) => slot.StartsWith(SlotPrefix, StringComparison.Ordinal)
        && int.TryParse(slot[SlotPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The shared card is to be drawn anew: what it shows is read when it is sent.</summary>
    public static Outgoing Changed(Poll poll, Turn turn) =>
        new(turn.Conversation, Phrases.Shorten(poll.Name, 200), Slot: Slot(poll.Number), Paced: true);

    /// <summary>The shared card at the end of the conversation.</summary>
    public static Outgoing Posted(
        Poll poll, IReadOnlyCollection<Ballot> ballots, Turn turn, IReadOnlyCollection<Person>? members = null) =>
        Changed(poll, turn) with { Card = Shared(poll, ballots, turn, members), Fresh = true };

    /// <summary>As all see it; it holds no button that is not everybody's.</summary>
    /// <param name="members">Whom the bot knows in the group; null where they were not read.</param>
    public static Card Shared(
        Poll poll, IReadOnlyCollection<Ballot> ballots, Turn turn, IReadOnlyCollection<Person>? members = null) =>
        Describe(
            poll, PollPicture.Of(poll, ballots, PollSight.OfAll(poll), members ?? []), turn, own: null, mayRun: false);

    /// <summary>As the person of the turn sees it, with the results that are theirs to see.</summary>
    /// <inheritdoc cref="Shared"/>
    public static Card For(
        Poll poll, IReadOnlyCollection<Ballot> ballots, Turn turn, IReadOnlyCollection<Person>? members = null)
    {
        var own = ballots.FirstOrDefault(ballot => ballot.Voter.Key == turn.Actor.Key);
        var sight = PollSight.Of(poll, own, turn);
        return Describe(poll, PollPicture.Of(poll, ballots, sight, members ?? []), turn, own, MayRun(poll, turn));
    }

    /// <summary>
    /// What the voter sees in place of the card: the receipt, their answers, and what they may see of the counts as
    /// they were kept last. The ballots of the others are not read for it.
    /// </summary>
    /// <param name="own">Null after it was taken back.</param>
    /// <param name="kept">Null where none are.</param>
    public static Card Own(Poll poll, Ballot? own, KeptTally? kept, Turn turn)
    {
        var picture = kept is null ? null : PollPicture.OfKept(kept, PollSight.Of(poll, own, turn));
        return Describe(poll, picture, turn, own, MayRun(poll, turn));
    }

    // Who looks from afar answers; what concerns the others is done where they are.
    private static bool MayRun(Poll poll, Turn turn) => turn.MayRun(poll) && !turn.IsFromAfar;

    private static Card Describe(Poll poll, PollPicture? picture, Turn turn, Ballot? own, bool mayRun)
    {
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(new CardText(PollWords.Status(poll, turn), TextTone.Subtle));
        if (own is not null)
            body.Add(new CardText(CardFit.Text(PollWords.Receipt(poll, own, turn), WordsRoom), TextTone.Strong));
        if (own is not null && PollWords.Stale(poll, own) is { } stale)
            body.Add(new CardText(CardFit.Text(stale, WordsRoom), TextTone.Warning));
        if (poll.Open) body.Add(new CardText(PollSight.Words(poll)));
        if (poll.Result is { } result)
            body.Add(new CardText(CardFit.Text(PollWords.Result(poll, result), WordsRoom), TextTone.Strong));
        if (SlotWarnings.Of(poll, turn).ToList() is { Count: > 0 } warnings)
            body.Add(new CardText(CardFit.Some(warnings, "\n", WarningRoom), TextTone.Warning));
        if (mayRun && PollButtons.Literals(poll, turn) is { IsEmpty: false } literals)
            body.Add(new CardButtons(literals));
        var foot = PollButtons.Foot(poll, own is not null, picture is null, turn);
        // A guest has come to answer, and for nothing else.
        if (poll.Open && turn.Actor.IsGuest)
        {
            body.AddRange(BallotInputs.Of(poll, own, turn));
            body.Add(new CardButtons(foot));
            foot = [];
        }
        body.AddRange(Results(poll, picture, turn));
        if (mayRun && PollButtons.Run(poll, turn) is { IsEmpty: false } run) body.Add(new CardButtons(run));
        if (poll.Open && !turn.Actor.IsGuest) body.AddRange(BallotInputs.Of(poll, own, turn));
        return new Card(Title(poll), body.ToImmutable(), foot, PollButtons.Show(poll, "Refresh", turn));
    }

    private static IEnumerable<CardElement> Results(Poll poll, PollPicture? picture, Turn turn) =>
    [
        .. PollTable.Of(poll, picture, turn),
        .. picture is null ? [] : People(poll, picture, turn),
        new CardText("Rule: " + PollRule.Words(poll.Kind), TextTone.Subtle),
    ];

    private static string Title(Poll poll) =>
        $"{(poll.HandsOf is null ? "Poll" : "Show of hands")} {poll.Number}: {poll.Question}";

    private static IEnumerable<CardElement> People(Poll poll, PollPicture picture, Turn turn)
    {
        if (picture.AsOf is { } at)
        {
            yield return new CardText(
                $"Counts as of {Moments.Clock(at, turn.Actor, turn)}. Answered by then: {picture.Ballots}");
        }
        else if (picture.Sight.Answered)
        {
            var named = picture.Answered.Count == 0 ? "nobody yet" : CardFit.Some(picture.Answered, ", ", NamesRoom);
            yield return new CardText($"Answered ({picture.Ballots}): {named}");
            if (poll.Open && picture.Missing.Count > 0)
                yield return new CardText("Not yet: " + CardFit.Some(picture.Missing, ", ", NamesRoom));
        }
        else if (picture.Sight.Counts)
        {
            yield return new CardText($"Answered: {picture.Ballots}");
        }
        if (picture.Comments.Count > 0)
            yield return new CardText(
                "Comments\n" + CardFit.Some([.. picture.Comments.Select(said => "• " + said)], "\n", CommentsRoom));
    }

    internal static string Short(Person person) =>
        CardFit.Text(person.Name, NameRoom) + (person.IsGuest ? Guest.Mark : "");

    /// <summary>How a field of a card tells a number.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
