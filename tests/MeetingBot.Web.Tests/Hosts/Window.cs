using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace MeetingBot.Web.Tests.Hosts;

/// <summary>A browser window without script: keeps cookies, reads pages, sends their forms.</summary>
internal sealed class Window : IDisposable
{
    private readonly HttpClient _client;

    public Window(Uri address)
    {
        var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true };
        _client = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpStatusCode Status { get; private set; }

    public HttpResponseMessage Response { get; private set; } = null!;

    /// <summary>The address that the last page was read from, after redirects.</summary>
    public Uri Address => Response.RequestMessage!.RequestUri!;

    public HttpClient Client => _client;

    public async Task<IHtmlDocument> OpenAsync(string path) => await ReadAsync(await _client.GetAsync(path));

    /// <summary>Sends a form as the browser would, with some fields changed.</summary>
    public async Task<IHtmlDocument> SendAsync(
        IElement form, Dictionary<string, string>? fields = null, IElement? button = null, bool script = false)
    {
        var values = Read(form);
        if (button?.GetAttribute("name") is { } name)
            values.Add(KeyValuePair.Create(name, button.GetAttribute("value")!));
        foreach (var (field, value) in fields ?? [])
        {
            values.RemoveAll(v => v.Key == field);
            values.Add(KeyValuePair.Create(field, value));
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(values),
        };
        if (script) request.Headers.Add("X-Requested-With", "fetch");
        return await ReadAsync(await _client.SendAsync(request));
    }

    /// <summary>Types a line into the room's box and sends it.</summary>
    public async Task<IHtmlDocument> SayAsync(string person, string text, string? room = null)
    {
        var page = await OpenAsync($"{(room is null ? "/" : "/room/" + room)}?as={Uri.EscapeDataString(person)}");
        return await SendAsync(page.QuerySelector("#composer")!, new() { ["text"] = text });
    }

    public void Dispose() => _client.Dispose();

    private static List<KeyValuePair<string, string>> Read(IElement form) =>
    [
        .. form.QuerySelectorAll("input[name], textarea[name], select[name]").SelectMany(field => field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement input => [KeyValuePair.Create(input.Name!, input.Value)],
            IHtmlTextAreaElement area => [KeyValuePair.Create(area.Name!, area.Value)],
            IHtmlSelectElement select => [KeyValuePair.Create(select.Name!, select.Value ?? "")],
            _ => Array.Empty<KeyValuePair<string, string>>(),
        }),
    ];

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response)
    {
        (Response, Status) = (response, response.StatusCode);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
