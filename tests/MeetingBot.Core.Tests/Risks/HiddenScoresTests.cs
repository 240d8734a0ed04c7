using System.Buffers;
using System.Text;
using System.Text.Json;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Risks.Report;
using MeetingBot.Risks.Scoring;

namespace MeetingBot.Risks;

/// <summary>
/// Until the reveal nothing that anybody else can see depends on what was scored: each is looked at twice, after low and
/// after high scores, and is the same to the letter.
/// </summary>
public sealed class HiddenScoresTests
{
    private const string Secret = "because-of-the-secret";

    /// <summary>Round 1 is revealed; in round 2 of TR-1 and TR-2 Ben, Carl and Dora have scored, Ben twice. Emil looks.</summary>
    private static async Task<Room> Scored(string value)
    {
        var room = await RiskRoom.WithRisks(3);
        await room.Says("Anna", "/risk open TR-1 TR-2 until Wednesday 18:00");
        await room.Advance(1);
        foreach (var who in RiskRoom.Members.Take(4)) await room.Scores1(who, "TR-1", "2", "3", "as it was");
        await room.Says("Anna", "/risk reveal");
        await room.Says("Anna", "/risk open TR-1 TR-2 until Wednesday 18:00");
        await room.Advance(1);
        foreach (var who in (string[])["Ben", "Carl", "Dora", "Ben"])
        {
            await room.Scores1(who, "TR-1", value, value, $"{Secret} {value}", round: 2);
            await room.Advance(1);
        }
        await room.Scores1("Ben", "TR-2", value is "1" ? "?" : "-", value, Secret, round: 2);
        return room;
    }

    private static async Task Same(Func<Room, Task<string>> look)
    {
        var seen = new List<string>();
        foreach (var value in (string[])["1", "5"])
        {
            using var room = await Scored(value);
            seen.Add(await look(room));
        }
        Assert.NotEmpty(seen[0]);
        Assert.DoesNotContain(Secret, seen[0], StringComparison.Ordinal);
        Assert.Equal(seen[0], seen[1]);
    }

    private static string Drawn(Card? card) => card is null ? "" : JsonSerializer.Serialize<object>(card, Plain) + card.Text();

    private static readonly JsonSerializerOptions Plain = new() { IncludeFields = true };

    // What goes to several people goes at once: which arrives first is nobody's promise.
    private static string Told(Room room) => string.Join('\n', room.Bot.Channel.Sent
        .Select(sent => sent.Message.Text + sent.Message.Card?.Text()).Order(StringComparer.Ordinal));

    [Fact]
    public Task SharedCard_AndEveryMessageWithItsMoment() => Same(room => Task.FromResult(string.Join('\n', room.Bot.Channel.Sent
        .Select(sent => $"{sent.OutboxId} {sent.Message.Slot} {sent.Message.Recipient?.Id} {sent.Message.Text} {Drawn(sent.Message.Card)}")
        // What goes to several people goes at once: which arrives first is nobody's promise.
        .Order(StringComparer.Ordinal))));

    [Fact]
    public Task SharedCard_TellsWhoHasAnsweredAndHowFar_OfOneWhoScoredAgainNothingMore() => Same(async room =>
    {
        await room.Advance(1);
        var card = room.Bot.Channel.Sent.Last(sent => sent.Message.Slot == "round 1 2").Message.Card!.Text();
        Assert.Contains("All answered (1): Ben", card, StringComparison.Ordinal);
        Assert.Contains("On the way (2): Carl 1 of 2, Dora 1 of 2", card, StringComparison.Ordinal);
        Assert.Contains("Nothing yet (5): Anna, Emil, Fay, Gus, Hana", card, StringComparison.Ordinal);
        return card;
    });

    [Fact]
    public Task AnothersCard() => Same(async room =>
    {
        var shown = await room.Press("Emil", "risk card", ("assessment", "1"), ("round", "2"), ("risk", "TR-1"));
        var scored = await room.Scores1("Emil", "TR-1", "3", "3", "mine", round: 2);
        return Drawn(shown!.Card) + shown.Text + Drawn(scored!.Card) + scored.Text;
    });

    [Fact]
    public Task ListOfRisks_BeforeAndWhileASecondRoundIsOpen_ShowsTheFirstAlone() => Same(async room =>
    {
        var list = Drawn((await room.Press("Emil", "risks"))!.Card) + await room.Says("Emil", "/risks");
        Assert.Contains("Low", list, StringComparison.Ordinal);
        return list;
    });

