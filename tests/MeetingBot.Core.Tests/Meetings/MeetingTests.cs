using MeetingBot.Conversations;
using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>start, end, status, the chair and who is there.</summary>
public sealed class MeetingTests
{
    [Fact]
    public async Task Started_ByAnyone_WhoThenChairs()
    {
        using var room = new Room();
        Assert.Contains("No meeting is running. The next one, Meeting 1, has 0 items", await room.Says("Luna", "status"), StringComparison.Ordinal);
        Assert.StartsWith("Kick-off has started, chaired by Luna (16:00 Europe/Zurich)", await room.Says("Luna", "meeting start \"Kick-off\""), StringComparison.Ordinal);
        Assert.Equal("\"Kick-off\" is running already. To close it first: /meeting end", await room.Says("Jens", "meeting start"));
        Assert.Contains("200 fit", await room.Asks("Jens", "meeting start " + new string('x', 201)), StringComparison.Ordinal);
        Assert.Contains("Luna chairs. No item is being discussed", await room.Says("Jens", "meeting status"), StringComparison.Ordinal);
        Assert.Equal("Luna", (await room.Overview()).ChairName);
    }

    [Theory]
    [InlineData("Asia/Tokyo", "23:00 Asia/Tokyo")]
    [InlineData("W. Europe Standard Time", "16:00 Europe/Zurich")]
    public async Task ZoneOfTheFirstClient_IsTheGroups_UnlessItIsNoZone(string told, string time)
    {
        using var room = new Room();
        var said = room.Message("Luna", "meeting start");

        Assert.Contains(time, await room.Hears(said with { Sender = said.Sender with { Zone = told } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_NextMeetingTakesItsPlace()
    {
        using var room = await Room.InMeeting("One");
        Assert.Contains("Kick-off has ended after 0 s. The minutes follow.", await room.Says("Mara", "end meeting"), StringComparison.Ordinal);
        Assert.Contains("Meeting 2", await room.Says("Luna", "status"), StringComparison.Ordinal);
        Assert.Contains("No meeting is running", await room.Says("Mara", "meeting end"), StringComparison.Ordinal);
        Assert.Equal("Kick-off", (await room.Minutes())!.Title);
        Assert.Null(await room.Minutes(2));
    }

    [Fact]
    public async Task StartedByAPress_IsToldToAll_WithHowMinutesAreTaken()
    {
        using var room = new Room();

        var answer = await room.Press("Mara", "meeting start");

        Assert.Equal("Meeting 1 has started; you chair.", answer!.Text);
        var greeting = Assert.Single(room.Transcript, message => message.Text.Contains("has started", StringComparison.Ordinal));
        Assert.StartsWith("Meeting 1 has started, chaired by Mara (16:00 Europe/Zurich)", greeting.Text, StringComparison.Ordinal);
        Assert.Contains("I take minutes: write", greeting.Text, StringComparison.Ordinal);
        Assert.Null(greeting.Recipient);
    }

    [Theory]
    [InlineData("One", true)]
    [InlineData("Coffee break", false)]
    public async Task EndedWithItemsLeft_SaysHowToGoOn(string item, bool says)
    {
        using var room = await Room.InMeeting(item);
        Assert.Equal(says, (await room.Says("Mara", "meeting end")).Contains("/meeting reopen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GroupChair_StaysTheOneOfTheFirstMeeting()
    {
        using var room = await Room.InMeeting();
        await room.Says("Mara", "meeting end");
        await room.Says("Luna", "meeting start");
        Assert.Contains("the group's chairs: Mara.", await room.Says("Luna", "settings zone UTC"), StringComparison.Ordinal);
        Assert.Contains("the group's chairs: Mara.", await room.Says("Luna", "forget"), StringComparison.Ordinal);
        Assert.StartsWith("Meeting 2 has ended", await room.Says("Mara", "meeting end"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chair_CanOnlyBeGivenToSomebodyKnown()
    {
        using var room = await Room.InMeeting();
        Assert.Contains("Nobody\" here yet", await room.Says("Mara", "meeting chair @Nobody"), StringComparison.Ordinal);
        Assert.Contains("Who chairs?", await room.Asks("Mara", "meeting chair"), StringComparison.Ordinal);
        Assert.Equal("Luna Lind chairs now.", await room.Says("Mara", "meeting chair @Luna Lind", "Luna Lind"));
    }

    [Fact]
    public async Task TwoPeopleOfOneFirstName_AreNotGuessed()
    {
        using var room = await Room.InMeeting();
        await room.Says("Dave Kern", "hello");
        await room.Says("Dave Dorn", "hello");
        Assert.Contains("I do not know \"Dave\"", await room.Says("Mara", "meeting chair Dave"), StringComparison.Ordinal);
        Assert.Equal("Dave Dorn chairs now.", await room.Says("Mara", "meeting chair DD"));
    }

    [Fact]
    public async Task NamesWithAnAmpersand_AreOneName()
    {
        using var room = await Room.InMeeting();
        Assert.Equal("Present: Jens, R&D team and AT&T", await room.Says("Luna", "/present Jens & R&D team; AT&T"));
    }

    [Fact]
    public async Task PresentAndRegrets_ByNameOrOneself()
    {
        using var room = await Room.InMeeting();
        await room.Says("Dora Cohn", "hello all");
        Assert.Equal("Present: Jens and Dora Cohn", await room.Says("Luna", "present: Jens, DC"));
        Assert.Equal("Regrets: Tom", await room.Says("Luna", "/regrets Tom"));
        Assert.Equal("Regrets: Eve", await room.Says("Eve", "regrets me"));
        await room.Says("Eve", "I made it after all");

        var overview = await room.Overview();
        Assert.Equal("Dora Cohn, Eve, Jens, Mara", string.Join(", ", overview.Present));
        Assert.Equal("Tom", string.Join(", ", overview.Regrets));
        Assert.Contains("Up to 50 names", await room.Asks("Luna", "present " + string.Join(',', Enumerable.Range(0, 51).Select(n => $"P{n}"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BotAdded_SaysHelloAndLearnsWhoIsThere()
    {
        using var room = new Room();
        var added = new MembersAdded("d0", room.Conversation, Room.Who("Mara"), true, [Room.Who("Luna"), Room.Who("Jens")]);
        Assert.StartsWith("Hello, I help this group", await room.Hears(added), StringComparison.Ordinal);
        Assert.Equal("", await room.Hears(added with { DeliveryId = "d00", BotAdded = false, People = [Room.Who("Eve")] }));
        await room.Says("Mara", "meeting start");
        Assert.Equal("Eve chairs now.", await room.Says("Mara", "meeting chair Eve"));
    }

    [Fact]
    public async Task Undo_TakesBackOnesOwnLastLineOrAction()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "note: first");
        await room.Says("Luna", "ACTION: Luna to x");
        await room.Says("Mara", "note: of Mara");
        Assert.Equal("Taken back: action 1. Luna: x", await room.Says("Luna", "undo"));
        Assert.Equal("Taken back: first", await room.Says("Luna", "/undo"));
        Assert.Equal("There is no line of yours in this meeting to take back.", await room.Says("Luna", "undo"));
        Assert.Equal("Action 2. Luna: y", await room.Says("Luna", "ACTION: Luna to y"));
    }

    [Fact]
    public async Task Settings_AreShownAndChangedByTextAndCard()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "hello");
        Assert.Contains("time zone Asia/Tokyo", await room.Says("Mara", "settings zone tokyo"), StringComparison.Ordinal);
        Assert.Contains("time zone America/New_York", await room.Says("Mara", "/settings set zone america/new york."), StringComparison.Ordinal);
        Assert.Contains("is no time zone that I know", await room.Asks("Mara", "settings zone CET+1"), StringComparison.Ordinal);
        Assert.Contains("may be America/", await room.Asks("Mara", "settings zone Louisville"), StringComparison.Ordinal);
        Assert.Contains("chairs Luna and Mara", await room.Says("Mara", "settings chairs Luna, @Mara"), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", await room.Says("Mara", "settings chairs Nobody"), StringComparison.Ordinal);
        Assert.Contains("There is no setting \"colour\"", await room.Asks("Mara", "settings set colour red"), StringComparison.Ordinal);
        Assert.Contains("What should \"zone\" be?", await room.Asks("Mara", "settings zone"), StringComparison.Ordinal);

        await room.Says("Luna", "settings");
        var save = Assert.Single(room.Transcript[^1].Card!.Buttons);
        Assert.Contains("everyone may run a meeting; lines are taken quietly", (await room.Press("Luna", save, ("zone", "UTC"), ("run", "everyone"), ("quiet", "on")))!.Text, StringComparison.Ordinal);
        Assert.Equal("", await room.Says("Jens", "note: quietly"));
        Assert.True((await room.Press("Jens", save, ("zone", "UTC")))!.Refused);
        Assert.True((await room.Press("Luna", save, ("zone", "nowhere"), ("quiet", "off")))!.Refused);
        Assert.Equal("", await room.Says("Jens", "note: still quietly"));
    }

    [Fact]
    public async Task Forget_DeletesToTheLastRow_AndTheGroupWorksAfterwards()
    {
        using var room = await Room.InMeeting("One 10m", "Two");
        await room.Says("Mara", "next");
        for (var n = 0; n < 300; n++) await room.Bot.Turn(room.Message("Luna", $"note: {n}"));
        await room.Says("Luna", "ACTION: Luna to x by Friday");
        await room.Says("Mara", "forget");
        Assert.Contains("/export", room.Transcript[^1].Text + room.Transcript[^2].Text, StringComparison.Ordinal);
        Assert.NotEmpty(room.Table.Under(room.Partition, "line"));

        Assert.Contains("is being deleted", (await room.Press("Mara", "forget", ("sure", "yes")))!.Text, StringComparison.Ordinal);
        Assert.Contains("is being deleted; ask me again", await room.Says("Luna", "/help"), StringComparison.Ordinal);
        var before = room.Table.Calls.Count;
        await room.Bot.Timers.FireDueAsync(CancellationToken.None);
        await room.Bot.Settled();

        var queries = room.Table.Calls.Skip(before).Where(call => call.Partition == room.Partition && call.Kind == "query").ToList();
        Assert.InRange(queries.Count, 4, 40);
        Assert.Equal("now|group", Assert.Single(room.Table.Under(room.Partition)).RowKey);
        Assert.Empty(room.Table.Under("links"));
        await room.Says("Luna", "meeting start Anew");
        Assert.Equal("✓ Noted: back", await room.Says("Luna", "note: back"));
        Assert.Equal(1, (await room.Minutes())!.Number);
        Assert.Equal("Luna", string.Join(", ", (await room.Minutes())!.Present));
        Assert.Contains(room.Table.Under(room.Partition, "member"), row => row.RowKey.Contains("luna", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_GivesAnAddressForAnHour_AndTellsEverything()
    {
        using var room = await Room.InMeeting("One");
        await room.Says("Luna", "note: <secret>");
        var told = await room.Says("Luna", "export");
        var token = told[(told.LastIndexOf('/') + 1)..];
        Assert.NotNull(await PageLinks.FindAsync(room.Table, token, "export", room.Time.GetCurrentInstant(), CancellationToken.None));
        Assert.Null(await PageLinks.FindAsync(room.Table, token, "minutes", room.Time.GetCurrentInstant(), CancellationToken.None));
        Assert.Null(await PageLinks.FindAsync(room.Table, token, "export", room.Time.GetCurrentInstant() + NodaTime.Duration.FromHours(1), CancellationToken.None));

        var output = new System.Buffers.ArrayBufferWriter<byte>();
        await GroupExport.WriteAsync(room.Table, room.Group, FakeTime.Start, _ => true, output, () => ValueTask.CompletedTask, CancellationToken.None);
        var json = System.Text.Json.JsonDocument.Parse(output.WrittenMemory).RootElement;
        var kinds = json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("kind").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "attend", "item", "line", "member", "now" }, kinds);
        Assert.DoesNotContain("seen", kinds);
    }

    [Fact]
    public async Task Minutes_AreShownAsACardWithThePage()
    {
        using var room = await Room.InMeeting("One");
        Assert.Equal("There is no meeting 3. The last minutes: /minutes", await room.Says("Luna", "minutes 3"));
        for (var n = 0; n < 15; n++) await room.Says("Luna", $"note: {n}");
        await room.Says("Luna", "minutes");
        var card = room.Transcript[^1].Card!;
        Assert.Equal("Minutes: Kick-off (draft)", card.Title);
        Assert.Contains(card.Body, element => element is Cards.CardText { Text: "The last 12 of 15 lines:" });
        Assert.Equal("https://bot.example/minutes/token-0000000000000001/1", Assert.Single(card.Buttons).Link!.AbsoluteUri);
        using var empty = new Room();
        Assert.Contains("no meeting was started", await empty.Says("Luna", "minutes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MemberToldWithoutAName_KeepsTheNameThatIsKnown()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", "note: hello");
        var nameless = Room.Who("Luna") with { Name = "" };
        await room.Hears(new MembersAdded("added", room.Conversation, Room.Who("Mara"), false, [nameless, Room.Who("Jens")]));
        await room.Hears(room.Message("Luna", "note: again") with { Sender = nameless });

        Assert.Equal("Luna chairs now.", await room.Says("Mara", "meeting chair @Luna"));
        Assert.Equal("Jens chairs now.", await room.Says("Luna", "meeting chair @Jens"));
    }

    [Fact]
    public async Task Bot_IsNoMember_AndCantBeMadeChair()
    {
        using var room = new Room();
        var inside = room.Conversation with { Bot = "28:bot" };
        var bot = new Person("web", "", "28:bot", "MeetingBot");
        await room.Hears(room.Signal(SignalKind.Started, "call-1") with { Conversation = inside, Sender = bot });
        await room.Hears(new MembersAdded("added", inside, bot, true, [bot, Room.Who("Luna")]));

        Assert.DoesNotContain(room.Table.Under(room.Partition, "member"), row => row.RowKey.Contains("bot", StringComparison.Ordinal));
        Assert.DoesNotContain("chairs now", await room.Hears(room.Message("Luna", "meeting chair @MeetingBot") with { Conversation = inside }), StringComparison.Ordinal);
    }
}
