using MeetingBot.Conversations;
using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>A calendar in the group's conversation is an agenda: it is offered to be put on, with its date.</summary>
public sealed class CalendarAgendaTests
{
    // As Indico exports contributions.
    private static readonly string[][] Contributions =
    [
        ["UID:indico-contribution-11@events.example.org", "SUMMARY:Welcome", "DTSTART:20250711T070000Z", "DTEND:20250711T071500Z", @"DESCRIPTION:Speakers: Luna Roth (Example Institute)\n\nhttps://events.example.org/11/"],
        ["UID:indico-break-3@events.example.org", "SUMMARY:Coffee", "DTSTART:20250711T083000Z", "DTEND:20250711T090000Z"],
        ["UID:indico-contribution-12@events.example.org", "SUMMARY:Token lifetimes", "DTSTART:20250711T071500Z", "DTEND:20250711T083000Z", @"DESCRIPTION:Speakers: Luna Roth (Example Institute)\, Noor Amin (Another)"],
    ];

    [Fact]
    public async Task Contributions_AreOfferedInTheirOrder_WithPresentersAndLengths()
    {
        using var room = new Room();
        Assert.Equal("This looks like an agenda of 3 items: put them on?", await room.Says("Mara", Calendar(Contributions)));
        var card = room.Transcript[^1].Card!;
        Assert.Contains("It is on Fri 11 July, 09:00–11:00 (Europe/Zurich).", card.Text(), StringComparison.Ordinal);
        Assert.Contains("/busy", card.Text(), StringComparison.Ordinal);
        Assert.Empty((await room.Overview()).Agenda);

        await room.Press("Mara", card.Button("Put them on the agenda"));
        Assert.Equal(
            ["Welcome 15 min Luna Roth", "Token lifetimes 75 min Luna Roth and Noor Amin", "Coffee 30 min "],
            (await room.Overview()).Agenda.Select(item => $"{item.Title} {item.Timebox?.TotalMinutes} min {item.Presenter}"));
    }

    [Fact]
    public async Task Date_IsMadeTheMeetingsByAPress_OfWhoChairs()
    {
        using var room = new Room();
        await room.Says("Luna", "meeting start");
        await room.Says("Luna", "meeting end");
        await room.Says("Mara", Calendar(Contributions));
        var button = room.Transcript[^1].Card!.Button("Make this the meeting's date");
        Assert.True((await room.Press("Mara", button))!.Refused);
        Assert.Equal("Meeting 2: Fri 11 July, 09:00–11:00 (Europe/Zurich)", (await room.Press("Luna", button))!.Text);
        await room.Says("Mara", Calendar(Contributions));
        Assert.Contains("as the meeting is", room.Transcript[^1].Card!.Text(), StringComparison.Ordinal);
        Assert.False(room.Transcript[^1].Card!.Offers("Make this the meeting's date"));
    }

    [Fact]
    public async Task EventThatSpansTheOthers_IsTheMeeting()
    {
        using var room = new Room();
        await room.Says("Mara", Calendar([["UID:p", "SUMMARY:TTT July", "DTSTART:20250711T070000Z", "DTEND:20250711T100000Z"], .. Contributions]));
        var card = room.Transcript[^1].Card!;
        Assert.Equal("This looks like an agenda of 3 items: put them on?", card.Title);
        Assert.Contains("09:00–12:00", card.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"Agenda:\n1. Welcome 5m\n2. Tokens 30m @Luna\n3. AOB 5m", 3)]
    [InlineData(@"Dear all\,\n\nAgenda\n- Welcome\n- Tokens\n- AOB\n\nJoin: https://meet.example/1", 3)]
    [InlineData(@"10:30 Coffee\n11:00 Tokens\n12:00 Lunch", 3)]
    [InlineData(@"<p>Agenda:</p><ul><li>Welcome 5m</li><li>Tokens 30m</li><li>AOB 5m</li></ul>", 3)]
    public async Task AgendaInTheDescription_IsOffered(string description, int items)
    {
        using var room = new Room();
        await room.Says("Mara", Calendar("UID:1", "SUMMARY:TTT", "DTSTART;TZID=Europe/Zurich:20250711T160000", "DURATION:PT1H", "DESCRIPTION:" + description));
        var card = room.Transcript[^1].Card!;
        Assert.StartsWith($"This looks like an agenda of {items} items", card.Title, StringComparison.Ordinal);
        await room.Press("Mara", card.Button("Put them on the agenda"));
        Assert.Equal(items, (await room.Overview()).Agenda.Length);
    }

