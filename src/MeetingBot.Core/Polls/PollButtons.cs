using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Polls.Ballots;
using MeetingBot.Times;
using NodaTime;

namespace MeetingBot.Polls;

/// <summary>The buttons of a poll's card. Who may press which is checked at the turn.</summary>
internal static class PollButtons
{
    private const int TitleRoom = 100;

    /// <summary>Everybody's.</summary>
    /// <param name="unread">The card shows no results, which can be asked for.</param>
    public static ImmutableArray<CardButton> Foot(Poll poll, bool voted, bool unread, Turn turn)
    {
        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        if (poll.Open)
        {
            buttons.Add(Button("Record my answer", CastBallot.Form.Words, poll, turn, ("seen", Seen(poll)))
                with { SendsInputs = true, Style = ButtonStyle.Primary });
            if (voted) buttons.Add(Button("Take my answer back", WithdrawBallot.Form.Words, poll, turn));
        }
        buttons.Add(Show(poll, unread ? "Show results" : "Refresh", turn));
        return buttons.ToImmutable();
    }

    /// <summary>Those of who may close it.</summary>
    public static ImmutableArray<CardButton> Run(Poll poll, Turn turn) => poll.Status switch
    {
        PollStatus.Open =>
        [
            Button("Close now", ClosePoll.Form.Words, poll, turn),
            Button("Remind", NudgeVoters.Form.Words, poll, turn),
            Button("Call off", CancelPoll.Form.Words, poll, turn) with { Style = ButtonStyle.Danger },
        ],
        PollStatus.Closed => [.. Picks(poll, turn), Button("Reopen", ReopenPoll.Form.Words, poll, turn)],
        _ => [],
    };

    /// <summary>What was written may have been meant by the letter: who may close it says so.</summary>
    public static ImmutableArray<CardButton> Literals(Poll poll, Turn turn) => poll.Open
        ?
        [
            .. poll.Options.Where(option => option.Slot?.Literal is not null).Take(3).Select(option => Button(
                $"Option {poll.PlaceOf(option)}: {Clock(option.Slot!.Literal!.Value, poll)} was meant",
                ChangeOption.Form.Words, poll, turn, ("option", PollCards.Number(option.Id)), ("literal", "yes"))),
        ]
        : [];

    public static CardButton Show(Poll poll, string title, Turn turn) =>
        Button(title, ShowPoll.Form.Words, poll, turn);

    /// <summary>Which versions of the options a card shows: an answer is one to these.</summary>
    public static string Seen(Poll poll) =>
        string.Join(' ', poll.Options.Select(option => $"{option.Id}.{option.Version}"));


    private static string Clock(Instant at, Poll poll) => Moments.Clock(at.InZone(ZoneRules.Of(poll.Zone)));

    // The best three by the rule; any other is picked by words.
    private static IEnumerable<CardButton> Picks(Poll poll, Turn turn) =>
        poll.Result is not { } result || (poll.Kind is not PollKind.Times && result.Winner is not null)
            ? []
            : result.Tally.Ranking
                .Where(PollRule.IsWanted)
                .Take(3)
                .Select(tally => poll[tally.Option]!)
                .Select((option, index) => Button(
                    (poll.Kind is PollKind.Times ? "Meet " : "Pick ") + CardFit.Text(option.Text, TitleRoom),
                    PickOption.Form.Words, poll, turn, ("option", PollCards.Number(option.Id)))
                    with { Style = index == 0 ? ButtonStyle.Primary : ButtonStyle.Normal });

    private static CardButton Button(
        string title, string verb, Poll poll, Turn turn, params ReadOnlySpan<(string Key, string Value)> data) =>
        turn.Conversation.Button(title, verb, [("poll", PollCards.Number(poll.Number)), .. data]);
}
