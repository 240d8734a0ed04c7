using System.Text.Json.Serialization;
using MeetingBot.Conversations;
using MeetingBot.Polls.Ballots;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Polls;

/// <summary>
/// Where polls are: one row each, one row a ballot so that voters never meet, one that counts polls, and one among the
/// rows that every turn reads that names those which are open.
/// </summary>
public static class PollRows
{
    /// <summary>Every poll of the group.</summary>
    public static readonly KeyRange All = KeyRange.Under("poll");

    public static readonly string CounterKey = TableKey.Join("counter", "poll");

    private static readonly string OpenKey = TableKey.Join("now", "polls");

    public static string Key(int number) => TableKey.Join("poll", Rows.Segment(number));

    public static KeyRange Ballots(int number) => KeyRange.Under("ballot", Rows.Segment(number));

    public static string BallotKey(int number, Person voter) => BallotKey(number, voter.Key);

    public static string BallotKey(int number, PersonKey voter) =>
        TableKey.Join("ballot", Rows.Segment(number), voter.Value);

    /// <summary>The door of an open poll (<see cref="Standing"/>).</summary>
    public static string Door(int number) => TableKey.Join("door", "poll", Rows.Segment(number));

    /// <summary>The counts of an open poll as its shared card was last drawn.</summary>
    public static string TallyKey(int number) => TableKey.Join("tally", Rows.Segment(number));

    public static KeptTally? ReadTally(RowSet rows, int number) =>
        rows[TallyKey(number)]?.Read(PollJson.Default.KeptTally);

    public static Poll Read(Row row) => row.Read(PollJson.Default.Poll);

    public static Ballot ReadBallot(Row row) => row.Read(PollJson.Default.Ballot);

    /// <summary>The ballots of a poll that were read.</summary>
    public static IEnumerable<Ballot> BallotsIn(RowSet rows, int number) =>
        rows.In(Ballots(number)).Select(ReadBallot);

    /// <summary>The number of the next poll.</summary>
    public static int NextNumber(RowSet rows) => rows[CounterKey]?.Read(PollJson.Default.Int32) ?? 1;

    /// <summary>Adds a poll, whose number is <see cref="NextNumber"/>, opens its door and counts on.</summary>
    public static IEnumerable<RowChange> Add(Poll poll, Turn turn, RowSet rows) =>
    [
        new RowChange.Insert(Key(poll.Number), Rows.Write(poll, PollJson.Default.Poll)),
        Rows.Put(CounterKey, poll.Number + 1, PollJson.Default.Int32, rows[CounterKey]),
        Standing.Open(Door(poll.Number)),
        PutOpen(turn.OpenPolls().With(poll), turn),
    ];

    /// <summary>Changes a poll under the ETag that was read.</summary>
    public static RowChange Replace(Poll poll, Row read) =>
        new RowChange.Replace(Key(poll.Number), Rows.Write(poll, PollJson.Default.Poll), read.ETag);

    public static RowChange Cast(int number, Ballot ballot) =>
        new RowChange.Upsert(BallotKey(number, ballot.Voter), Rows.Write(ballot, PollJson.Default.Ballot));

    public static RowChange Withdraw(int number, Person voter) => new RowChange.Delete(BallotKey(number, voter));

    /// <summary>The polls that are open, which every turn has read.</summary>
    public static OpenPolls OpenPolls(this Turn turn) =>
        turn.Hot.Read(OpenKey, PollJson.Default.OpenPolls) ?? Polls.OpenPolls.None;

    /// <summary>Changes which polls are open under the ETag that was read.</summary>
    public static RowChange PutOpen(OpenPolls open, Turn turn) =>
        Rows.Put(OpenKey, open, PollJson.Default.OpenPolls, turn.Hot[OpenKey]);
}

/// <summary>JSON of what Polls keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters =
        [typeof(InstantJson), typeof(DurationJson), typeof(LocalDateJson), typeof(LocalDateTimeJson)])]
[JsonSerializable(typeof(Poll))]
[JsonSerializable(typeof(Ballot))]
[JsonSerializable(typeof(KeptTally))]
[JsonSerializable(typeof(OpenPolls))]
[JsonSerializable(typeof(int))]
internal sealed partial class PollJson : JsonSerializerContext;
