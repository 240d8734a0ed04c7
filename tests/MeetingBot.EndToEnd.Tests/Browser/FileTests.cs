using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MeetingBot.EndToEnd.Tests.Browser;

/// <summary>A calendar file that somebody gives at the message box.</summary>
[Collection(InBrowser.Name)]
public sealed class FileTests(Chromium chromium)
{
    private const string Choose = "Add a file (.ics, .csv)";

    private static readonly FilePayload Dentist = File("July.ics", string.Join("\r\n",
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//test//EN", "BEGIN:VEVENT", "UID:1", "DTSTAMP:21000101T000000Z",
        "DTSTART:20250627T080000Z", "DTEND:20250627T090000Z", "RRULE:FREQ=DAILY", "SUMMARY:Dentist", "END:VEVENT",
        "END:VCALENDAR", ""));

    [Fact]
    public async Task ByKeyboard_AFileGoesWithALine_AndTheRoomSeesItsNameAlone()
    {
        await using var luna = await chromium.EnterAsync("file-keys", "Luna");
        await using var ada = await chromium.EnterAsync("file-keys", "Ada");
        await ada.Box.FillAsync("busy");
        var button = ada.Page.GetByRole(AriaRole.Button, new() { Name = Choose });
        await button.FocusAsync();
        await ChooseAsync(ada, Dentist, () => ada.Page.Keyboard.PressAsync("Enter"));
        await Expect(ada.Page.Locator("#given")).ToContainTextAsync("With it goes July.ics");
        await Expect(ada.Box).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.SeesAsync("I keep ");
        await luna.SeesAsync("File: July.ics");
        await Expect(ada.Page.Locator("#given")).ToBeHiddenAsync();
        await Expect(luna.Page.Locator("body")).Not.ToContainTextAsync("Dentist");
        Assert.Empty(ada.Problems);
    }

    [Fact]
    public async Task OnAPhone_AFileIsLeftOut_AndAnotherIsAnAgenda()
    {
        await using var ada = await chromium.EnterAsync("file-phone", "Ada", new()
        {
            ViewportSize = new() { Width = 390, Height = 800 }, IsMobile = true, HasTouch = true,
        });
        await ChooseAsync(ada, Dentist);
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Leave it out" }).TapAsync();
        await Expect(ada.Page.Locator("#given")).ToBeHiddenAsync();
        await ChooseAsync(ada, File("agenda.ics", string.Join("\r\n",
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//test//EN", "BEGIN:VEVENT", "UID:1", "DTSTAMP:21000101T000000Z",
            "DTSTART:21000701T080000Z", "DTEND:21000701T090000Z", "SUMMARY:Token lifetimes", "END:VEVENT", "END:VCALENDAR", "")));
        await Expect(ada.Page.Locator("#given")).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True(await ada.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).TapAsync();
        await ada.SeesAsync("File: agenda.ics");
        await ada.SeesAsync("Token lifetimes");
        Assert.Empty(ada.Problems);
    }

    [Fact]
    public async Task Dropped_ACalendarIsTaken_AndAnythingElseIsNot_NorIsItLostWhenTheServerIsAway()
    {
        await using var ada = await chromium.EnterAsync("file-drop", "Ada");
        await DropAsync(ada, "holiday.png");
        await Expect(ada.Notice).ToContainTextAsync("calendars (.ics) and tables");
        await Expect(ada.Page.Locator("#given")).ToBeHiddenAsync();
        await DropAsync(ada, "July.ics");
        await Expect(ada.Page.Locator("#given")).ToContainTextAsync("July.ics");

        await ada.Page.RouteAsync("**/say*", route => route.AbortAsync());
        await ada.SendAsync("busy");
        await Expect(ada.Notice).ToContainTextAsync("cannot be reached");
        await Expect(ada.Page.Locator("#given")).ToContainTextAsync("July.ics");
        await Expect(ada.Box).ToHaveValueAsync("busy");
        await ada.Page.UnrouteAsync("**/say*");
        await ada.Box.PressAsync("Enter");
        await ada.SeesAsync("File: July.ics");
        await Expect(ada.Page.Locator("#given")).ToBeHiddenAsync();
    }

    private static FilePayload File(string name, string content) =>
        new() { Name = name, MimeType = "text/calendar", Buffer = Encoding.UTF8.GetBytes(content) };

    private static Task ChooseAsync(RoomWindow window, FilePayload file) =>
        ChooseAsync(window, file, () => window.Page.GetByRole(AriaRole.Button, new() { Name = Choose }).TapAsync());

    // A browser opens its chooser only on the page in front, and other pages are open: that it was asked to is seen here.
    private static async Task ChooseAsync(RoomWindow window, FilePayload file, Func<Task> press)
    {
        await window.Page.EvaluateAsync("""
            document.body.dataset.chooser = '';
            document.getElementById('file').addEventListener('click', click => {
              click.preventDefault();
              document.body.dataset.chooser = 'asked';
            }, { once: true });
            """);
        await press();
        await Expect(window.Page.Locator("body")).ToHaveAttributeAsync("data-chooser", "asked");
        await window.Page.Locator("#file").SetInputFilesAsync(file);
        await Expect(window.Page.Locator("#given")).ToContainTextAsync(file.Name);
    }

    private static async Task DropAsync(RoomWindow window, string name)
    {
        var carried = await window.Page.EvaluateHandleAsync("""
            name => {
              const carried = new DataTransfer();
              carried.items.add(new File(['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'], name));
              return carried;
            }
            """, name);
        await window.Box.DispatchEventAsync("dragover", new { dataTransfer = carried });
        await Expect(window.Page.Locator("#composer.over")).ToBeAttachedAsync();
        await window.Box.DispatchEventAsync("drop", new { dataTransfer = carried });
        await Expect(window.Page.Locator("#composer.over")).Not.ToBeAttachedAsync();
    }
}
