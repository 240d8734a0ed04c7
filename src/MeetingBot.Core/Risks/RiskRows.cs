using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MeetingBot.Conversations;
using MeetingBot.Risks.Rounds;
using MeetingBot.Tables;
using MeetingBot.Times;

namespace MeetingBot.Risks;

/// <summary>
/// Where risks are. A scenario has one row a version in which it was changed: a frozen version is read as it was,
/// without a copy. Everybody's answer to everything is a row of its own, so that nobody meets another; how far somebody
/// has got is beside it, so that nobody's scores are read for it.
/// </summary>
public static class RiskRows
{
    public static readonly string CounterKey = TableKey.Join("counter", "assessment");
    public static readonly KeyRange Assessments = KeyRange.Under("assessment");
    public static readonly KeyRange Assets = KeyRange.Under("asset");
    public static readonly KeyRange Threats = KeyRange.Under("threat");

    private static readonly string OpenKey = TableKey.Join("now", "risks");

    public static string Key(int assessment) => TableKey.Join("assessment", Rows.Segment(assessment));

    /// <summary>Every row of every scenario of an assessment, versions and all.</summary>
    public static KeyRange RisksOf(int assessment) => KeyRange.Under("risk", Rows.Segment(assessment));

    /// <summary>The rows of one scenario.</summary>
    public static KeyRange RiskOf(int assessment, string risk) =>
        KeyRange.Under("risk", Rows.Segment(assessment), risk);

    public static string RiskKey(int assessment, string risk, int generation) =>
        TableKey.Join("risk", Rows.Segment(assessment), risk, Rows.Segment(generation));

    public static KeyRange RoundsOf(int assessment) => KeyRange.Under("round", Rows.Segment(assessment));

    public static string RoundKey(int assessment, int round) =>
        TableKey.Join("round", Rows.Segment(assessment), Rows.Segment(round));

    /// <summary>Everybody's scores of a round. Read to reveal it, and by nothing before.</summary>
    public static KeyRange ScoresOf(int assessment, int round) =>
        KeyRange.Under("score", Rows.Segment(assessment), Rows.Segment(round));

    /// <summary>Everybody's scores of one risk in a round.</summary>
    public static KeyRange ScoresOf(int assessment, int round, string risk) =>
        KeyRange.Under("score", Rows.Segment(assessment), Rows.Segment(round), risk);

    public static string ScoreKey(int assessment, int round, string risk, PersonKey member) =>
        TableKey.Join("score", Rows.Segment(assessment), Rows.Segment(round), risk, member.Value);

    /// <summary>
    /// Who scored last (<see cref="RoundVoters"/>); among the scores, which no list and no export reads.
    /// </summary>
    public static string VotersKey(int assessment) => TableKey.Join("score", Rows.Segment(assessment), "voters");

    /// <summary>The risk that a score is of, as its key tells it.</summary>
    public static string RiskOfScore(Row score) => score.RowKey.Split(TableKey.Separator)[3];

    public static KeyRange ProgressOf(int assessment, int round) =>
        KeyRange.Under("scored", Rows.Segment(assessment), Rows.Segment(round));

    public static string ProgressKey(int assessment, int round, PersonKey member) =>
        TableKey.Join("scored", Rows.Segment(assessment), Rows.Segment(round), member.Value);

    /// <summary>The door of an open round (<see cref="Standing"/>).</summary>
    public static string Door(int assessment, int round) =>
        TableKey.Join("door", "round", Rows.Segment(assessment), Rows.Segment(round));

    public static string AssetKey(string id) => TableKey.Join("asset", id);

    public static string ThreatKey(string id) => TableKey.Join("threat", id);

    public static Assessment ReadAssessment(Row row) => row.Read(RiskJson.Default.Assessment);

    public static RiskScenario ReadRisk(Row row) => row.Read(RiskJson.Default.RiskScenario);

    public static ScoringRound ReadRound(Row row) => row.Read(RiskJson.Default.ScoringRound);

    public static RiskScore ReadScore(Row row) => row.Read(RiskJson.Default.RiskScore);

    public static RoundProgress ReadProgress(Row row) => row.Read(RiskJson.Default.RoundProgress);

    public static Asset ReadAsset(Row row) => row.Read(RiskJson.Default.Asset);

    public static Threat ReadThreat(Row row) => row.Read(RiskJson.Default.Threat);

    /// <summary>
    /// The scenarios of a version that were read, by id: of each the row that was written last up to that version.
    /// </summary>
    public static ImmutableArray<RiskScenario> RisksIn(RowSet rows, int assessment, int generation) =>
    [
        .. rows.In(RisksOf(assessment)).Select(ReadRisk)
            .Where(risk => risk.Generation <= generation)
            .GroupBy(risk => risk.Id)
            .Select(versions => versions.MaxBy(risk => risk.Generation)!)
            .OrderBy(risk => RiskId.Read(risk.Id)),
    ];

    /// <summary>The number of the next assessment.</summary>
    public static int NextNumber(RowSet rows) => rows[CounterKey]?.Read(RiskJson.Default.Int32) ?? 1;

