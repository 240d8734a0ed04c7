using System.Collections.Immutable;
using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Tables;
using NodaTime;

namespace MeetingBot.Meetings.Busy;

/// <summary>
/// When the members can't, as far as they have told: it is asked how many, never who. What somebody told in the group
/// or in their own chat with the bot, whichever is later, counts.
/// </summary>
/// <param name="People">One entry a person.</param>
/// <param name="SomeLeftOut">There are members whose own chats were not looked into.</param>
public sealed record BusyMembers(ImmutableArray<ImmutableArray<Interval>> People, bool SomeLeftOut = false)
{
    /// <summary>Of fewer, what suits all would tell whom something does not suit.</summary>
    public const int FewestToHide = 3;

    private const string Kind = "busy";
    private const int MostTold = 1_500;

    /// <summary>The rows that are needed.</summary>
    public static Reads Reads { get; } =
        Tables.Reads.Of(GroupRows.Members, KeyRange.Under(Kind)) with { Own = Kind };

    /// <summary>The rows of one person, here and in their own chat.</summary>
    public static Reads ReadsOf(Person person) =>
        Tables.Reads.OfKeys(Key(person.Key), GroupRows.MemberKey(person)) with { Own = Kind };

    public static string Key(PersonKey person) => OwnRows.Key(Kind, person);

    public static KeptBusyTimes? Read(Row? row) => row?.TryRead(MeetingJson.Default.KeptBusyTimes);

    /// <summary>Keeps the times of who says so in place of those before.</summary>
    public static RowChange Put(KeptBusyTimes times, Turn turn) =>
        new RowChange.Upsert(Key(turn.Actor.Key), Rows.Write(times, MeetingJson.Default.KeptBusyTimes));

    /// <summary>What is kept of one person, and whether in their own chat; null for nothing.</summary>
    public static (KeptBusyTimes Kept, bool Own)? Of(Person person, RowSet rows)
    {
        var (here, own) = (Read(rows[Key(person.Key)]), Read(rows[OwnRows.Of(Kind, person.Key)]));
        return here is null && own is null ? null
            : own is null || own.At < here?.At ? (here!, false)
            : (own, true);
    }

    public static BusyMembers From(RowSet rows) => new(
    [
        .. rows.In(KeyRange.Under(Kind)).Concat(rows.In(KeyRange.Under("own", Kind)))
            .Select(row => (Who: row.RowKey[(row.RowKey.IndexOf(Kind, StringComparison.Ordinal) + Kind.Length)..],
                Kept: Read(row)))
            .Where(one => one.Kept is not null)
            .GroupBy(one => one.Who)
            .Select(same => same.MaxBy(one => one.Kept!.At).Kept!.Times.ToImmutableArray()),
    ], rows.In(GroupRows.Members).Skip(OwnRows.MostPeople).Any());

    /// <summary>How many can't then.</summary>
    public int CountFor(Instant start, Instant end) => People.Count(busy => busy.Collides(start, end));

    /// <summary>What who sets a date is told of it; null where nobody is known to be hindered.</summary>
    /// <param name="times">Each as it is written, with when it is.</param>
    public string? Warning(IEnumerable<(string Text, Instant Start, Instant End)> times)
    {
        var met = times.Select(time => (time.Text, Count: CountFor(time.Start, time.End)))
            .Where(time => time.Count > 0).Select(time => $"{time.Text} for {Told(time.Count)}").ToList();
        return met.Count == 0
            ? null
            : $"Collides, by the busy times that members gave me: {Phrases.Some(met, "; ", MostTold)}. Only you are "
                + "told; who and why I tell nobody."
                + (SomeLeftOut ? " Of a group as large as this I have not looked at everybody's." : "");
    }

    private static string Told(int count) => count == 1 ? "1 person" : FormattableString.Invariant($"{count} people");
}
