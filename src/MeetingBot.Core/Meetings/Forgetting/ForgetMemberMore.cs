using System.Collections.Immutable;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Busy;
using MeetingBot.Meetings.Digests;
using MeetingBot.Meetings.Feeds;
using MeetingBot.Polls;
using MeetingBot.Polls.Ballots;
using MeetingBot.Risks;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Forgetting;

/// <summary>
/// Goes on forgetting a member: vote by vote, then what is theirs alone, a batch a turn. Fired by its timer until no
/// row of the group is theirs; a turn that was on its way when they asked is found in another round through all.
/// </summary>
public sealed record ForgetMemberMore : Command
{
    private const int AtATime = 80;

    // From where the marks of their deliveries are looked through.
    private static readonly string Deliveries = TableKey.Join("seen") + TableKey.Separator;

    private static readonly ImmutableArray<KeyRange> Own =
    [
        KeyRange.Under("told"), KeyRange.Under("timer"), KeyRange.Under("post"), KeyRange.Under("card"),
        KeyRange.Under("claim"), RiskRows.Assessments,
    ];

    public override Reads Reads(Turn turn)
    {
        if (turn.Departures().People.FirstOrDefault() is not { } one) return Tables.Reads.None;
        if (one.Left.IsDefault) return Tables.Reads.Of(DepartedScorer.Rounds, PollRows.All);
        return one.Left.IsEmpty
            ? new Reads(Own, OwnKeys(one.Person))
            : Step(
                one.Left[0], round => DepartedScorer.Reads(one, round), poll => DepartedVoter.Reads(one, poll),
                DepartedDeliveries.Reads);
    }

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (turn.Departures().People.FirstOrDefault() is not { } one) return Decision.Nothing;
        if (one.Left.IsDefault)
        {
            // The rounds that are open first: the sooner they know it the better.
            var open = turn.OpenRounds().Rounds.Select(round => RiskRows.RoundKey(round.Assessment, round.Number));
            var all = rows.In(DepartedScorer.Rounds).Concat(rows.In(PollRows.All)).Select(row => row.RowKey);
            return Again(one with { Left = [.. open.Union(all), Deliveries], Found = false }, Decision.Nothing, turn);
        }
        if (!one.Left.IsEmpty)
        {
            if (!IsVote(one.Left[0])) return Seen(one, rows, turn);
            var left = Step(
                one.Left[0], round => DepartedScorer.Leave(one, round, rows),
                poll => DepartedVoter.Leave(one, poll, rows, turn), _ => Decision.Nothing);
            if (!left.Changes.IsEmpty) return Again(one with { Found = true }, left, turn);
            var shut = Step(
                one.Left[0], round => DepartedScorer.Shut(round, rows), poll => DepartedVoter.Shut(poll, rows),
                _ => []);
            return Again(one with { Left = one.Left.RemoveAt(0) }, new Decision { Changes = [.. shut] }, turn);
        }
        if (one.Found) return Again(one with { Left = default }, Decision.Nothing, turn);
        ImmutableArray<RowChange> last = [.. Owned(one, rows).Take(AtATime)];
        return last.IsEmpty ? Done(one, turn) : Again(one, new Decision { Changes = last }, turn);
    }

    private static Decision Seen(Departure one, RowSet rows, Turn turn)
    {
        var (changes, next) = DepartedDeliveries.Leave(one.Person, rows);
        var left = one.Left.RemoveAt(0);
        return Again(
            one with { Left = next is null ? left : left.Insert(0, next) }, new Decision { Changes = [.. changes] },
            turn);
    }

    private static bool IsVote(string key) => !SeenDelivery.Range.Contains(key) && key != Deliveries;

    private static Decision Done(Departure one, Turn turn) => Next(
        turn.Departures().People.RemoveAt(0), turn,
        [
            turn.Change(turn.Group with
            {
                Chairs = turn.Group.Chairs.RemoveAll(chair => chair.Key == one.Person.Key),
                Departed = turn.Group.Departed + 1,
                // While the person is being forgotten what they say by the account is said by them.
                Sides = one.IsAccount ? turn.Group.Sides : turn.Group.Sides?.Without(one.Person.Key),
            }),
        ]) with
    {
        Departed = one.Person.Key,
        Messages = one.IsAccount ? [] :
        [
            new Outgoing(
                one.Conversation,
                "Done: who asked to be forgotten is. Their votes count on without a name, every result is as it was, "
                    + "and what was theirs alone is deleted. The group's record keeps the names in it."),
        ],
    };

    private static Decision Again(Departure one, Decision more, Turn turn) =>
        Next(turn.Departures().People.SetItem(0, one), turn, more.Changes) with { Messages = more.Messages };

    private static Decision Next(ImmutableArray<Departure> people, Turn turn, ImmutableArray<RowChange> changes) =>
        new()
    {
        Changes = [GroupRows.Put(new Departures(people), turn), .. changes],
        Timers = people.IsEmpty ? [] : [new TimerEntry(ForgetMember.Timer, turn.Now, people[0].Conversation)],
    };

    private static ImmutableArray<string> OwnKeys(Person person) =>
    [
        GroupRows.MemberKey(person), BusyMembers.Key(person.Key), ReminderSent.Key(person.Key),
        CalendarFeeds.KeyOf(person.Key), Risks.Import.KeptImport.Key(Risks.Import.KeptImport.SlotOf(person)),
    ];

    private static IEnumerable<RowChange> Owned(Departure one, RowSet rows)
    {
        var tail = TableKey.Separator + TableKey.Join(one.Person.Key.Value);
        return OwnKeys(one.Person).Where(key => rows[key] is not null)
            .Concat(Own.SelectMany(rows.In).Where(row => row.RowKey != TimerRows.Key(ForgetMember.Timer)
                && (row.RowKey.EndsWith(tail, StringComparison.Ordinal) || IsFor(one.Person, row)))
                .Select(row => row.RowKey))
            .Select(key => (RowChange)new RowChange.Delete(key))
            .Concat(DepartedScorer.LeaveCommunities(one, rows));
    }

    // A timer that reminds them, or what a room has shown to them alone.
    private static bool IsFor(Person person, Row row) => row.RowKey[..row.RowKey.IndexOf('|')] switch
    {
        "timer" => TimerRows.Read(row).Name.EndsWith(" " + person.Key.Value, StringComparison.Ordinal),
        "post" => GroupExport.OnlyFor(row) == person.Id,
        _ => false,
    };

    private static T Step<T>(string key, Func<OpenRound, T> round, Func<int, T> poll, Func<string, T> deliveries) =>
        DepartedScorer.Of(key) is { } scores ? round(scores)
        : DepartedVoter.Of(key) is { } ballots ? poll(ballots)
        : deliveries(key);
}