    public static RowChange PutCounter(int next, RowSet rows) =>
        Rows.Put(CounterKey, next, RiskJson.Default.Int32, rows[CounterKey]);

    public static RowChange Put(Assessment assessment, RowSet rows)
    {
        var key = Key(assessment.Number);
        return Rows.Put(key, assessment, RiskJson.Default.Assessment, rows[key]);
    }

    /// <summary>Writes a scenario into its version, over the row that was read there or anew.</summary>
    public static RowChange Put(int assessment, RiskScenario risk, RowSet rows)
    {
        var key = RiskKey(assessment, risk.Id, risk.Generation);
        return Rows.Put(key, risk, RiskJson.Default.RiskScenario, rows[key]);
    }

    public static RowChange Put(ScoringRound round, RowSet rows)
    {
        var key = RoundKey(round.Assessment, round.Number);
        return Rows.Put(key, round, RiskJson.Default.ScoringRound, rows[key]);
    }

    /// <summary>Somebody's answer, in place of the one before.</summary>
    public static RowChange Cast(ScoringRound round, string risk, RiskScore score) => new RowChange.Upsert(
        ScoreKey(round.Assessment, round.Number, risk, score.Member.Key),
        Rows.Write(score, RiskJson.Default.RiskScore));

    /// <summary>Somebody's answer where they have given none; the batch conflicts where they have.</summary>
    public static RowChange First(ScoringRound round, string risk, RiskScore score) => new RowChange.Insert(
        ScoreKey(round.Assessment, round.Number, risk, score.Member.Key),
        Rows.Write(score, RiskJson.Default.RiskScore));

    /// <summary>
    /// How far they have got: only they write it, and what they do at once is put in order by its ETag.
    /// </summary>
    public static RowChange Put(ScoringRound round, RoundProgress progress, RowSet rows)
    {
        var key = ProgressKey(round.Assessment, round.Number, progress.Member.Key);
        return Rows.Put(key, progress, RiskJson.Default.RoundProgress, rows[key]);
    }

    /// <summary>The same, whatever is there.</summary>
    public static RowChange Set(ScoringRound round, RoundProgress progress) => new RowChange.Upsert(
        ProgressKey(round.Assessment, round.Number, progress.Member.Key),
        Rows.Write(progress, RiskJson.Default.RoundProgress));

    public static RoundVoters ReadVoters(RowSet rows, int assessment) =>
        rows[VotersKey(assessment)]?.Read(RiskJson.Default.RoundVoters) ?? RoundVoters.None;

    public static RowChange Put(int assessment, RoundVoters voters, RowSet rows) => Rows.Put(
        VotersKey(assessment), voters, RiskJson.Default.RoundVoters, rows[VotersKey(assessment)]);

    public static RowChange Put(Asset asset, RowSet rows) =>
        Rows.Put(AssetKey(asset.Id), asset, RiskJson.Default.Asset, rows[AssetKey(asset.Id)]);

    public static RowChange Put(Threat threat, RowSet rows) =>
        Rows.Put(ThreatKey(threat.Id), threat, RiskJson.Default.Threat, rows[ThreatKey(threat.Id)]);

    /// <summary>Which assessments there are and which rounds are open, which every turn has read.</summary>
    public static OpenRounds OpenRounds(this Turn turn) =>
        turn.Hot.Read(OpenKey, RiskJson.Default.OpenRounds) ?? Risks.Rounds.OpenRounds.None;

    /// <summary>Changes it under the ETag that was read.</summary>
    public static RowChange PutOpen(OpenRounds open, Turn turn) =>
        Rows.Put(OpenKey, open, RiskJson.Default.OpenRounds, turn.Hot[OpenKey]);

    /// <summary>Whose accounts are being joined, which every turn has read.</summary>
    public static AccountMerges AccountMerges(this Turn turn) =>
        turn.Hot.Read(GroupRows.MergesKey, RiskJson.Default.AccountMerges) ?? Risks.Rounds.AccountMerges.None;

    /// <summary>Changes it under the ETag that was read; of nobody no row is left.</summary>
    public static RowChange Put(AccountMerges merges, Turn turn) =>
        merges.People.IsEmpty && turn.Hot[GroupRows.MergesKey] is { } row
            ? new RowChange.Delete(row.RowKey, row.ETag)
            : Rows.Put(GroupRows.MergesKey, merges, RiskJson.Default.AccountMerges, turn.Hot[GroupRows.MergesKey]);
}

/// <summary>JSON of what Risks keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(DurationJson), typeof(LocalDateJson)])]
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(RiskScenario))]
[JsonSerializable(typeof(ScoringRound))]
[JsonSerializable(typeof(RiskScore))]
[JsonSerializable(typeof(RoundProgress))]
[JsonSerializable(typeof(RoundVoters))]
[JsonSerializable(typeof(Asset))]
[JsonSerializable(typeof(Threat))]
[JsonSerializable(typeof(OpenRounds))]
[JsonSerializable(typeof(AccountMerges))]
[JsonSerializable(typeof(int))]
internal sealed partial class RiskJson : JsonSerializerContext;
