using System.Buffers;
using System.Text;
using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Tables;

namespace MeetingBot.Meetings;

/// <summary>Somebody gives the bot their calendar: only when they can't is kept, and only how many can't is told.</summary>
public sealed class GivenBusyTimesTests
{
    private static readonly string[] Workdays =
    [
        "UID:1", "SUMMARY:Dentist, root canal", "LOCATION:Bahnhofstrasse 1", "DTSTART;TZID=Europe/Zurich:20250711T153000", "DTEND;TZID=Europe/Zurich:20250711T163000",
    ];

    [Fact]
    public async Task Calendar_GivenAlone_IsKeptAsTimes_AndNothingElse()
    {
        using var room = new Room();
        var said = await room.Hears(Alone(room, "Luna", Calendar(Workdays)));

        Assert.Equal(
            "I keep 1 busy time until Sat 25 October, nothing else: no titles, no places. Who sets a date in a group of yours is told how many can't, "
            + "never who. /busy forget removes them.", said);
        var kept = Assert.Single(room.Table.Under(Personal("Luna").Group.PartitionKey, "busy"));
        var text = Encoding.UTF8.GetString(kept.Data.Span);
        Assert.DoesNotContain("Dentist", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bahnhof", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dentist", string.Concat(room.Table.All().Select(row => Encoding.UTF8.GetString(row.Data.Span))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CalendarThatRepeatsTooMuch_IsKeptAsFarAsItIsRead_AndTheAnswerSaysSo()
    {
        using var room = new Room();
        var events = string.Join("\nEND:VEVENT\nBEGIN:VEVENT\n", Enumerable.Range(0, 40).Select(number =>
            $"UID:{number}\nDTSTART:16000101T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2"));
        var said = await room.Hears(Alone(room, "Luna", Calendar([events, "END:VEVENT", "BEGIN:VEVENT", .. Workdays])));
        Assert.StartsWith("I keep 1 busy time until", said, StringComparison.Ordinal);
        Assert.EndsWith("It repeats more than I can read; of some events only the first times count.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LaterCalendar_TakesThePlaceOfTheEarlier_AndForgetRemovesIt()
    {
        using var room = new Room();
        await room.Hears(Alone(room, "Luna", Calendar(Workdays)));
        Assert.Contains("It takes the place of what you gave before.", await room.Hears(Alone(room, "Luna", "/busy\n" + Calendar(Workdays))), StringComparison.Ordinal);
        Assert.Single(room.Table.Under(Personal("Luna").Group.PartitionKey, "busy"));

        await room.Hears(Alone(room, "Luna", "busy"));
        Assert.StartsWith("I keep 1 busy time until", Told(room), StringComparison.Ordinal);
        Assert.Equal("Your busy times are removed.", await room.Hears(Alone(room, "Luna", "/busy forget")));
        Assert.Empty(room.Table.Under(Personal("Luna").Group.PartitionKey, "busy"));
        Assert.StartsWith("I keep no busy times of yours;", await room.Hears(Alone(room, "Luna", "/busy forget")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgetThatComesAgain_AfterNewOnesWereGiven_LeavesThemToBeFound()
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        await room.Hears(Alone(room, "Luna", Calendar(Workdays)));
        var forget = Alone(room, "Luna", "/busy forget");
        await room.Hears(forget);
        await room.Hears(Alone(room, "Luna", Calendar(Workdays)));
        await room.Hears(forget);
        await room.Says("Mara", "/poll \"TTT July\" Fri 11 July 15:00 for 1h");
        Assert.Contains("for 1 person", Assert.Single(room.Told("Mara")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoOpensAPoll_IsToldAlone_HowManyCantThen_NeverWho()
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        await room.Says("Tom", "/agenda");
        await room.Hears(Alone(room, "Luna", Calendar(Workdays)));
        await room.Hears(Alone(room, "Tom", Calendar("UID:2", "DTSTART:20250711T140000Z", "DTEND:20250722T131500Z")));
        await room.Says("Mara", "/poll \"TTT July\" Fri 11 July 16:00, Tue 22 July 15:00, Wed 23 July 15:00 for 1h");

        var told = Assert.Single(room.Told("Mara"));
        Assert.Equal(
            "Collides, by the busy times that members gave me: Fri 11 July 16:00–17:00 for 2 people; Tue 22 July 15:00–16:00 for 1 person. Only you are "
            + "told; who and why I tell nobody.", told);
        Assert.Empty(room.Told("Luna"));
        var shared = (await room.Shared(1)).Text();
        Assert.DoesNotContain("ollides", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("people", shared, StringComparison.Ordinal);

        await room.Says("Mara", "/poll add 1 Thu 17 July 10:00");
        Assert.Contains("gave me: Thu 17 July 10:00–11:00 for 1 person.", room.Told("Mara").Last(), StringComparison.Ordinal);
        await room.Says("Mara", "/poll change 1 option 3 to Fri 11 July 15:00");
        Assert.Contains("gave me: Fri 11 July 15:00–16:00 for 1 person.", room.Told("Mara").Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoSetsADate_IsToldAlone()
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        await room.Hears(Alone(room, "Luna", Calendar(Workdays)));
        await room.Says("Mara", "meeting chair me");
        await room.Says("Mara", "/meeting on Fri 11 July at 14:00 for 90 min");
        Assert.Empty(room.Told("Mara"));
        await room.Says("Mara", "/meeting on Fri 11 July at 14:00 for 2h");
        Assert.Contains("gave me: Fri 11 July 14:00–16:00 for 1 person.", Assert.Single(room.Told("Mara")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProposedTimes_PreferThoseAtWhichAllCan()
    {
        using var room = new Room();
        foreach (var who in new[] { "Luna", "Tom", "Jens" }) await room.Says(who, "/agenda");
        foreach (var who in new[] { "Tom", "Jens" })
            await room.Hears(Alone(room, who, Calendar("UID:9", "DTSTART:20250601T120000Z", "DTEND:20250601T140000Z")));
        await room.Hears(Alone(room, "Luna", Calendar(
            ["UID:1", "DTSTART:20250701T120000Z", "DTEND:20250701T140000Z", "RRULE:FREQ=DAILY;UNTIL=20250703T150000Z"],
            ["UID:2", "DTSTART;VALUE=DATE:20250704"])));
        await room.Says("Mara", "/poll next week");
        var choice = Assert.Single(room.Transcript[^1].Card!.Elements().OfType<ChoiceInput>(), input => input.Id == "options");
        Assert.Equal(
            ["2025-06-30 15:00", "2025-07-01 16:00", "2025-07-02 16:00", "2025-07-03 16:00", "2025-07-04 15:00"], choice.Choices.Select(one => one.Value));
        Assert.Equal("2025-06-30 15:00,2025-07-01 16:00,2025-07-02 16:00,2025-07-03 16:00", choice.Value);
    }

    [Fact]
    public async Task ProposedTimes_WhichAllRead_TellNothingOfTheOnlyCalendar()
    {
        using var room = new Room();
        await room.Says("Luna", "/agenda");
        await room.Hears(Alone(room, "Luna", Calendar("UID:1", "DTSTART:20250701T120000Z", "DTEND:20250701T140000Z")));
        await room.Says("Mara", "/poll next week");
        var choice = Assert.Single(room.Transcript[^1].Card!.Elements().OfType<ChoiceInput>(), input => input.Id == "options");
        Assert.All(choice.Choices, one => Assert.EndsWith(" 15:00", one.Value, StringComparison.Ordinal));
        Assert.Equal(5, choice.Value!.Split(',').Length);
    }

    [Fact]
    public async Task CalendarGivenInTheRoom_IsForThatRoomAlone_AndTakenByTheForm()
    {
        using var room = new Room();
        await room.Says("Luna", "/busy");
        var form = room.Bot.Channel.Sent[^1].Message;
        Assert.Equal("luna", form.Recipient?.Id);
        var answer = await room.Press("Luna", form.Card!.Button("Keep the busy times"), ("calendar", Calendar(Workdays)));
        Assert.Contains("I keep ", answer!.Card!.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("I keep no busy times", answer.Card!.Text(), StringComparison.Ordinal);
        Assert.StartsWith("I keep 1 busy time until Sat 25 October, nothing else: no titles, no places. Who sets a date here is told", answer!.Text, StringComparison.Ordinal);
        Assert.Empty(room.Table.Under("people"));

        await room.Says("Mara", "/poll Fri 11 July 16:00");
        Assert.Contains("for 1 person", Assert.Single(room.Told("Mara")), StringComparison.Ordinal);
        using var other = new Room("other", room.Table, room.Time, room.Bot.Channel, deliveries: 100);
        await other.Says("Luna", "/agenda");
        await other.Says("Jens", "/poll Fri 11 July 16:00");
        Assert.Empty(other.Told("Jens"));
    }

    [Fact]
    public async Task AskedInAChannel_TheAnswerIsForOneAlone_AndItsFormIsGoodInTheirOwnChat()
    {
        using var room = new Room();
        var channel = room.Conversation with { Kind = ConversationKind.Channel };
        Assert.Equal(
            "I have answered you alone, in our own chat.\nYour busy times",
            await room.Hears(room.Message("Luna", "/busy") with { Conversation = channel }));
        var form = room.Bot.Channel.Sent.Last(sent => sent.Message.Recipient is not null).Message;
        Assert.Equal("luna", form.Recipient!.Id);
        var button = form.Card!.Button("Keep the busy times");
        await room.Bot.Turn(room.Pressed("Luna", button.Verb, [.. button.Data.Select(pair => (pair.Key, pair.Value)), ("calendar", Calendar(Workdays))])
            with { Conversation = Personal("Luna") });
        Assert.Single(room.Table.Under(Personal("Luna").Group.PartitionKey, "busy"));
    }

    [Fact]
    public async Task TimesThatAreOver_AreSaidToBe()
    {
        using var room = new Room();
        await room.Hears(Alone(room, "Luna", Calendar(Workdays)));
        room.Time.Advance(NodaTime.Duration.FromDays(121));
        await room.Hears(Alone(room, "Luna", "busy"));
        Assert.StartsWith("The busy times that you gave me are over;", Told(room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverIsNoMember_DoesNotCount()
    {
        using var room = new Room();
        await room.Hears(Alone(room, "Luna", Calendar(Workdays)));
        await room.Says("Mara", "/poll Fri 11 July 16:00");
        Assert.Empty(room.Told("Mara"));
    }

    [Fact]
    public async Task GivenTwice_OnePersonCountsOnce_ByTheLaterOne()
    {
        using var room = new Room();
        await room.Hears(Alone(room, "Luna", Calendar(Workdays)));
        room.Time.Advance(NodaTime.Duration.FromMinutes(1));
        await room.Says("Luna", "/busy\n" + Calendar("UID:2", "DTSTART:20250712T140000Z", "DTEND:20250712T150000Z"));
        await room.Says("Mara", "/poll Fri 11 July 16:00, Sat 12 July 16:00");
        Assert.Contains("gave me: Sat 12 July 16:00–17:00 for 1 person. Only", Assert.Single(room.Told("Mara")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UID:1\r\nDTSTART:20240711T140000Z\r\nDTEND:20240711T150000Z")]
    [InlineData("UID:1\r\nDTSTART:20250711T140000Z\r\nDTEND:20250711T150000Z\r\nTRANSP:TRANSPARENT")]
    [InlineData("UID:1\r\nDTSTART:20250711T140000Z\r\nDTEND:20250711T150000Z\r\nSTATUS:CANCELLED")]
    [InlineData("UID:1\r\nDTSTART:20250711T140000Z\r\nDTEND:20250711T150000Z\r\nX-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE")]
    public async Task CalendarWithoutBusyTimes_IsSaidToHaveNone(string lines)
    {
        using var room = new Room();
        var said = await room.Hears(Alone(room, "Luna", Calendar(lines)));
        Assert.Equal("I find no busy time until Sat 25 October: what is over, cancelled or marked as free is none.", said);
    }

    [Fact]
    public async Task WhatIsNoCalendar_IsToldSo()
    {
        using var room = new Room();
        var said = await room.Hears(Alone(room, "Luna", "BEGIN:VCALENDAR\nEND:VCALENDAR"));
        Assert.StartsWith("This is a calendar without events. Nothing of it is kept.", said, StringComparison.Ordinal);
        var sent = Alone(room, "Luna", "") with { File = new AttachedFile("me.ics", "PK\u0003\u0004"u8.ToArray()) };
        Assert.StartsWith("This is no calendar file. Nothing of it is kept.", await room.Hears(sent), StringComparison.Ordinal);
        var lost = Alone(room, "Luna", "") with { File = new AttachedFile("me.ics", default, "It is larger than 1 MB.") };
        Assert.StartsWith("It is larger than 1 MB. Nothing of it was read.", await room.Hears(lost), StringComparison.Ordinal);
        Assert.Empty(room.Table.Under(Personal("Luna").Group.PartitionKey, "busy"));
    }

    [Fact]
    public async Task UnknownZone_IsTakenForOnesOwn_AndSaid()
    {
        using var room = new Room();
        var said = await room.Hears(Alone(room, "Luna", Calendar("UID:1", "DTSTART;TZID=Atlantis:20250711T153000", "DURATION:PT1H")));
        Assert.Contains("I know no time zone \"Atlantis\".", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("busy until noon, sorry")]
    [InlineData("Busy?")]
    [InlineData("busy people everywhere")]
    public async Task Talk_IsLeftAlone(string said)
    {
        using var room = new Room();
        await room.Says("Luna", said);
        Assert.Empty(room.Table.Under(room.Partition, "busy"));
        Assert.DoesNotContain(room.Transcript, message => message.Text.Contains("calendar file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LinesOfACalendar_AreNoCommands()
    {
        using var room = await Room.InMeeting("Tokens");
        await room.Says("Luna", "/busy\n" + Calendar("UID:1", "DTSTART:20250711T140000Z", "DTEND:20250711T150000Z", "DESCRIPTION:x", " /meeting end", "/agenda clear", "RESOLVED: nothing"));
        Assert.True(MeetingRows.ReadCurrent(new RowSet(room.Table.Under(room.Partition, "now"))).Running);
        Assert.Empty(room.Table.Under(room.Partition, "line"));
    }

    [Fact]
    public async Task BusyTimes_AreInNoExport_AndForgottenWithTheGroup()
    {
        using var room = new Room();
        await room.Says("Mara", "meeting start");
        await room.Says("Luna", "/busy\n" + Calendar(Workdays));
        Assert.DoesNotContain("busy", await Export(room), StringComparison.Ordinal);

        await room.Says("Mara", "/forget everything really");
        await room.Advance(5);
        Assert.Empty(room.Table.Under(room.Partition, "busy"));
    }

    [Fact]
    public async Task ForgottenChat_IsNoHomeOfBusyTimesAnyMore()
    {
        using var room = new Room();
        await room.Hears(Alone(room, "Luna", Calendar(Workdays)));
        await room.Hears(Alone(room, "Luna", "meeting start"));
        Assert.Single(room.Table.Under("people"));
        await room.Hears(Alone(room, "Luna", "/forget everything really"));
        await room.Advance(5);
        Assert.Empty(room.Table.Under("people"));
    }

    [Fact]
    public async Task VeryFullCalendar_IsKeptUntilItsLastKeptTime()
    {
        using var room = new Room();
        var said = await room.Hears(Alone(room, "Luna", Calendar("UID:1", "DTSTART:20250101T000000Z", "DURATION:PT1M", "RRULE:FREQ=MINUTELY;INTERVAL=10")));
        Assert.StartsWith("I ", said, StringComparison.Ordinal);
        Assert.All(room.Table.Under(Personal("Luna").Group.PartitionKey, "busy"), row => Assert.True(row.Data.Length < 50_000));
    }

    [Theory]
    [InlineData(false, 150)]
    [InlineData(true, 100)]
    public async Task HundredAndFifty_AreCounted_WithAsManyReadsAsForAHundred(bool ownChats, int counted)
    {
        using var room = new Room();
        for (var n = 0; n < 150; n++)
        {
            await room.Says($"P{n:D3}", "/agenda");
            var calendar = Calendar("UID:1", "DTSTART:20250711T140000Z", $"DTEND:20250711T{(n % 2 == 0 ? 15 : 16)}0000Z");
            await (ownChats ? room.Hears(Alone(room, $"P{n:D3}", calendar)) : room.Says($"P{n:D3}", "/busy\n" + calendar));
        }
        room.Table.Calls.Clear();
        await room.Says("Mara", "/poll Fri 11 July 16:00, Fri 11 July 17:00, Fri 11 July 18:00");
        Assert.Equal(
            $"Collides, by the busy times that members gave me: Fri 11 July 16:00–17:00 for {counted} people; Fri 11 July 17:00–18:00 for "
                + $"{counted / 2} people. Only you are told; who and why I tell nobody. Of a group as large as this I have not looked at everybody's.",
            Assert.Single(room.Told("Mara")));
        var reads = room.Table.Calls.Where(call => call.Kind is "get" or "query").ToList();
        Assert.InRange(reads.Count(call => call.Partition == "people"), 100, 101);
        Assert.InRange(reads.Count, 100, 230);
    }

    private static async Task<string> Export(Room room)
    {
        var output = new ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(
            room.Table, room.Group, FakeTime.Start, _ => true, output, () => ValueTask.CompletedTask, CancellationToken.None);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Told(Room room) => room.Bot.Channel.Sent[^1].Message.Card!.Elements().OfType<CardText>().First().Text;

    private static ConversationReference Personal(string who) => new("web", "", "alone-" + who, ConversationKind.Personal);

    private static IncomingMessage Alone(Room room, string who, string text) =>
        room.Message(who, text) with { Conversation = Personal(who), Addressed = true };

    private static string Calendar(params string[] lines) => Calendar([lines]);

    private static string Calendar(params string[][] events) => string.Join(
        "\r\n",
        ["BEGIN:VCALENDAR", "VERSION:2.0", .. events.SelectMany(lines => (IEnumerable<string>)["BEGIN:VEVENT", .. lines, "END:VEVENT"]), "END:VCALENDAR"]);
}
