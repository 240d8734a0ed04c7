using System.Collections.Immutable;
using MeetingBot.Conversations.Sending;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Conversations;

/// <summary>
/// Does the turns: reads the few rows a command names, lets its rule decide, and commits everything that came of it in
/// one batch: the changed rows, the messages to send and the mark of the delivery.
/// </summary>
public sealed class TurnRunner(
    ITable table, CommandReader commands, Outbox outbox, SeenSweeper sweeper, IClock clock, TurnIds ids,
    Func<string> newToken, TurnOptions options)
{
    private const int MostAttempts = 40;

    /// <summary>
    /// After so many the group's other turns let this one pass: under many writers it might never come through.
    /// </summary>
    private const int PatientAttempts = 3;
    private const int MostHotRows = 50;

    private readonly WrittenMarks _marks = new();
    private readonly WrittenMarks _memberships = new();
    private readonly GroupGates _gates = new();
    private readonly HotRows _hot = new();

    /// <inheritdoc cref="RunTurn"/>
    public async ValueTask<TurnOutcome> RunAsync(Incoming incoming, CancellationToken cancel)
    {
        incoming = HomeGroup.Find(incoming);
        var parts = commands.Parts(incoming);
        var first = await RunOneAsync(parts[0], cancel);
        // What has begun is done to its end, however long its caller waits: nobody could tell where it was cut off.
        for (var part = 1; part < parts.Count; part++) await RunOneAsync(parts[part], CancellationToken.None);
        return first;
    }

    private async ValueTask<TurnOutcome> RunOneAsync(Incoming incoming, CancellationToken cancel)
    {
        if (commands.Read(incoming) is not { } command) return new TurnOutcome(null);

        using var measure = new TurnMeasure(command, incoming, clock);
        return measure.Done(await AttemptAsync(incoming, command, cancel));
    }

    private async ValueTask<TurnOutcome> AttemptAsync(Incoming incoming, Command command, CancellationToken cancel)
    {
        var attempt = new Attempt();
        var outcome = await AttemptAsync(incoming, command, attempt, cancel);
        // Read again: what a button means depends on the group.
        if (attempt.Moved is { } moved)
            return commands.Read(moved) is { } there
                ? await AttemptAsync(moved, there, cancel)
                : await AttemptAsync(moved, command, cancel);
        // Outside the gate: who waits for the platform keeps no other turn of the group from being stored.
        if (!attempt.Promised.IsEmpty)
            await outbox.HoldAsync(incoming.Conversation.Group, attempt.Promised, cancel);
        return outcome;
    }

    private async ValueTask<TurnOutcome> AttemptAsync(
        Incoming incoming, Command command, Attempt attempt, CancellationToken cancel)
    {
        var partition = incoming.Conversation.Group.PartitionKey;
        // The first try is optimistic; who met a conflict queues up with the others of the group that did.
        if (!_gates.IsClosed(partition) && await TryAsync(incoming, command, attempt, cancel) is { } first)
            return first;

        using (var gate = await _gates.EnterAsync(partition, cancel))
        {
            for (var more = 1; more < MostAttempts; more++)
            {
                if (more == PatientAttempts) gate.Close();
                if (await TryAsync(incoming, command, attempt, cancel) is { } outcome) return outcome;
            }
        }
        throw new TableUnavailableException("The group's rows changed under every attempt to write them.");
    }

    /// <summary>One attempt; null when another's write was met and the rule must be asked again.</summary>
    private async ValueTask<TurnOutcome?> TryAsync(
        Incoming incoming, Command command, Attempt attempt, CancellationToken cancel)
    {
        var turn = await ReadTurnAsync(incoming, cancel);
        if (await JoinedGroups.MovedAsync(table, incoming, turn.Hot, cancel) is { } moved)
        {
            attempt.Moved = moved;
            return new TurnOutcome(null);
        }
        incoming = turn.Incoming;
        var decision = turn.Group.Forgetting && incoming is not TimerFired
            ? WhileForgetting(incoming)
            : command.Decide(turn, await ReadRowsAsync(turn, command, cancel)).Holding(command.StandsOn(turn))
                .ForGroup(turn);
        if (await JoinedGroups.RefuseAsync(table, decision, turn, cancel) is { } taken) decision = taken;
        var draft = TurnDraft.Of(turn, decision, outbox.Owner, command.IsTalk);
        var partition = incoming.Conversation.Group.PartitionKey;
        var seenKey = attempt.SeenKey ?? SeenDelivery.Key(incoming.DeliveryId);

        var marks = MarksOf(turn, decision, partition);
        if (!draft.Writes && !marks.Any(decision.Marks.Contains))
        {
            if (draft.Answer is null) return new TurnOutcome(null, Refused: decision.Refused);
            // It may be a repetition whose first answer was another, such as a button that has done its work.
            return await table.GetAsync(partition, seenKey, cancel) is { } before
                ? Repeated(SeenDelivery.Read(before), incoming, attempt)
                : new TurnOutcome(draft.Answer, Refused: decision.Refused);
        }

        var changes = draft.Changes(seenKey, marks, attempt.DoorMissing);
        if (!Batches.Fits(changes)) return await RunRefusalAsync(turn, attempt, cancel);

        if (!await JoinAsync(decision, incoming.Conversation.Group, cancel)) return null;
        await PrepareAsync(draft, decision, incoming.Conversation.Group, turn.Group.Epoch, cancel);
        var lease = outbox.LeaseNumber;
        CommitResult result;
        try
        {
            result = await table.CommitAsync(partition, changes, cancel);
        }
        catch (Exception error)
        {
            // It may be stored for all we know: what it promised is then found by the sweep.
            outbox.SweepLater(incoming.Conversation.Group);
            if (error is not TableUnavailableException) throw;
            throw new TableUnavailableException(error.Message, error) { MayBeStored = true };
        }

        if (result is CommitResult.Conflict conflict)
        {
            if (conflict.RowKey == decision.While?.Door) attempt.DoorMissing = !attempt.DoorMissing;
            return await AfterConflictAsync(partition, seenKey, conflict, incoming, attempt, cancel);
        }

        foreach (var mark in marks) _marks.Add(partition, Epoch(turn), mark);
        outbox.Enqueue(incoming.Conversation.Group, draft.Outbox, lease);
        attempt.Promised = draft.Outbox;
        return new TurnOutcome(draft.Answer, Refused: decision.Refused);
    }

    // While a group is being forgotten nothing new may be kept of it; who did not ask is not answered.
    private static Decision WhileForgetting(Incoming incoming) =>
        incoming is CardAnswer or IncomingMessage { Addressed: true } or IncomingMessage { Bare: true }
            ? new Refusal("Everything of this group is being deleted; ask me again in a minute.")
            : Decision.Nothing;

    private async ValueTask<TurnOutcome?> AfterConflictAsync(
        string partition, string seenKey, CommitResult.Conflict conflict, Incoming incoming, Attempt attempt,
        CancellationToken cancel)
    {
        if (conflict.RowKey == seenKey)
        {
            var seen = await table.GetAsync(partition, seenKey, cancel);
            // Whoever repeats it may not have had its reply: the first commit may have ended after we gave it up.
            outbox.SweepLater(incoming.Conversation.Group);
            return seen is null
                ? new TurnOutcome(null, true)
                : Repeated(SeenDelivery.Read(seen), incoming, attempt);
        }
        Telemetry.Conflicts.Add(1);
        // The timer was fired, moved or taken back by another.
        return incoming is TimerFired timer && conflict.RowKey == TimerRows.Key(timer.Name)
            ? new TurnOutcome(null, true)
            : null;
    }

    // What only has another's id is a delivery of its own: it is tried again under a mark of its own.
    private static TurnOutcome? Repeated(SeenDelivery seen, Incoming incoming, Attempt attempt)
    {
        if (seen.IsOf(incoming)) return new TurnOutcome(seen.Answer, true);
        attempt.SeenKey = SeenDelivery.Key(incoming);
        return null;
    }

    private ValueTask<TurnOutcome?> RunRefusalAsync(Turn turn, Attempt attempt, CancellationToken cancel) => TryAsync(
        turn.Incoming,
        new Misunderstood("", "That is too much for one message; nothing of it was recorded. Send it in smaller "
            + "parts, of up to 80 lines each.",
            new CommandForm("note", "", "note: the first part", "", _ => ParsedCommand.Wrong(""))),
        attempt,
        cancel);

    private async ValueTask<Turn> ReadTurnAsync(Incoming incoming, CancellationToken cancel)
    {
        var partition = incoming.Conversation.Group.PartitionKey;
        var hot = _hot.Of(partition, await table.QueryAsync(partition, GroupRows.Now, MostHotRows, cancel));
        var now = clock.GetCurrentInstant();
        return new Turn(incoming, now, ids.Next(now), newToken, hot, options).AsKnownHere();
    }

    private async ValueTask<RowSet> ReadRowsAsync(Turn turn, Command command, CancellationToken cancel)
    {
        var reads = command.Reads(turn);
        if (reads.Keys.Length == 0 && reads.Ranges.Length == 0 && reads.Shared is null) return RowSet.Empty;

        var rows = await table.ReadAsync(turn.Conversation.Group.PartitionKey, reads, cancel);
        if (reads.Own is { } kind) await OwnRows.AddAsync(table, kind, rows, cancel);
        if (reads.Shared is { } shared) await SharedRows.AddAsync(table, shared, turn, rows, cancel);
        return await Memberships.IsLostAsync(table, turn, cancel)
            ? rows.Without(GroupRows.MemberKey(turn.Actor))
            : rows;
    }

    private ImmutableArray<RowChange.Upsert> MarksOf(Turn turn, Decision decision, string partition)
    {
        ImmutableArray<RowChange.Upsert> marks = [];
        foreach (var mark in decision.Marks) Take(mark);
        if (MakesMember(turn)) Take(GroupRows.Member(turn.Actor));
        return marks;

        void Take(RowChange.Upsert mark)
        {
            if (_marks.Contains(partition, Epoch(turn), mark)) return;
            if (decision.Changes.Any(change => change.RowKey == mark.RowKey)) return;
            if (!marks.Any(taken => taken.RowKey == mark.RowKey)) marks = marks.Add(mark);
        }
    }

    private static bool MakesMember(Turn turn) =>
        turn.Incoming is not (TimerFired or ErrandDone or MemberLeft)
        && !turn.Group.Forgetting
        && !turn.IsFromAfar
        && GroupRows.IsMember(turn.Actor, turn.Conversation);

    private async ValueTask AnnounceMembersAsync(Turn turn, CancellationToken cancel)
    {
        var partition = turn.Conversation.Group.PartitionKey;
        ImmutableArray<Person> people =
        [
            .. MakesMember(turn) ? (Person[])[turn.Account] : [],
            .. turn.Incoming is MembersAdded added
                ? added.People.Where(person => GroupRows.IsMember(person, turn.Conversation)) : [],
        ];
        ImmutableArray<RowChange.Upsert> rows =
        [
            .. people.Where(Memberships.IsKept).Select(person => Memberships.Row(person, turn.Conversation))
                .DistinctBy(row => row.RowKey).Where(row => !_memberships.Contains(partition, Epoch(turn), row)),
        ];
        await Memberships.WriteAsync(table, rows, cancel);
        foreach (var row in rows) _memberships.Add(partition, Epoch(turn), row);
    }

    private static (int Group, int Departed) Epoch(Turn turn) => (turn.Group.Epoch, turn.Group.Departed);

    // Written before the commit, in partitions of their own: without the commit they lead nowhere and do no harm.
    private async ValueTask PrepareAsync(
        TurnDraft draft, Decision decision, GroupId group, int epoch, CancellationToken cancel)
    {
        if (draft.Turn.Incoming is not TimerFired) await sweeper.AnnounceAsync(group.PartitionKey, epoch, cancel);
        if (decision.Forgotten)
        {
            await PageLinks.DropAsync(table, group, cancel);
            await OwnRows.DropAsync(table, group, cancel);
            await Memberships.DropAsync(table, group, cancel);
            await outbox.ForgetAsync(group, cancel);
            await sweeper.ForgetAsync(group.PartitionKey, cancel);
        }
        if (decision.Departed is { } member)
        {
            await PageLinks.DropAsync(table, group, member, cancel);
            var (accounts, sides) = GroupSides.OfMember(member, draft.Turn);
            await Memberships.DropAsync(table, accounts, sides, cancel);
        }
        if (decision.Leaves)
            await Memberships.DropAsync(table, [draft.Turn.Account.Key], [draft.Turn.Conversation.Own], cancel);
        else if (!decision.Forgotten)
            await AnnounceMembersAsync(draft.Turn, cancel);
        if (draft.Outbox.Length > 0) await outbox.AnnounceAsync(group, epoch, cancel);
        if (decision.Timers.Length > 0)
            await table.CommitAsync(TimerRows.Hints, [.. decision.Timers.Select(TimerRows.Hint)], cancel);
        if (decision.Own) await OwnRows.AnnounceAsync(table, draft.Turn, cancel);
        foreach (var link in decision.Links) await PageLinks.SaveAsync(table, link, cancel);
    }

    // False where another group was faster: the rule is asked again.
    private async ValueTask<bool> JoinAsync(Decision decision, GroupId group, CancellationToken cancel)
    {
        foreach (var joining in decision.Joins)
            if (!await JoinedGroups.AnnounceAsync(table, joining.Side.Own, group, cancel)) return false;
        return true;
    }

    /// <summary>What one attempt has learnt for the next, and what the last has promised.</summary>
    private sealed class Attempt
    {
        public bool DoorMissing { get; set; }

        /// <summary>The incoming as one of the group to which its conversation was joined; null for as it is.</summary>
        public Incoming? Moved { get; set; }

        /// <summary>Where the delivery is marked; null for where its id alone leads.</summary>
        public string? SeenKey { get; set; }

        public ImmutableArray<(string Key, OutboxEntry Entry)> Promised { get; set; } = [];
    }
}