    [Fact]
    public Task OneRisk_ShowsTheFirstRoundAlone() => Same(async room =>
    {
        await room.Says("Emil", "/risks TR-1");
        await room.Advance(1);
        var typed = room.Bot.Channel.Sent.Last(sent => sent.Message.Slot == "risk 1 TR-1").Message.Card!.Text();
        Assert.Contains("as it was", typed, StringComparison.Ordinal);
        Assert.Contains("n 4", typed, StringComparison.Ordinal);
        var second = (await room.Press("Emil", "risks", ("risk", "TR-2")))!.Card!.Text();
        Assert.DoesNotContain("round 2", second, StringComparison.Ordinal);
        return typed + second + (await room.Press("Emil", "risks", ("risk", "TR-1")))!.Card!.Text();
    });

    [Fact]
    public Task Export() => Same(async room =>
    {
        var output = new ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(room.Table, room.Group, FakeTime.Start, _ => true, output, () => ValueTask.CompletedTask, CancellationToken.None);
        var written = Encoding.UTF8.GetString(output.WrittenSpan);
        Assert.Contains("\"round\"", written, StringComparison.Ordinal);
        return written;
    });

    [Fact]
    public Task ReportsDocument_AndItsJson() => Same(async room =>
    {
        var document = await new AssessmentDocuments(room.Table, room.Time).OfAsync(room.Group, 1, null, CancellationToken.None);
        Assert.Single(document!.Rounds);
        return JsonSerializer.Serialize(document);
    });

    [Fact]
    public Task ReportInEveryForm_WithAMapping() => Same(async room =>
    {
        await room.Says("Anna", "/risk mapping import EGI\nto: egi\nlikelihood: 1=1; 2=1; 3=2; 4=3; 5=4\nimpact: 1=1; 2=2; 3=3; 4=3; 5=4");
        var document = (await new AssessmentDocuments(room.Table, room.Time).OfAsync(room.Group, 1, null, CancellationToken.None))!;
        Assert.Contains("On EGI", AssessmentSheets.Of(document)[1].Rows[0][^1], StringComparison.Ordinal);
        return string.Join('\n', AssessmentSheets.Of(document).SelectMany(sheet => sheet.Rows).Select(row => string.Join('|', row)))
            + AssessmentCsv.Write(document) + OscalRisks.Write(document) + ReportMarkdown.Write(RiskReport.Of(document), null)
            + Encoding.UTF8.GetString(AssessmentJson.Write(document)) + Encoding.UTF8.GetString(AssessmentJson.Write(document.For(Tlp.Green)));
    });

    [Fact]
    public Task Forgetting_ShowsNothingOfWhatTheyScored_NorDoesTheExportAfterwards() => Same(async room =>
    {
        foreach (var who in (string[])["Ben", "Carl"])
        {
            await room.Says(who, "/forget me really");
            for (var turn = 0; turn < 40; turn++) await room.Advance(0);
        }
        Assert.DoesNotContain(room.Table.Under(room.Partition, "now"), row => row.RowKey == GroupRows.DeparturesKey);
        var output = new ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(room.Table, room.Group, FakeTime.Start, _ => true, output, () => ValueTask.CompletedTask, CancellationToken.None);
        return Opaque.Replace(Encoding.UTF8.GetString(output.WrittenSpan), "…")
            + Told(room);
    });

    private static readonly System.Text.RegularExpressions.Regex Opaque = new("[0-9a-f]{32}");

    [Fact]
    public Task WhoIsReminded_IsToldHowMuchIsOwed_AndNothingOfWhatWasSaid() => Same(async room =>
    {
        for (var hour = 0; hour < 110; hour++) await room.Advance(60);
        Assert.Contains(room.Bot.Channel.Sent, sent => sent.Message.Recipient?.Name == "Carl" && sent.Message.Text.StartsWith("Your answer is missing", StringComparison.Ordinal));
        return string.Join('\n', room.Bot.Channel.Sent
            .Select(sent => $"{sent.Message.Recipient?.Id} {sent.Message.Text} {Drawn(sent.Message.Card)}").Order(StringComparer.Ordinal));
    });

