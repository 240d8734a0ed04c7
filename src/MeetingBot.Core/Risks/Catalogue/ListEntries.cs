using System.Collections.Immutable;
using System.Globalization;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Risks.Import;
using MeetingBot.Tables;

namespace MeetingBot.Risks.Catalogue;

/// <summary>Lists the group's assets or threats, page by page.</summary>
/// <param name="Page">From 0.</param>
public sealed record ListEntries(ImportKind Kind, int Page) : Command
{
    private const int Most = 20;
    private const int Room = 10_000;
    private const int RowBytes = 60;
    private const int MostName = 100;

    public static CommandForm AssetForm { get; } = new(
        "assets", "", "/assets", "lists the assets of the catalogue", input => Read(ImportKind.Assets, input))
    {
        Aliases = ["asset list", "list assets", "show assets", "risk assets"],
    };

    public static CommandForm ThreatForm { get; } = new(
        "threats", "", "/threats", "lists the threats of the catalogue", input => Read(ImportKind.Threats, input))
    {
        Aliases = ["threat list", "list threats", "show threats", "risk threats"],
    };

    public override Reads Reads(Turn turn) =>
        Tables.Reads.Of(Kind is ImportKind.Assets ? RiskRows.Assets : RiskRows.Threats);

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var catalogue = RiskCatalogue.From(rows);
        ImmutableArray<ImmutableArray<string>> lines = Kind is ImportKind.Assets
            ? [.. catalogue.Assets.Select(Line)]
            : [.. catalogue.Threats.Select(Line)];
        if (lines.IsEmpty)
            return new Refusal(
                $"There are no {Kind.Words()} in the catalogue yet. Add one: "
                    + (Kind is ImportKind.Assets ? AddEntry.AssetForm : AddEntry.ThreatForm).Example
                    + $", or import a table: /risk import {Kind.Words()}");
        var shown = CardRoom.Page(lines, Page, line => line.Sum(CardRoom.Bytes) + RowBytes, Most, Room, out var more);
        if (shown.IsEmpty) return this with { Page = 0 } is var first && Page > 0 ? first.Decide(turn, rows)
            : Decision.Nothing;
        var form = Kind is ImportKind.Assets ? AssetForm : ThreatForm;
        return new Decision
        {
            ShowCard = new Card(
                FormattableString.Invariant($"{(Kind is ImportKind.Assets ? "Assets" : "Threats")} ({lines.Length})"),
                [new CardTable(Kind is ImportKind.Assets ? ["Id", "Name", "Kind", "C I A", "Owner"]
                    : ["Id", "Name", "STRIDE"], shown)],
                [.. Turned(form, Page - 1, "Before", Page > 0, turn), .. Turned(form, Page + 1, "More", more, turn)]),
        };
    }

    private static IEnumerable<CardButton> Turned(CommandForm form, int page, string title, bool there, Turn turn) =>
        there
        ? [turn.Conversation.Button(title, form.Words, ("page", page.ToString(CultureInfo.InvariantCulture)))]
        : [];

    private static ImmutableArray<string> Line(Asset asset) =>
    [
        asset.Id, Phrases.Shorten(asset.Name, MostName), asset.Kind.ToString().ToLowerInvariant(),
        $"{Need(asset.Confidentiality)} {Need(asset.Integrity)} {Need(asset.Availability)}",
            Phrases.Shorten(asset.Owner, MostName),
    ];

    private static ImmutableArray<string> Line(Threat threat) =>
        [threat.Id, Phrases.Shorten(threat.Name, MostName), threat.Stride?.Words() ?? ""];

    private static string Need(int? need) => need?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static ParsedCommand Read(ImportKind kind, CommandInput input) =>
        input.IsCard || input.Text.Length == 0
            ? new ListEntries(kind, Math.Clamp(input.NumberField("page") ?? 0, 0, 1_000))
            : ParsedCommand.Wrong($"\"{kind.Words()}\" stands alone; what follows it I do not understand.");
}
