using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Actions;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Polls;
using MeetingBot.Risks.Rounds;
using MeetingBot.Risks.Scoring;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Homes;

/// <summary>What waits for one member in one group, in words to them, and when it meets. Pure, over its rows.</summary>
/// <param name="Meets">The next meeting; null where none is set.</param>
/// <param name="Items">What they owe and what is theirs to do, the overdue first.</param>
internal sealed record GroupHome(string? Meets, ImmutableArray<HomeItem> Items)
{
    private const int MostText = 300;
    private const int MostLine = 500;

    public bool IsEmpty => Meets is null && Items.IsEmpty;

    /// <summary>The rows it needs: of ballots and scores the member's own and no other's.</summary>
    public static Reads Needs(Turn turn) => Reads.OfKeys(GroupRows.MemberKey(turn.Actor))
        .And(OwedBallots.Needs(turn.Actor.Key, turn)).And(OwedScores.Needs(turn.Actor.Key, turn))
        .And(ActionState.Names(turn));

    /// <param name="member">As the group knows them, with the zone in which they read.</param>
    public static GroupHome Of(Person member, Turn turn, RowSet rows)
    {
        var home = turn.Conversation;
        var polls = OwedBallots.Of(member.Key, turn, rows).Select(poll => new HomeItem(
            Brief(OwedBallots.Line(poll, member, turn, rows)),
            home.ButtonFromAfar(
                $"Answer poll {Number(poll.Number)}", ShowPoll.Form.Words, ("poll", Number(poll.Number)))));
        var rounds = OwedScores.Of(member.Key, turn, rows).Select(round => new HomeItem(
            Brief(OwedScores.Line(round, member, turn)), ScoreButton(round, home)));
        var actions = ActionState.From(turn, rows).Open
            .Where(action => ActionOwners.Include(action.Owners, member.Name))
            .Select(action => new HomeItem(
                Action(action, member, turn),
                home.ButtonFromAfar(
                    $"Mark {Number(action.Number)} as done", CompleteAction.Form.Words,
                    ("number", Number(action.Number))),
                action.IsOverdue(turn.Today) ? TextTone.Warning : TextTone.Normal));
        return new GroupHome(
            NextMeeting(turn, member),
            [.. polls.Concat(rounds).Concat(actions).OrderBy(item => item.Tone is not TextTone.Warning)]);
    }

    // In its place: who presses looks at nothing else just then.
    private static CardButton ScoreButton(RoundState round, ConversationReference home)
    {
        var bring = OwedScores.Button(round);
        return bring with
        {
            Data = bring.Data.Remove(ShowScoreCard.Anew).SetItem(GroupButtons.Home, home.Id)
                .SetItem(GroupButtons.Group, home.GroupMark()),
        };
    }

    // A day is the group's, wherever who reads it is.
    private static string Action(ActionItem action, Person member, Turn turn)
    {
        var zone = action.DueTime is { } time ? ", " + time
            : Moments.ZoneOf(member, turn.Group) == turn.Group.Zone ? ""
            : $" ({turn.Group.Zone})";
        var due = action.DueOn is { } day ? $", by {Phrases.Day(day, turn.Today)}{zone}" : "";
        return $"{Number(action.Number)}. {Phrases.Shorten(action.Text, MostText)}{due}"
            + (action.IsOverdue(turn.Today) ? " – overdue" : "");
    }

    private static string? NextMeeting(Turn turn, Person member)
    {
        var meeting = turn.CurrentMeeting();
        var running = meeting.Running ? "A meeting is running now. " : "";
        var next = meeting.Coming(turn.Now) is { } start
            ? $"Next meeting: {Moments.Moment(start.At, Moments.ZoneOf(member, turn.Group), turn.Now)}"
                + (start.Place is { } place ? $", {place}" : "")
            : "";
        return (running + next).TrimEnd() is { Length: > 0 } said ? said : null;
    }

    private static string Brief(string line) => Phrases.Shorten(line, MostLine);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One thing that waits, and the button for it.</summary>
internal sealed record HomeItem(string Text, CardButton Button, TextTone Tone = TextTone.Normal);
