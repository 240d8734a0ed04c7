using MeetingBot.Calendars;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Feeds;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>What calendar programs get, read by ical.js.</summary>
public sealed class CalendarFeedTests
{
    [Fact]
    public async Task Meeting_IsInTheFeedAndAlone_WithItsAgendaAndPlace()
    {
        using var room = new Room();
        await room.Says("Mara", "/settings name Risk group");
        await room.Says("Mara", "agenda add Token lifetimes 15m @Luna\nBudget; costs, all");
        await room.Says("Mara", "/meeting on 1 July at 15:00 for 90 min");
        await room.Says("Mara", "/meeting place Room 5, upstairs");
        var token = Token(room);
        var (feed, alone) = (await Read(room, token), await Read(room, token, 1));

        foreach (var calendar in new[] { feed, alone })
        {
            var meeting = Assert.Single(calendar.Events);
            Assert.Equal("PUBLISH", calendar.Properties["method"]);
            Assert.Equal(("2025-07-01T13:00:00Z", "2025-07-01T14:30:00Z"), (meeting.StartUtc, meeting.EndUtc));
            Assert.Equal(("Risk group", "Room 5, upstairs"), (meeting.Summary, meeting.Location));
            Assert.Equal("Agenda:\n1. Token lifetimes (15 min, Luna)\n2. Budget; costs, all", meeting.Description);
            Assert.Equal(("CONFIRMED", 1), (meeting.Status, meeting.Sequence));
            Assert.Equal(("mailto:meetingbot@bot.example", "MeetingBot"), (meeting.Organizer, meeting.OrganizerName));
        }
        Assert.Equal(feed.Events[0].Uid, alone.Events[0].Uid);
        Assert.Equal(("Risk group", "PT1H"), (feed.Properties["name"], feed.Properties["refresh-interval"]));
        Assert.Null(await Look(room, token, 2));
    }

