using System.Net.Http.Headers;
using System.Text.Json;
using MeetingBot.Bench.Floor;

// The floor: what ASP.NET Core needs to read an activity, post one reply and answer 200, and nothing else.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();

using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
using var client = new HttpClient(handler);
var json = new MediaTypeHeaderValue("application/json", "utf-8");

app.MapGet("/health/ready", (RequestDelegate)(context => context.Response.WriteAsync("ready")));
app.MapPost("/api/messages", (RequestDelegate)EchoAsync);
await app.RunAsync();

async Task EchoAsync(HttpContext context)
{
    var cancel = context.RequestAborted;
    var heard = await JsonSerializer.DeserializeAsync(context.Request.Body, EchoJson.Default.EchoActivity, cancel);
    if (heard is not { ServiceUrl: { } serviceUrl, Conversation.Id: { } conversation, Id: { } id })
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return;
    }
    var said = new EchoActivity
    {
        Type = "message", Text = "Echo: " + heard.Text, ReplyToId = id, From = heard.Recipient, Recipient = heard.From,
        Conversation = heard.Conversation,
    };
    var path = $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{Uri.EscapeDataString(id)}";
    using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(serviceUrl), path));
    request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(said, EchoJson.Default.EchoActivity));
    request.Content.Headers.ContentType = json;
    using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    response.EnsureSuccessStatusCode();
    await using var answer = await response.Content.ReadAsStreamAsync(cancel);
    await JsonSerializer.DeserializeAsync(answer, EchoJson.Default.EchoActivity, cancel);
}