    [Fact]
    public Task Log_OfATurnThatSucceeds_IsRepeated_OrFails() => Same(async room =>
    {
        var log = new FakeLog();
        using var bot = new Bot(room.Table, room.Time, room.Bot.Channel, "b", exclusive: true, log);
        var value = RiskRows.ReadScore(room.Table.Under(room.Partition, "score", "00000001", "00000002", "TR-1")[0]).Scores[RiskDimension.Impact].Value;
        var press = room.Pressed("Emil", "risk score", Fields($"{value}"));
        await bot.Turn(press);
        await bot.Turn(press);
        room.Table.Faults = call => call.Kind == "commit" ? Fault.Before : Fault.None;
        await Assert.ThrowsAsync<Tables.TableUnavailableException>(async () => await bot.Turn(room.Pressed("Emil", "risk score", Fields($"{value}"))));
        room.Table.Faults = _ => Fault.None;
        bot.Channel.Answer = _ => new Delivery.Refused("No such person.");
        await bot.Turn(room.Pressed("Emil", "risk score", Fields($"{value}")) with { WantsAnswer = false });
        await Eventually.Until(() => log.Lines.Any(line => line.Contains("No such person", StringComparison.Ordinal)), "the failed delivery is logged");
        Assert.DoesNotContain(log.Lines, line => line.Contains(Secret, StringComparison.Ordinal) || line.Contains("ikelihood", StringComparison.Ordinal));
        return log.Lines.First(line => line.Contains("No such person", StringComparison.Ordinal));
    });

    private static (string, string)[] Fields(string value) =>
        [("assessment", "1"), ("round", "2"), ("risk", "TR-1"), ("likelihood", value), ("impact", value), ("rationale", Secret)];

    [Fact]
    public Task RowsBesideTheScoresOwn() => Same(room => Task.FromResult(string.Join('\n', room.Table.Calls
        .SelectMany(call => call.Changes)
        .Where(change => change is not Tables.RowChange.Delete && change.RowKey.Split('|')[0] is not ("score" or "seen" or "card"))
        .Select(change => $"{change.RowKey} {Encoding.UTF8.GetString(change.Payload.Span)}").Order(StringComparer.Ordinal))));

    [Theory]
    [InlineData("/risk agree TR-2")]
    [InlineData("/risk agree TR-2 3 3")]
    [InlineData("/risk discuss TR-2")]
    [InlineData("/risk discuss")]
    [InlineData("/risk open TR-1")]
    [InlineData("/risk open TR-2 residual")]
    [InlineData("/risk freeze")]
    [InlineData("/risk split TR-9 a | b")]
    [InlineData("/risk criteria nist")]
    [InlineData("/risk criteria named")]
    [InlineData("/risk treat TR-2 reduce x")]
    [InlineData("/risk nudge")]
    [InlineData("/risk extend Thursday 18:00")]
    [InlineData("/risk report")]
    [InlineData("/undo")]
    [InlineData("/find because")]
    [InlineData("/risk")]
    [InlineData("/risk assessments")]
    [InlineData("/risk share")]
    [InlineData("/risk import from AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/risk import risks\nid;title\nTR-2;Another title")]
    [InlineData("/risk mapping")]
    [InlineData("/risk mapping import EGI\nto: egi\nlikelihood: 1=1; 2=1; 3=2; 4=3; 5=4\nimpact: 1=1; 2=2; 3=3; 4=3; 5=4")]
    [InlineData("/risk mapping drop EGI")]
    [InlineData("/risk votes TR-1 2")]
    [InlineData("/forget me")]
    [InlineData("/risk merge TR-1 TR-2")]
    [InlineData("/risk drop TR-1")]
    [InlineData("/risk community ATLAS 3: @Ben")]
    public Task Words_OfWhateverElseIsAsked_ByWhoRunsIt(string typed) => Same(async room =>
    {
        var said = await room.Says("Anna", typed);
        await room.Advance(1);
        return said + Told(room);
    });

    [Fact]
    public Task Undo_OfWhoScored_TakesNoScoreBack() => Same(async room =>
    {
        await room.Says("Anna", "/meeting start");
        var said = await room.Says("Ben", "/undo");
        Assert.Equal(4, room.Table.Under(room.Partition, "score", "00000001", "00000002").Count);
        return said;
    });