    [Fact]
    public async Task MovedAndCalledOff_ItIsTheSameEventWithAHigherSequence()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        var first = Assert.Single((await Read(room, Token(room))).Events);
        await room.Says("Mara", "/meeting on 2 July at 15:00");
        var moved = Assert.Single((await Read(room, Token(room))).Events);
        await room.Says("Mara", "/meeting cancel");
        var off = Assert.Single((await Read(room, Token(room))).Events);
        Assert.Equal((first.Uid, first.Uid), (moved.Uid, off.Uid));
        Assert.Equal([0, 1, 2], new[] { first, moved, off }.Select(happening => happening.Sequence));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], new[] { first, moved, off }.Select(happening => happening.Status!));
    }

    [Fact]
    public async Task Series_IsARuleInWallTime_WithWhatIsMovedAndCalledOff()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting every second Tuesday at 15:00 for 1h");
        await room.Says("Mara", "agenda add Tokens");
        await room.Says("Mara", "/meeting on 2 July at 10:00");
        room.Time.AdvanceTo(Instant.FromUtc(2025, 7, 2, 8, 0));
        await room.Says("Mara", "meeting start Kick-off");
        await room.Says("Mara", "meeting end");
        await room.Says("Mara", "/meeting cancel");
        await room.Says("Mara", "agenda add Budget");

        var read = await Read(room, Token(room));
        Assert.Equal(["Europe/Zurich"], read.Zones);
        var series = read.Events[0];
        Assert.Equal("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", series.Rule);
        Assert.Equal(
            ["2025-07-02T08:00:00Z 2025-07-02T09:00:00Z", "2025-07-29T13:00:00Z 2025-07-29T14:00:00Z", "2025-08-12T13:00:00Z 2025-08-12T14:00:00Z"],
            series.Occurrences.Take(3).Select(one => one[..41]));
        Assert.Contains("2025-11-04T14:00:00Z 2025-11-04T15:00:00Z", series.Occurrences.Select(one => one[..41]));
        Assert.Equal("Agenda:\n1. Budget", Assert.Single(read.Events, happening => happening.Description?.Length > 0).Description);
        Assert.All(read.Events, happening => Assert.Equal(series.Uid, happening.Uid));
    }

    [Fact]
    public async Task MeetingThatWasHeld_StaysWithItsMinutes()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on 27 June at 17:00");
        await room.Says("Mara", "meeting start Kick-off");
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        await room.Says("Mara", "meeting end");
        var events = (await Read(room, Token(room))).Events;
        Assert.Equal(["2025-06-27T15:00:00Z", "2025-07-01T13:00:00Z"], events.Select(happening => happening.StartUtc));
        Assert.StartsWith("Minutes: https://bot.example/minutes/", events[0].Description, StringComparison.Ordinal);
        Assert.Equal("Kick-off", events[0].Summary);
        Assert.Equal(2, events.Select(happening => happening.Uid).Distinct().Count());
    }

    [Fact]
    public async Task OnesOwn_HasTheDaysByWhichOnesActionsAreDue_AndIsToldToOneselfAlone()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "note: here I am");
        await room.Says("Mara", "ACTION: Luna to share the document by 3 July");
        await room.Says("Mara", "ACTION: Tom to read it by 4 July");
        await room.Says("Mara", "ACTION: Luna to think about it");
        Assert.Equal(
            "I have sent you the address of your calendar, for you alone.\nYour calendar", await room.Says("Luna", "/calendar mine"));
        var told = Assert.Single(room.Transcript, message => message.Recipient is not null);
        Assert.Equal(("luna", true), (told.Recipient!.Id, told.Text.StartsWith("Your calendar", StringComparison.Ordinal)));
        var token = Token(room);
        var due = Assert.Single((await Read(room, token)).Events);
        Assert.Equal(("Due: share the document", "2025-07-03", "2025-07-04", true), (due.Summary, due.Start, due.End, due.AllDay));
        Assert.Equal("TRANSPARENT", due.Transp);
        await room.Says("Luna", "done 1");
        Assert.Empty((await Read(room, token)).Events);
    }

    [Fact]
    public async Task OnesOwn_HasEachGroupInWhichOneHasAskedForIt()
    {
        using var room = new Room(channel: new FakeChannel("teams"));
        var deliveries = 0;
        async Task<string> Says(string group, string who, string text)
        {
            var conversation = new ConversationReference("teams", "t", group, ConversationKind.Chat);
            return await room.Hears(new IncomingMessage(
                $"x{++deliveries}", conversation, new Person("teams", "t", who.ToLowerInvariant(), who), text, $"x{deliveries}", Addressed: false, Bare: false, []));
        }
        await Says("risk", "Mara", "/meeting on 1 July at 15:00");
        await Says("tokens", "Mara", "/meeting on 2 July at 15:00");
        await Says("others", "Mara", "/meeting on 3 July at 15:00");
        await Says("tokens", "Mara", "ACTION: Luna to share it by 4 July");
        await Says("risk", "Luna", "/calendar mine");
        var first = Token(room);
        Assert.Equal(["2025-07-01T13:00:00Z"], (await Read(room, first)).Events.Select(happening => happening.StartUtc));
        await Says("tokens", "Luna", "/calendar mine");
        var second = Token(room);
        foreach (var token in new[] { first, second })
            Assert.Equal(
                ["2025-07-01T13:00:00Z", "2025-07-02T13:00:00Z"],
                (await Read(room, token)).Events.Where(happening => !happening.AllDay).Select(happening => happening.StartUtc).Order(StringComparer.Ordinal));

        await Says("risk", "Luna", "/calendar revoke mine");
        Assert.Null(await Look(room, first));
        Assert.Equal(["2025-07-02T13:00:00Z"], (await Read(room, second)).Events.Where(happening => !happening.AllDay).Select(happening => happening.StartUtc));
        await Says("tokens", "Mara", "/forget everything really");
        Assert.Null(await Look(room, second));
    }

    [Fact]
    public async Task OnesOwn_OfTheTryItRooms_IsOfOneRoom_WhereNamesAreOnlySaid()
    {
        using var room = new Room();
        using var other = new Room("other", room.Table, room.Time, room.Bot.Channel, deliveries: 1_000);
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        await room.Says("Luna", "/calendar mine");
        await other.Says("Luna", "/calendar mine");
        Assert.Empty((await Look(other, Token(other)))!.Events);
    }

    [Fact]
    public async Task AddressThatWasRevoked_LeadsNowhere_AndANewOneDoes()
    {
        using var room = await Room.InMeeting();
        await room.Says("Mara", "/calendar");
        var first = Token(room);
        await room.Says("Mara", "/calendar");
        Assert.Equal(first, Token(room));
        await room.Says("Luna", "/calendar mine");
        var own = Token(room);
        Assert.StartsWith("That is for the group's chairs", await room.Says("Luna", "/calendar revoke"), StringComparison.Ordinal);
        Assert.StartsWith("The address of the group's calendar has ended", await room.Says("Mara", "/calendar revoke"), StringComparison.Ordinal);
        Assert.Null(await Look(room, first));
        Assert.NotNull(await Look(room, own));
        await room.Says("Mara", "/calendar");
        Assert.NotEqual(first, Token(room));
        Assert.NotNull(await Look(room, Token(room)));
        Assert.Null(await Look(room, first));
        await room.Says("Luna", "/calendar revoke mine");
        Assert.Null(await Look(room, own));
        Assert.Null(await Look(room, "token-0000000000000099"));
    }

    [Fact]
    public async Task Chair_EndsEveryAddress_PeoplesOwnToo()
    {
        using var room = await Room.InMeeting();
        await room.Says("Mara", "/calendar");
        var shared = Token(room);
        await room.Says("Luna", "/calendar mine");
        var own = Token(room);
        Assert.StartsWith("That is for the group's chairs", await room.Says("Luna", "/calendar revoke all"), StringComparison.Ordinal);
        Assert.StartsWith("Every address of a calendar", await room.Says("Mara", "/calendar revoke all"), StringComparison.Ordinal);
        Assert.Null(await Look(room, shared));
        Assert.Null(await Look(room, own));
    }

    [Fact]
    public async Task File_GoesToWhoAsks_Alone_AndIsWhatTheAddressLeadsTo()
    {
        using var room = new Room();
        Assert.StartsWith("No date is set.", await room.Says("Luna", "/calendar file"), StringComparison.Ordinal);
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        await room.Says("Luna", "/calendar file");
        var message = Assert.Single(room.Transcript, message => message.File is not null);
        Assert.Equal(("luna", "meeting-1.ics"), (message.Recipient!.Id, message.File!.Name));
        var files = new CalendarFiles(room.Bot.Calendars.CalendarAsync, room.Time);
        var file = await files.ReadAsync(message.File.Reference, default);
        Assert.Equal("2025-07-01T13:00:00Z", Assert.Single((await IcalJs.Read(file!.Value.ToArray())).Events).StartUtc);
        foreach (var wrong in new[] { "", "x", message.File.Reference + "0", message.File.Reference + "/1", "a/b", "token-0000000000000099/1" })
            Assert.Null(await files.ReadAsync(wrong, default));
    }

    [Fact]
    public async Task SeriesThatIsEnded_TakesWhatWasMovedWithIt()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting every Tuesday at 15:00");
        room.Time.AdvanceTo(Instant.FromUtc(2025, 7, 4, 8, 0));
        await room.Says("Mara", "/meeting on 10 July at 15:00");
        Assert.Contains("2025-07-10T13:00:00Z", (await Read(room, Token(room))).Events.Select(happening => happening.StartUtc));
        await room.Says("Mara", "/meeting cancel series");
        Assert.Null((await room.Overview()).Next);
        Assert.Single((await Read(room, Token(room))).Events);
    }

    [Fact]
    public async Task AddressOfTheMinutes_IsNoneOfTheCalendar_AndTheExportHoldsNeither()
    {
        using var room = await Room.InMeeting();
        await room.Says("Mara", "/calendar");
        var token = Token(room);
        Assert.Null(await Look(room, "token-0000000000000001"));
        Assert.Null(await PageLinks.FindAsync(room.Table, token, "minutes", room.Time.GetCurrentInstant(), default));
        var export = new System.Buffers.ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(room.Table, room.Group, room.Time.GetCurrentInstant(), _ => true, export, () => ValueTask.CompletedTask, default);
        Assert.DoesNotContain(token, System.Text.Encoding.UTF8.GetString(export.WrittenSpan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GroupThatIsForgotten_HasNoCalendar()
    {
        using var room = await Room.InMeeting();
        await room.Says("Mara", "/calendar");
        var token = Token(room);
        await room.Press("Mara", "forget", ("sure", "yes"));
        Assert.Null(await Look(room, token));
    }

    [Fact]
    public async Task HostileText_IsOnlyText()
    {
        using var room = new Room();
        const string text = "a\\n;,\":END:VEVENT <b>é\u2028x";
        await room.Says("Mara", "/settings name " + text);
        await room.Says("Mara", "agenda add " + text);
        await room.Says("Mara", "/meeting on 1 July at 15:00");
        await room.Says("Mara", "/meeting place " + text);
        var meeting = Assert.Single((await Read(room, Token(room))).Events);
        Assert.Contains("END:VEVENT <b>é", meeting.Summary, StringComparison.Ordinal);
        Assert.Contains("a\\n;,\":END:VEVENT <b>é", meeting.Location, StringComparison.Ordinal);
    }

    private static string Token(Room room) => room.Transcript.SelectMany(message => message.Card?.Buttons ?? [])
        .Select(button => button.Link?.AbsolutePath.Split('/') is ["", "calendar", var token, ..] ? token.Replace(".ics", "", StringComparison.Ordinal) : null)
        .Last(token => token is not null)!;

    private static ValueTask<Calendar?> Look(Room room, string token, int? meeting = null) => room.Bot.Calendars.CalendarAsync(token, meeting, default);

    private static async Task<ReadCalendar> Read(Room room, string token, int? meeting = null) =>
        await IcalJs.Read(CalendarSerializer.Serialize((await Look(room, token, meeting))!, room.Time.GetCurrentInstant()));
}
