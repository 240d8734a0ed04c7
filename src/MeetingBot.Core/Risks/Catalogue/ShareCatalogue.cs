using MeetingBot.Conversations;
using MeetingBot.Meetings;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Catalogue;

/// <summary>
/// Puts the catalogue up for other groups of the tenant, as it is now, or takes that back. The group's chairs may;
/// nothing is shared by itself.
/// </summary>
public sealed record ShareCatalogue(bool Off) : Command
{
    // A row's most, and room for what JSON adds.
    private const int MostBytes = 400_000;

    private static readonly KeyRange Risks = KeyRange.Under("risk");

    public static CommandForm Form { get; } = new(
        "risk share", "| off", "/risk share", "lets other groups of the tenant import the catalogue", Read)
    {
        Aliases = ["risk share catalogue", "share catalogue"],
        Audience = Audience.Chairs,
    };

    public override Reads Reads(Turn turn) => RiskCatalogue.Reads
        .And(Tables.Reads.Of(RiskRows.Assessments, Risks)).And(Tables.Reads.OfKeys(SharedCatalogue.Key));

    public override Decision Decide(Turn turn, RowSet rows)
    {
        if (!turn.IsChair()) return MeetingRefusals.ChairsOnly(turn);
        var kept = SharedCatalogue.Read(rows, SharedCatalogue.Key);
        if (Off) return TakeBack(kept, rows);
        var catalogue = RiskCatalogue.From(rows);
        if (catalogue.Assets.IsEmpty && catalogue.Threats.IsEmpty)
            return new Refusal("There is nothing in the catalogue to share yet. Import a table: /risk import assets");
        var assessments = rows.In(RiskRows.Assessments).Select(RiskRows.ReadAssessment).ToList();
        var risks = assessments.SelectMany(one => RiskRows.RisksIn(rows, one.Number, one.Generation)
            .Select(risk => (risk, TlpLabels.Strictest(one.Tlp, risk.Tlp ?? one.Tlp)))).ToList();
        var earlier = assessments.SelectMany(one => Earlier(one, rows)).ToList();
        var shared = SharedCatalogue.Of(
            catalogue, risks, earlier,
            closed: assessments.Count > 0 && assessments.TrueForAll(one => one.Tlp is Tlp.Red),
            kept?.Code ?? turn.NewToken(), turn);
        if (shared.Assets.IsEmpty && shared.Threats.IsEmpty)
            return new Refusal("Nothing of the catalogue may go: it is known of risks alone that are TLP:RED.");
        var change = Rows.Put(
            SharedCatalogue.Key, shared, SharedJson.Default.SharedCatalogue, rows[SharedCatalogue.Key]);
        if (change.Payload.Length > MostBytes)
            return new Refusal("So much is written in the catalogue that it can't be shared at once.");
        var link = new PageLink(
            shared.Code, SharedRows.Kind, turn.Conversation.Group, null, turn.Group.Epoch,
            Subject: SharedCatalogue.What);
        return new Decision { Changes = [change], Links = [link], Tell = Tell(shared, catalogue) };
    }

    // As they stood in versions that are frozen, each with its label then.
    private static IEnumerable<(RiskScenario, Tlp)> Earlier(Assessment assessment, RowSet rows)
    {
        var frozen = assessment.Frozen.IsDefault ? [] : assessment.Frozen;
        foreach (var risk in rows.In(RiskRows.RisksOf(assessment.Number)).Select(RiskRows.ReadRisk))
        {
            var label = frozen.FirstOrDefault(version => version.Generation == risk.Generation)?.Tlp ?? assessment.Tlp;
            yield return (risk, TlpLabels.Strictest(label, risk.Tlp ?? label));
        }
    }

    private static string Tell(SharedCatalogue shared, RiskCatalogue catalogue)
    {
        var left = catalogue.Assets.Length + catalogue.Threats.Length - shared.Assets.Length - shared.Threats.Length;
        return $"Other groups of this tenant can import {Phrases.Count(shared.Assets.Length, "asset")} and "
            + $"{Phrases.Count(shared.Threats.Length, "threat")}: /risk import from {shared.Code}\n"
            + "They go as they are now, without owners; no risk and no score goes."
            + (left > 0 ? $" Left out, for only TLP:RED risks name them: {left}." : "")
            + " What you change later goes with the next /risk share. To take it back: /risk share off";
    }

    private static Decision TakeBack(SharedCatalogue? kept, RowSet rows) => kept is null
        ? new Refusal("The catalogue is not shared. To let other groups of this tenant import it: /risk share")
        : new Decision
        {
            Changes = [new RowChange.Delete(SharedCatalogue.Key, rows[SharedCatalogue.Key]!.ETag)],
            Tell = "The catalogue is shared no more; the code leads nowhere. What others have imported is theirs.",
        };

    private static ParsedCommand Read(CommandInput input) => input.Text.ToLowerInvariant() switch
    {
        "" => new ShareCatalogue(Off: false),
        "off" or "stop" or "revoke" => new ShareCatalogue(Off: true),
        _ => ParsedCommand.Wrong("\"risk share\" stands alone, or \"risk share off\"."),
    };
}