    [Fact]
    public Task GuessedDelivery_OfAnother_IsADeliveryOfOnesOwn() => Same(async room =>
    {
        var press = room.Pressed("Emil", "risk card", ("assessment", "1"), ("round", "2"), ("risk", "TR-1"));
        var answers = new StringBuilder();
        foreach (var seen in room.Table.Under(room.Partition, "seen"))
        {
            var answer = (await room.Bot.Turn(press with { DeliveryId = seen.RowKey.Split('|')[1] })).Answer!;
            answers.Append(answer.Text).Append(Drawn(answer.Card));
            var score = await room.Bot.Turn(press with { DeliveryId = seen.RowKey.Split('|')[1], Verb = "risk score" });
            answers.Append(score.Answer!.Text).Append(Drawn(score.Answer.Card));
        }
        return answers.ToString();
    });

    [Fact]
    public Task PressedWithAnothersIds_IsOnesOwn() => Same(async room =>
    {
        var told = new StringBuilder();
        foreach (var field in (string[])["member", "person", "who", "sender", "actor", "onlyFor", "user"])
        {
            var answer = (await room.Press("Emil", "risk card", ("assessment", "1"), ("round", "2"), ("risk", "TR-1"), (field, Room.Who("Ben").Key.Value)))!;
            told.Append(answer.Text).Append(Drawn(answer.Card));
        }
        foreach (var (risk, next) in ((string, string)[])[("TR-1", "TR-9"), ("TR-9", "TR-1"), ("TR-1", "../../Ben"), ("TR-1|ben", "TR-1"), ("TR-1/\0", "\uD800")])
        {
            var answer = (await room.Press("Emil", "risk score", ("assessment", "1"), ("round", "2"), ("risk", risk), ("next", next), ("likelihood", "3"), ("impact", "3")))!;
            told.Append(answer.Text).Append(Drawn(answer.Card));
        }
        foreach (var (assessment, round) in ((string, string)[])[("1", "1"), ("0", "2"), ("-1", "2"), ("1", "-2"), ("2147483647", "2"), ("1", "3")])
        {
            var answer = (await room.Press("Emil", "risk card", ("assessment", assessment), ("round", round), ("risk", "TR-1")))!;
            told.Append(answer.Text).Append(Drawn(answer.Card));
        }
        return told.ToString();
    });

    [Fact]
    public Task CancelledRound_IsUnseenForEver() => Same(async room =>
    {
        await room.Says("Anna", "/risk cancel");
        await room.Says("Anna", "/risk reveal");
        await room.Says("Anna", "/risk reveal 2");
        await room.Advance(60 * 24 * 9);
        await room.Says("Anna", "/risk open TR-1 TR-2 until Wednesday 18:00");
        await room.Advance(1);
        await room.Scores1("Emil", "TR-1", "3", "3", round: 3);
        await room.Says("Anna", "/risk reveal");
        await room.Says("Anna", "/risks TR-1");
        await room.Says("Anna", "/risk freeze");
        var document = await new AssessmentDocuments(room.Table, room.Time).OfAsync(room.Group, 1, "1.0", CancellationToken.None);
        var own = (await room.Press("Ben", "risk card", ("assessment", "1"), ("round", "2"), ("risk", "TR-1")))!;
        Assert.Equal("Round 2 was called off.", own.Text);
        return JsonSerializer.Serialize(document) + Told(room);
    });

    [Fact]
    public Task RoomsView() => Same(async room =>
    {
        var cards = new StringBuilder(JsonSerializer.Serialize(await room.Overview()));
        foreach (var slot in (string[])["round 1 2", "risk 1 TR-1", "score 1 2", "agenda"])
        {
            cards.Append(Drawn(await room.Bot.Views.CardAsync(room.Group, Room.Who("Emil"), slot, CancellationToken.None)));
            cards.Append(Drawn(await room.Bot.Views.DrawAsync(room.Conversation, slot, CancellationToken.None)));
        }
        return cards.ToString();
    });

    [Fact]
    public async Task ScoreThatIsNotAnsweredInPlace_IsToldToItsAuthorAlone()
    {
        using var room = await Scored("4");
        var before = room.Bot.Channel.Sent.Count;
        await room.Bot.Turn(room.Pressed("Emil", "risk score", Fields("4")) with { WantsAnswer = false });
        await room.Advance(1);
        var told = room.Bot.Channel.Sent.Skip(before).ToList();
        Assert.All(told, sent => Assert.True(sent.Message.Recipient?.Key == Room.Who("Emil").Key || sent.Message.Slot == "round 1 2"));
        Assert.Contains("Recorded", Assert.Single(told, sent => sent.Message.Recipient is not null).Message.Card!.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(told, sent => sent.Message.Recipient is null && sent.Message.Card!.Text().Contains(Secret, StringComparison.Ordinal));
    }
}
