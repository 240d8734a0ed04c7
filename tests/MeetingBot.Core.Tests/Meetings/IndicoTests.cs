using MeetingBot.Cards;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Dates;
using MeetingBot.Meetings.Timetables;
using NodaTime;

namespace MeetingBot.Meetings;

/// <summary>A meeting whose date is decided is prepared in the operator's Indico, for who chairs alone.</summary>
public sealed class IndicoTests
{
    private static readonly Uri Indico = new("https://indico.example");

    [Fact]
    public async Task Meeting_IsAskedOfIndico_AndItsAddressToldAlone()
    {
        var door = new FakeChannel(IndicoEvents.Door);
        using var room = new Room(indico: (Indico, door));
        await room.Says("Mara", "meeting chair me");
        await room.Says("Mara", "agenda add Tokens 30m @Luna\nAOB 5m");
        await room.Says("Mara", "/meeting on Fri 11 July at 16:00 for 90 min");
        var button = room.Transcript[^1].Card!.Button("Prepare in Indico");
        var asked = await room.Press("Mara", button);
        Assert.Equal("I ask indico.example to prepare it for Fri 11 July, 16:00–17:30 (Europe/Zurich); you alone get the address.", asked!.Text);

        var sent = Assert.Single(door.Sent).Message;
        Assert.Equal("mara", sent.Recipient?.Id);
        Assert.Equal(
            ["duration=90", "event_type=meeting", "start_dt=2025-07-11T16:00:00", "title=Meeting 1", "tz=Europe/Zurich"],
            sent.Errand!.Fields.Select(field => $"{field.Key}={field.Value}"));

        var done = new ErrandDone("errand 1", room.Conversation, Room.Who("Mara"), sent.Errand, new Uri("https://indico.example/#create-event:meeting::1"), null);
        await room.Hears(done);
        await room.Hears(done);
        var told = Assert.Single(room.Bot.Channel.Sent, one => one.Message.Text.StartsWith("Indico has", StringComparison.Ordinal)).Message;
        Assert.Equal("mara", told.Recipient?.Id);
        Assert.Equal("https://indico.example/#create-event:meeting::1", told.Card!.Button("Go on in Indico").Link?.OriginalString);
        Assert.Contains("within an hour", told.Card!.Text(), StringComparison.Ordinal);
        Assert.Contains("Indico takes no agenda along. To be pasted there:\n1. Tokens", told.Card!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IndicoThatFails_IsToldWithWhy()
    {
        using var room = new Room(indico: (Indico, new FakeChannel(IndicoEvents.Door)));
        var errand = IndicoEvents.Of("TTT", Start("Europe/Zurich"), FakeTime.Start);
        await room.Hears(new ErrandDone("errand 1", room.Conversation, Room.Who("Mara"), errand, null, "It did not answer."));
        Assert.Equal("Indico has not prepared the meeting. It did not answer. To try again: /meeting indico", Assert.Single(room.Told("Mara")));
    }

    [Fact]
    public async Task LongAgenda_IsToldAsFarAsACardHolds()
    {
        using var room = new Room(indico: (Indico, new FakeChannel(IndicoEvents.Door)));
        for (var part = 0; part < 2; part++)
            await room.Says("Mara", "agenda add " + string.Join('\n', Enumerable.Range(0, 30).Select(n => $"{part}{n} {new string('界', 250)}")));
        var errand = IndicoEvents.Of("TTT", Start("Europe/Zurich"), FakeTime.Start);
        await room.Hears(new ErrandDone("errand 1", room.Conversation, Room.Who("Mara"), errand, new Uri("https://indico.example/#1"), null));
        var card = room.Bot.Channel.Sent.Last(sent => sent.Message.Recipient is not null).Message.Card!;
        Assert.Contains("more", card.Text(), StringComparison.Ordinal);
        Assert.True(CardRoom.Bytes(card.Text()) < 10_000);
    }

    [Fact]
    public async Task IndicoThatIsAway_HoldsUpNoOtherMessage()
    {
        var door = new FakeChannel(IndicoEvents.Door) { Answer = _ => new Delivery.Later(null, "away") };
        using var room = new Room(indico: (Indico, door));
        await room.Says("Mara", "meeting chair me");
        await room.Says("Mara", "/meeting on Fri 11 July at 16:00");
        await room.Bot.Turn(room.Message("Mara", "/meeting indico"));
        await Eventually.Until(() => door.Tried.Count > 0, "Indico is asked");
        await room.Bot.Turn(room.Message("Mara", "/busy"));
        await Eventually.Until(() => room.Told("Mara").Any(), "the form is there though Indico is not");
        Assert.Equal("Your busy times", Assert.Single(room.Told("Mara")));
        Assert.Empty(door.Sent);
    }

    [Fact]
    public async Task WithoutAnIndicoADateOrTheChair_NothingIsAsked()
    {
        using var none = new Room();
        await none.Says("Mara", "meeting chair me");
        Assert.StartsWith("I know no Indico", await none.Says("Mara", "/meeting indico"), StringComparison.Ordinal);
        await none.Says("Mara", "/meeting on Fri 11 July at 16:00");
        Assert.False(none.Transcript[^1].Card!.Offers("Prepare in Indico"));

        var door = new FakeChannel(IndicoEvents.Door);
        using var room = new Room(indico: (Indico, door));
        await room.Says("Mara", "meeting start");
        Assert.StartsWith("No date is set.", await room.Says("Mara", "/meeting indico"), StringComparison.Ordinal);
        await room.Says("Mara", "/meeting on Fri 11 July at 16:00");
        Assert.StartsWith("That is for who chairs", await room.Says("Luna", "/meeting indico"), StringComparison.Ordinal);
        Assert.Empty(door.Tried);
    }

    [Theory]
    [InlineData("Europe/Zurich", "2025-07-11T16:00:00", "Europe/Zurich")]
    [InlineData("Etc/UTC", "2025-07-11T14:00:00", "UTC")]
    [InlineData("Etc/GMT-2", "2025-07-11T14:00:00", "UTC")]
    [InlineData("UTC", "2025-07-11T14:00:00", "UTC")]
    public void WallTime_IsInAZoneThatIndicoKnows(string zone, string start, string told)
    {
        var errand = IndicoEvents.Of("TTT", Start(zone), FakeTime.Start);
        Assert.Equal((start, told, "60"), (errand.Fields["start_dt"], errand.Fields["tz"], errand.Fields["duration"]));
    }

    [Theory]
    [InlineData("https://indico.example/#create-event:meeting::5", true)]
    [InlineData("https://INDICO.example/x", true)]
    [InlineData("http://indico.example/", false)]
    [InlineData("https://indico.example:8443/", false)]
    [InlineData("https://indico.example.evil.example/", false)]
    [InlineData("https://evil.example/#https://indico.example/", false)]
    [InlineData("https://indico.example@evil.example/", false)]
    [InlineData("https://ada@indico.example/", false)]
    [InlineData("javascript:alert(1)//indico.example", false)]
    [InlineData("//indico.example/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Address_IsOfThatIndicoAlone(string? answered, bool shown) =>
        Assert.Equal(shown, IndicoEvents.Admit(Indico, answered) is not null);

    private static PlannedStart Start(string zone) =>
        new("1", new LocalDateTime(2025, 7, 11, 16, 0), zone, Instant.FromUtc(2025, 7, 11, 14, 0));

    [Fact]
    public async Task SettingTakenAwayMeanwhile_IsToldWithoutAWayThatIsNone()
    {
        using var room = new Room();
        var start = Start("Europe/Zurich");
        var errand = IndicoEvents.Of("TTT", start, FakeTime.Start);
        await room.Hears(new ErrandDone("errand 1", room.Conversation, Room.Who("Mara"), errand, null, "There is none set here any more."));
        Assert.Equal("Indico has not prepared the meeting. There is none set here any more.", Assert.Single(room.Told("Mara")));
    }
}
