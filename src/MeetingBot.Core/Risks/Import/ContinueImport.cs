using MeetingBot.Conversations;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Import;

/// <summary>
/// Writes the next part of an import that was confirmed, until nothing is left of it. Fired by its timer, so that one
/// that was cut off goes on; a part is written with the row that says it is still to be written, once.
/// </summary>
public sealed record ContinueImport(string Slot) : Command
{
    private const string Name = "import ";
    private const int MostNamed = 20;

    /// <summary>Its timer.</summary>
    public static TimerEntry Timer(string slot, RunningImport import, Turn turn) =>
        new(Name + slot, turn.Now, import.Home);

    /// <summary>The command that a timer means; null for another feature's.</summary>
    public static Command? Read(string name) =>
        name.StartsWith(Name, StringComparison.Ordinal) ? new ContinueImport(name[Name.Length..]) : null;

    public override Reads Reads(Turn turn) => Tables.Reads.Of(
        RunningImport.Of(Slot), RiskRows.Assets, RiskRows.Threats, KeyRange.Under("risk"), RiskRows.Assessments);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (RunningImport.Read(rows, Slot) is not { } import) return Decision.Nothing;
        if (RunningImport.Next(rows, Slot) is not { } next) return Ended(import, stopped: false, rows);
        var part = RunningImport.ReadPart(next).Rows;
        var changes = part.Select(row => row.Change(rows)).ToList();
        var kept = part.Where((_, place) => changes[place] is null).ToList();
        var after = import with { Kept = [.. import.Kept.Concat(kept.Select(row => Id(row.Key)))] };
        var written = changes.OfType<RowChange>();
        // An id that is somebody else's now risks must not name: the catalogue is written before them.
        if (import.Kind is ImportKind.Risks && kept.Exists(row => row.ETag is null && !IsRisk(row.Key)))
            return Ended(after, stopped: true, rows) is var stop
                ? stop with { Changes = [.. stop.Changes, .. written.Where(change => !IsRisk(change.RowKey))] }
                : stop;
        return new Decision
        {
            Changes = [after.Put(Slot, rows), .. written, new RowChange.Delete(next.RowKey, next.ETag)],
            Timers = [Timer(Slot, import, turn)],
        };
    }

    private Decision Ended(RunningImport import, bool stopped, RowSet rows)
    {
        var again = import.Assessment > 0 && rows[RiskRows.Key(import.Assessment)] is { } row
            ? (RowChange[])[RiskRows.Put(RiskRows.ReadAssessment(row) with { Importing = null }, rows)]
            : [];
        var kept = import.Kept.IsEmpty
            ? ""
            : $" Somebody has written {Phrases.Some([.. import.Kept.Take(MostNamed)], ", ", 300)} meanwhile: "
                + "that stays as it is. The same table again shows what is missing.";
        return new Decision
        {
            Changes =
            [
                .. again,
                .. rows.In(RunningImport.Of(Slot)).Select(one => new RowChange.Delete(one.RowKey, one.ETag)),
            ],
            Messages =
            [
                new Outgoing(import.Home, (stopped ? "The import has stopped halfway." : $"{import.Done}.") + kept),
            ],
        };
    }

    private static bool IsRisk(string key) => KeyRange.Under("risk").Contains(key);

    // "asset|A-3", "risk|00000001|TR-3|00000002"
    private static string Id(string key) => key.Split(TableKey.Separator) is [_, _, var risk, _]
        ? risk
        : key.Split(TableKey.Separator)[^1];
}
