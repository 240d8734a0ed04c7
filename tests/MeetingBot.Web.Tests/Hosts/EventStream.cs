using System.Net.ServerSentEvents;

namespace MeetingBot.Web.Tests.Hosts;

/// <summary>The server-sent events of an open page; reads until one is what the test waits for.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventStream(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _items = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    public string LastId { get; private set; } = "";

    public static async Task<EventStream> OpenAsync(Window window, string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await window.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return new EventStream(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>
    /// The first event of that kind whose data holds the text; those before it are in <paramref name="passed"/>.
    /// </summary>
    public async Task<string> WaitForAsync(string kind, string holds, List<SseItem<string>>? passed = null)
    {
        while (true)
        {
            Assert.True(await _items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)), "The events ended.");
            var item = _items.Current;
            if (item.EventId is { Length: > 0 } id) LastId = id;
            if (item.EventType == kind && item.Data.Contains(holds, StringComparison.Ordinal)) return item.Data;
            passed?.Add(item);
        }
    }

    /// <summary>Whether the server has ended the stream.</summary>
    public async Task WaitForEndAsync()
    {
        while (await _items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30))) { }
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        try
        {
            await _items.DisposeAsync();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or NotSupportedException)
        {
            // Closed while reading: that is what disposing does.
        }
    }
}
