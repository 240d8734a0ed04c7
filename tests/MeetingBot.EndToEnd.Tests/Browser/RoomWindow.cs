using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>One person's window on a room, used as that person would.</summary>
public sealed class RoomWindow : IAsyncDisposable
{
    private readonly Uri address;

    public RoomWindow(IPage page, Uri address, string name)
    {
        Page = page;
        this.address = address;
        Name = name;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Problems.Enqueue(message.Text);
        };
        page.PageError += (_, error) => Problems.Enqueue(error);
        page.Dialog += async (_, dialog) =>
        {
            Problems.Enqueue("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>Who they say they are.</summary>
    public string Name { get; }

    /// <summary>What the browser complained about, and every dialog that opened.</summary>
    public ConcurrentQueue<string> Problems { get; } = new();

    public ILocator Panel => Page.Locator("#panel");

    public ILocator Posts => Page.Locator("#posts > li");

    public ILocator Notice => Page.Locator("#notice");

    public ILocator Box => Page.GetByRole(AriaRole.Textbox, new() { Name = "Your message" });

    /// <summary>Says the name and waits until messages arrive live.</summary>
    public async Task EnterAsync()
    {
        await Page.GotoAsync(address.AbsoluteUri);
        await Page.GetByLabel("Your name").FillAsync(Name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Enter the room" }).ClickAsync();
        await LiveAsync();
    }

    public Task LiveAsync() => Assertions.Expect(Page.Locator("#room[data-live=true]")).ToBeAttachedAsync();

    /// <summary>Types a line, sends it with Enter and waits for the bot's answer below it.</summary>
    public async Task SayAsync(string text, string answer)
    {
        await SendAsync(text);
        await SeesAsync(answer);
    }

    public async Task SendAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>Waits until a message with that text is there.</summary>
    public Task SeesAsync(string text) =>
        Assertions.Expect(Posts.Filter(new() { HasText = text }).Last).ToBeAttachedAsync();

    /// <summary>The newest card whose title has that text.</summary>
    public ILocator Card(string title) =>
        Page.Locator("form.card")
            .Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = title }) }).Last;

    /// <summary>Waits until the agenda has come to the end of the room, where a starting meeting puts it.</summary>
    public async Task AgendaIsLastAsync()
    {
        await Assertions.Expect(Page.Locator("#posts > li:last-child form.card")).ToContainTextAsync("Agenda: ");
        await Assertions.Expect(Page.Locator("form.card").Filter(new() { HasText = "Agenda: " })).ToHaveCountAsync(1);
    }

    public async Task PressAsync(string card, string button) =>
        await Card(card).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>A section of the panel, by its heading.</summary>
    public ILocator Section(string heading) => Panel.Locator("section").Filter(
        new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true }) });

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
