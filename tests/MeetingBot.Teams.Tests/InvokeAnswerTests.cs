using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using MeetingBot.Tables;
using MeetingBot.Teams.Cards;
using MeetingBot.Teams.Support;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams;

/// <summary>The exact answers of an invoke: another key or type shows "Unable to reach app" in Teams.</summary>
public sealed class InvokeAnswerTests
{
    private static readonly TeamsOptions Development = new() { Development = true };
    private static readonly Card Agenda = new("Agenda", new CardText("1. Budget <b>"));

    private static async Task<string> AnswerAsync(RunTurn run, JsonObject? invoke = null)
    {
        await using var bot = await TestBot.StartAsync(Development, run);
        using var response = await bot.PostAsync(invoke ?? Invoke());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync();
    }

    private static RunTurn Answers(Answer? answer) => (_, _) => new ValueTask<TurnOutcome>(new TurnOutcome(answer));

    private static string Rendered(Card card)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) AdaptiveCardRenderer.Write(writer, card);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public async Task Card_IsAnsweredInPlace()
    {
        var answer = JsonNode.Parse(await AnswerAsync(Answers(new Answer("Agenda", Agenda))))!.AsObject();

        Assert.Equal(["statusCode", "type", "value"], answer.Select(p => p.Key));
        Assert.Equal(200, (int)answer["statusCode"]!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string)answer["type"]!);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Rendered(Agenda)), answer["value"]));
    }

    [Fact]
    public async Task Text_IsAMessage() => Assert.Equal(
        """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Vote counted – thanks."}""",
        await AnswerAsync(Answers(new Answer("Vote counted – thanks."))));

    [Fact]
    public async Task Refusal_IsAMessage_EvenWithACard() => Assert.Equal(
        """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Only the chair may."}""",
        await AnswerAsync(Answers(new Answer("Only the chair may.", Agenda, Refused: true))));

    [Fact]
    public async Task CardThatIsTooLarge_IsAnsweredByItsText() => Assert.Equal(
        """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Added 81. Budget"}""",
        await AnswerAsync(Answers(new Answer("Added 81. Budget", new Card("Agenda", new CardText(new string('<', 5_000)))))));

    [Fact]
    public async Task NoAnswer_IsAShortMessage() => Assert.Equal(
        """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Done."}""",
        await AnswerAsync(Answers(null)));

    [Fact]
    public async Task StoreDown_IsAnErrorInWords() => Assert.Equal(
        """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"ServiceUnavailable","""
        + "\"message\":\"I could not save that; nothing was recorded. Please try again.\"}}",
        await AnswerAsync((_, _) => throw new TableUnavailableException("down")));

    [Fact]
    public async Task StoreThatFailedWhileItWasSaved_IsSaidToBeUnsure()
    {
        var answer = await AnswerAsync((_, _) => throw new TableUnavailableException("cut off") { MayBeStored = true });

        Assert.StartsWith("""{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"ServiceUnavailable",""", answer, StringComparison.Ordinal);
        Assert.Contains("tell whether that was saved. Please look before you try again.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing was recorded", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenTurn_IsAnErrorInWords() => Assert.Equal(
        """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"ServiceError","""
        + "\"message\":\"Something went wrong on our side. Please try again.\"}}",
        await AnswerAsync((_, _) => throw new InvalidOperationException("bug")));

    [Fact]
    public async Task BadInvoke_IsAnErrorInWords() => Assert.Equal(
        """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","""
        + "\"message\":\"The action has no verb.\"}}",
        await AnswerAsync(Answers(null), Invoke().Without("value.action.verb")));

    [Fact]
    public async Task Refresh_IsNeverAnsweredWithAnError()
    {
        const string Start = """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":""";
        var broken = Invoke("automatic").Without("value.action.verb");

        string[] answers =
        [
            await AnswerAsync((_, _) => throw new TableUnavailableException("down"), Invoke("automatic")),
            await AnswerAsync((_, _) => throw new InvalidOperationException("bug"), Invoke("automatic")),
            await AnswerAsync(Answers(null), Invoke("automatic")),
            await AnswerAsync(Answers(null), broken),
        ];

        Assert.All(answers, answer => Assert.StartsWith(Start, answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task InvokeThatTakesTooLong_IsAnsweredInTime()
    {
        var time = new ManualTime();
        var running = new TaskCompletionSource();
        await using var bot = await TestBot.StartAsync(Development, time: time, run: async (_, cancel) =>
        {
            var cancelled = new TaskCompletionSource<TurnOutcome>();
            await using var registration = cancel.Register(() => cancelled.TrySetCanceled(cancel));
            running.SetResult();
            return await cancelled.Task;
        });

        var posting = bot.PostAsync(Invoke());
        await running.Task.WaitAsync(TimeSpan.FromSeconds(30));
        time.Advance(TimeSpan.FromSeconds(10));
        using var response = await posting.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"statusCode\":500", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/query")]
    [InlineData(null)]
    public async Task UnknownInvoke_Is501(string? name)
    {
        await using var bot = await TestBot.StartAsync(Development);
        using var response = await bot.PostAsync(Invoke().With("name", name));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Empty(bot.Turns);
    }
}