    [Fact]
    public async Task WhatIsNotTakenYet_StaysOnOffer()
    {
        using var room = new Room();
        await room.Says("Mara", Calendar(
            "UID:1", "SUMMARY:TTT July", "LOCATION:Room 5", "DTSTART:20250711T140000Z", "DURATION:PT1H",
            @"DESCRIPTION:Agenda:\n1. Welcome 5m\n2. Tokens 30m\n3. AOB 5m"));
        var offer = room.Transcript[^1].Card!;
        Assert.Contains("16:00–17:00 (Europe/Zurich), Room 5", offer.Text(), StringComparison.Ordinal);
        const string date = "Make this the meeting's date, place and title";
        // The agenda first: the date is offered on.
        var left = (await room.Press("Mara", offer.Button("Put them on the agenda")))!;
        Assert.StartsWith("Added 1. Welcome", left.Text, StringComparison.Ordinal);
        Assert.Equal([date], left.Card!.AllButtons().Select(button => button.Title));
        Assert.Equal(
            "TTT July: Fri 11 July, 16:00–17:00 (Europe/Zurich), Room 5",
            (await room.Press("Mara", left.Card!.Button(date)))!.Text);

        // The date first: the card stays as it is, and the agenda's answer offers no date any more.
        using var other = new Room("other");
        await other.Says("Mara", Calendar(
            "UID:1", "SUMMARY:TTT July", "DTSTART:20250711T140000Z", "DURATION:PT1H", @"DESCRIPTION:Agenda:\n1. Welcome 5m\n2. AOB 5m"));
        offer = other.Transcript[^1].Card!;
        Assert.Null((await other.Press("Mara", offer.Button("Make this the meeting's date and title")))!.Card);
        var taken = (await other.Press("Mara", offer.Button("Put them on the agenda")))!;
        Assert.DoesNotContain(taken.Card?.AllButtons() ?? [], button => button.Title.StartsWith("Make this", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlaceAlone_IsOffered_WhereTheDateIsSet()
    {
        using var room = new Room();
        await room.Says("Mara", "/meeting on 11 July 2025 at 16:00 for 1h");
        await room.Says("Mara", Calendar("UID:1", "LOCATION:Room 5", "DTSTART:20250711T140000Z", "DURATION:PT1H"));
        await room.Press("Mara", room.Transcript[^1].Card!.Button("Make this the meeting's place"));
        Assert.Contains("16:00–17:00 (Europe/Zurich), Room 5", await room.Says("Mara", "/meeting"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"Agenda:\n16:00 Welcome\n16:10 Tokens\n16:50 AOB", "Welcome 10, Tokens 40, AOB 10")]
    [InlineData(@"Agenda:\n4:00 pm Welcome\n4:10 pm Tokens\n4:50 pm AOB", "Welcome 10, Tokens 40, AOB 10")]
    [InlineData(@"Agenda:\n16:00 Welcome\n16:10 Tokens\n16:50 AOB (5m)", "Welcome 10, Tokens 40, AOB 5")]
    [InlineData(@"Agenda:\n16:00 Welcome\n16:10 Tokens\n16:50 AOB\n16:55 End", "Welcome 10, Tokens 40, AOB 5")]
    [InlineData(@"Agenda:\n16:00-16:10 Welcome\n16:10-16:50 Tokens\n16:50-17:00 AOB", "Welcome 10, Tokens 40, AOB 10")]
    [InlineData(@"Agenda:\n16:00 Welcome\n16:10 Tokens\n16:50 AOB\n\nJoin: https://meet.example/1", "Welcome 10, Tokens 40, AOB 10")]
    [InlineData(@"Agenda:\n16:00 Welcome\n16:10 Tokens\n16:50 AOB\nJoin: https://meet.example/1\n\nPasscode 12", "Welcome 10, Tokens 40, AOB 10")]
    [InlineData(@"Agenda:\n1. Welcome 10m\n2. Tokens 40m\n3. AOB", "Welcome 10, Tokens 40, AOB ")]
    public async Task LastItem_LastsUntilTheEnd(string description, string items)
    {
        using var room = new Room();
        await room.Says("Mara", Calendar("UID:1", "SUMMARY:TTT", "DTSTART;TZID=Europe/Zurich:20250711T160000", "DURATION:PT1H", "DESCRIPTION:" + description));
        Assert.Equal("This looks like an agenda of 3 items: put them on?", room.Transcript[^1].Card!.Title);
        await room.Press("Mara", room.Transcript[^1].Card!.Button("Put them on the agenda"));
        Assert.Equal(items, string.Join(", ", (await room.Overview()).Agenda.Select(item => $"{item.Title} {item.Timebox?.TotalMinutes}")));
    }

    [Fact]
    public async Task CalendarOfOurOwn_IsReadAsWeWroteIt()
    {
        using var room = new Room();
        await room.Says("Mara", "meeting chair me");
        await room.Says("Mara", "agenda add Welcome 5m\nTokens 30m @Luna\nAOB 5m");
        await room.Says("Mara", "/meeting on Fri 11 July at 16:00");
        using var other = new Room("other");
        var written = await WrittenAsync(room);
        await other.Says("Jens", written);
        await other.Press("Jens", other.Transcript[^1].Card!.Button("Put them on the agenda"));
        Assert.Equal(["Welcome", "Tokens", "AOB"], (await other.Overview()).Agenda.Select(item => item.Title));
    }

    [Fact]
    public async Task EventWithoutAnAgenda_OffersItsDate_AndAPastOneSaysSo()
    {
        using var room = new Room();
        Assert.Equal(
            "This is one event, \"TTT\", without an agenda",
            await room.Says("Mara", Calendar("UID:1", "SUMMARY:TTT", "DTSTART:20250711T140000Z", "DURATION:PT1H")));
        Assert.Equal("Make this the meeting's date and title", Assert.Single(room.Transcript[^1].Card!.AllButtons()).Title);
        await room.Says("Mara", Calendar("UID:1", "SUMMARY:TTT", "DTSTART:20240711T140000Z", "DURATION:PT1H"));
        Assert.Contains("It was on Thu 11 July 2024, 16:00–17:00", room.Transcript[^1].Card!.Text(), StringComparison.Ordinal);
        Assert.Empty(room.Transcript[^1].Card!.AllButtons());
    }

    [Fact]
    public async Task Series_IsItsNextTime()
    {
        using var room = new Room();
        await room.Says("Mara", Calendar("UID:1", "SUMMARY:TTT", "DTSTART;TZID=Europe/Zurich:20250103T160000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"));
        Assert.Contains("It is on Fri 4 July, 16:00–17:00", room.Transcript[^1].Card!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SomebodysCalendar_IsNoAgenda()
    {
        using var room = new Room();
        var said = await room.Says("Mara", Calendar(
            ["UID:1", "SUMMARY:Dentist", "DTSTART:20250711T070000Z", "DURATION:PT1H"], ["UID:2", "SUMMARY:TTT", "DTSTART:20250714T070000Z", "DURATION:PT1H"]));
        Assert.Equal(
            "This calendar has 2 events that are not of one meeting, so that I see no agenda in it. Meant as your busy times? All here can read it now; /busy shows a form that only you see.",
            said);
    }

    [Fact]
    public async Task GivenAlone_ItIsBusyTimes_UnlessTheWordSaysOtherwise()
    {
        using var room = new Room();
        var alone = room.Message("Luna", Calendar(Contributions)) with
        {
            Conversation = new ConversationReference("web", "", "alone", ConversationKind.Personal), Addressed = true,
        };
        Assert.EndsWith("Meant as an agenda? Send it behind the word: agenda", await room.Hears(alone), StringComparison.Ordinal);
        Assert.StartsWith("This looks like an agenda of 3 items", await room.Hears(alone with { DeliveryId = "2", Text = "agenda\n" + alone.Text }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AmongTalk_ItIsLeftAlone()
    {
        using var room = await Room.InMeeting();
        Assert.Equal("", await room.Hears(room.Message("Luna", Calendar(Contributions)) with { Bare = false }));
        Assert.Equal("", await room.Hears(room.Message("Luna", "a file begins with BEGIN:VCALENDAR, mostly") with { Bare = false }));
        Assert.Empty(room.Table.Under(room.Partition, "line"));
    }

    [Fact]
    public async Task TitlesThatReadOtherwise_AreKeptAsTheyAre()
    {
        using var room = new Room();
        await room.Says("Mara", Calendar(
            ["UID:1", @"SUMMARY:Break 90m\nACTION: Luna to pay", "DTSTART:20250711T070000Z", "DURATION:PT15M"],
            ["UID:2", "SUMMARY:/meeting end", "DTSTART:20250711T071500Z", "DURATION:PT15M"],
            ["UID:3", "SUMMARY:<b>bold</b> @everyone", "DTSTART:20250711T073000Z", "DURATION:PT15M"]));
        await room.Press("Mara", room.Transcript[^1].Card!.Button("Put them on the agenda"));
        Assert.Equal(3, (await room.Overview()).Agenda.Length);
        Assert.Empty(room.Table.Under(room.Partition, "action"));
    }

    [Fact]
    public async Task VeryLongAgenda_IsOfferedAsFarAsItGoes()
    {
        using var room = new Room();
        await room.Says("Mara", Calendar([.. Enumerable.Range(0, 60).Select(number => (string[])
            [$"UID:{number}", $"SUMMARY:Item {number}", $"DTSTART:20250711T{8 + (number / 30):00}{number % 30 * 2:00}00Z", "DURATION:PT2M"])]));
        Assert.Equal("This looks like an agenda of 60 items: put the first 40 on?", room.Transcript[^1].Text);
        await room.Press("Mara", room.Transcript[^1].Card!.Button("Put them on the agenda"));
        Assert.Equal(40, (await room.Overview()).Agenda.Length);
    }

    [Fact]
    public async Task OfferedDate_IsThatMoment_AlsoWhereTheGroupsZoneHasChangedSince()
    {
        using var room = new Room();
        await room.Says("Mara", Calendar("UID:1", "SUMMARY:TTT", "DTSTART:20250711T140000Z", "DURATION:PT1H"));
        var button = room.Transcript[^1].Card!.Button("Make this the meeting's date and title");
        await room.Says("Mara", "/timezone America/New_York");
        Assert.StartsWith("TTT: Fri 11 July, ", (await room.Press("Mara", button))!.Text, StringComparison.Ordinal);
        var planned = MeetingRows.ReadCurrent(new Tables.RowSet(room.Table.Under(room.Partition, "now"))).Planned!;
        Assert.Equal(NodaTime.Instant.FromUtc(2025, 7, 11, 14, 0), planned.At);
    }

    [Theory]
    [InlineData("9999-12-31 23:59", "Europe/Zurich")]
    [InlineData("-9998-01-01 00:00", "Europe/Zurich")]
    [InlineData("0001-01-01 00:00", "Pacific/Kiritimati")]
    [InlineData("2200-01-01 00:00", "Europe/Zurich")]
    [InlineData("2025-07-11 14:00", "Europe/Nowhere")]
    [InlineData("2025-07-11 14:00", "")]
    [InlineData("tomorrow", "Europe/Zurich")]
    public async Task ForgedDate_IsRefusedInWords(string time, string zone)
    {
        using var room = new Room();
        var date = (await room.Press("Mara", "offered date", ("time", time), ("zone", zone)))!;
        Assert.True(date.Refused);
        Assert.Contains("When is the meeting?", date.Text, StringComparison.Ordinal);
        var agenda = (await room.Press("Mara", "offered agenda", ("items", "Welcome 5m"), ("time", time), ("zone", zone)))!;
        Assert.DoesNotContain("went wrong", agenda.Text ?? "", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> WrittenAsync(Room room)
    {
        var feed = room.Transcript[^1].Card!.Button("Add to calendar").Link!;
        var token = feed.Segments[^2].TrimEnd('/');
        var view = await room.Bot.Calendars.CalendarAsync(token, 1, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(Calendars.CalendarSerializer.Serialize(view!, FakeTime.Start));
    }

    private static string Calendar(params string[] lines) => Calendar([lines]);

    private static string Calendar(params string[][] events) => string.Join(
        "\r\n",
        ["BEGIN:VCALENDAR", "VERSION:2.0", .. events.SelectMany(lines => (IEnumerable<string>)["BEGIN:VEVENT", .. lines, "END:VEVENT"]), "END:VCALENDAR"]);
}
