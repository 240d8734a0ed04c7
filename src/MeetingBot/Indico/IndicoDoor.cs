using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MeetingBot.Conversations;
using MeetingBot.Conversations.Sending;
using MeetingBot.Meetings.Timetables;
using NodaTime;

namespace MeetingBot.Program.Indico;

/// <summary>
/// Has an Indico prepare events (<see cref="IndicoEvents"/>): without redirects or cookies, each call and its answer
/// bounded. What does not work now is tried again until the errand's time is over; what came of it is told by a turn.
/// </summary>
/// <param name="indico">Its address, without a final slash or with.</param>
internal sealed partial class IndicoDoor(
    HttpClient http, Uri indico, RunTurn run, IClock clock, TimeSpan limit, ILogger log) : IChannel
{
    private const int MostAnswer = 64 * 1024;

    public string Platform => IndicoEvents.Door;

    /// <summary>One client for the process; time is limited call by call.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostAnswer,
    };

    /// <inheritdoc/>
    /// <remarks>An event that was prepared twice is no harm: Indico forgets what nobody confirms.</remarks>
    public async ValueTask<Delivery> DeliverAsync(
        string outboxId, Outgoing message, LiveCard? existing, CancellationToken cancel)
    {
        if (message is not { Errand: { } errand, Recipient: { } asked })
            return new Delivery.Refused("it is no errand of anybody");
        var came = await PrepareAsync(errand, cancel);
        if (came.Passing && clock.GetCurrentInstant() < errand.Until) return new Delivery.Later(null, came.Problem!);
        await run(
            new ErrandDone($"errand {outboxId}", message.To, asked, errand, came.Address, came.Problem), cancel);
        return new Delivery.Sent(null);
    }

    private async ValueTask<Outcome> PrepareAsync(Errand errand, CancellationToken cancel)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(limit);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address())
            {
                Content = new ByteArrayContent(Body(errand)),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using var response = await http.SendAsync(request, inTime.Token);
            return response.IsSuccessStatusCode
                ? Read(await response.Content.ReadAsByteArrayAsync(inTime.Token))
                : Refused(response.StatusCode);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException
            && !cancel.IsCancellationRequested)
        {
            var kind = error is OperationCanceledException ? "no answer in time" : error.GetType().Name;
            NotPrepared(log, kind);
            return new Outcome(null, "It did not answer.", Passing: true);
        }
    }

    private Uri Address() => new(indico.AbsoluteUri.TrimEnd('/') + "/event/create/prepare");

    private Outcome Refused(HttpStatusCode status)
    {
        NotPrepared(log, $"{(int)status}");
        var passing = (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
        return new Outcome(null, passing ? "It is not available." : $"It refused that ({(int)status}).", passing);
    }

    private Outcome Read(byte[] answer)
    {
        var told = Url(answer);
        if (told is null) return new Outcome(null, "Its answer was not understood.");
        return IndicoEvents.Admit(indico, told) is { } address
            ? new Outcome(address, null)
            : new Outcome(null, "Its answer led to another place, where I send nobody.");
    }

    private static string? Url(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement is { ValueKind: JsonValueKind.Object } told
                && told.TryGetProperty("url", out var url) && url.ValueKind is JsonValueKind.String
                    ? url.GetString()
                    : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // The length is a number; all else is text.
    private static byte[] Body(Errand errand)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            foreach (var (name, value) in errand.Fields)
            {
                if (name == "duration" && int.TryParse(value, out var minutes)) json.WriteNumber(name, minutes);
                else json.WriteString(name, value);
            }
            json.WriteEndObject();
        }
        return body.ToArray();
    }

    [LoggerMessage(401, LogLevel.Warning, "Indico has not prepared an event: {Kind}.")]
    private static partial void NotPrepared(ILogger log, string kind);

    /// <param name="Passing">It may work a moment later.</param>
    private readonly record struct Outcome(Uri? Address, string? Problem, bool Passing = false);
}
