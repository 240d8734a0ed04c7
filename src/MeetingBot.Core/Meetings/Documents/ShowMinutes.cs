using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeetingBot.Agendas;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Minutes;
using MeetingBot.Tables;

namespace MeetingBot.Meetings.Documents;

/// <summary>Shows the minutes so far, or those of an earlier meeting, as a card with a way to the page.</summary>
/// <param name="Number">The meeting; null for the running or last one.</param>
public sealed partial record ShowMinutes(int? Number) : Command
{
    private const int LastLines = 12;
    private const int LineLength = 300;
    private const int HeadingLength = 120;
    private const int LinesRoom = 7_500;
    private const int ResolutionsRoom = 4_000;

    private static readonly ImmutableArray<string> Last = ["last", "latest", "last meeting", "of the last meeting"];

    public static CommandForm Form { get; } = new(
        "minutes", "[meeting number]", "/minutes", "shows the minutes so far", Read)
    {
        Aliases = ["minutes?", "show minutes", "minutes show", "draft minutes"],
    };

    public override Reads Reads(Turn turn)
    {
        var number = ShownMeeting.Number(Number, turn);
        return MinutesRecord.Reads(number).And(Tables.Reads.OfKeys(MeetingRows.Key(number)));
    }

    public override Decision Decide(Turn turn, RowSet rows)
    {
        var (meeting, problem) = ShownMeeting.Find(Number, turn, rows);
        if (meeting is null) return problem!;

        var minutes = MinutesRecord.Compile(meeting, AgendaState.Of(meeting, rows), rows, turn.Group);
        return new Decision { ShowCard = Describe(minutes, MinutesPages.Address(turn, meeting.Number)) };
    }

    private static Card Describe(MinutesDocument minutes, Uri? page)
    {
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(
            new CardFacts(
                [new CardFact("Present", Phrases.Shorten(Phrases.Join(minutes.Present), 500)), .. Regrets(minutes)]));
        // Whoever asks wants to see what was just said, wherever it stands in the agenda.
        var lines = minutes.Sections
            .SelectMany(section => section.Lines.Select(line => (line.Id, Shown: Shown(section, line))))
            .OrderBy(line => line.Id, StringComparer.Ordinal)
            .Select(line => line.Shown)
            .ToList();
        var last = CardRoom.Last(
            lines, line => CardRoom.Bytes(line.Heading ?? "") + CardRoom.Bytes(line.Text), LastLines, LinesRoom);
        if (lines.Count > last.Length)
            body.Add(new CardText($"The last {last.Length} of {lines.Count} lines:", TextTone.Subtle));
        string? heading = null;
        foreach (var (under, text) in last)
        {
            if (under is not null && under != heading) body.Add(new CardHeading(under));
            heading = under;
            body.Add(new CardText(text));
        }
        if (lines.Count == 0) body.Add(new CardText("Nothing was recorded yet."));
        if (minutes.Resolutions.Length > 0)
        {
            body.Add(new CardHeading("Resolutions"));
            var resolutions = minutes.Resolutions.Select(line => Phrases.Shorten(Whole(line, line.Text), LineLength));
            foreach (var text in CardRoom.Last(resolutions, CardRoom.Bytes, LastLines, ResolutionsRoom))
                body.Add(new CardText(text));
        }
        var draft = minutes.EndedAt is null ? " (draft)" : "";
        return new Card(
            $"Minutes: {minutes.Title}{draft}", body.DrainToImmutable(),
            page is null ? [] : [CardButton.Open("Open the page", page)]);
    }

    private static IEnumerable<CardFact> Regrets(MinutesDocument minutes) =>
        minutes.Regrets.IsEmpty ? [] : [new CardFact("Regrets", Phrases.Shorten(Phrases.Join(minutes.Regrets), 500))];

    private static (string? Heading, string Text) Shown(MinutesSection section, MinutesLine line) => (
        section.Heading is { } heading ? Phrases.Shorten(heading, HeadingLength) : null,
        Phrases.Shorten(Whole(line, Text(line)), LineLength));

    private static string Whole(MinutesLine line, string text) => string.Join("\n… ", line.Continuations.Prepend(text));

    private static string Text(MinutesLine line) => line.Kind switch
    {
        MinuteKind.Resolution or MinuteKind.Agreement => MinuteLabels.Of(line.Kind) + line.Text,
        MinuteKind.Action => $"ACTION {line.Text}",
        _ => line.Speaker is { } who ? $"{who} - {line.Text}" : line.Text,
    };

    private static ParsedCommand Read(CommandInput input)
    {
        if (input.Text.Length == 0) return new ShowMinutes(input.NumberField("meeting"));
        if (Last.Contains(input.Text, StringComparer.OrdinalIgnoreCase)) return new ShowMinutes((int?)null);
        var typed = Named().Replace(input.Text, "");
        return CommandInput.TypedNumber(typed) is { } number and > 0
            ? new ShowMinutes(number)
            : ParsedCommand.Wrong("\"minutes\" stands alone, or with a meeting's number.");
    }

    [GeneratedRegex(@"^(?:of\s{1,3})?meeting\s{1,3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
