using MeetingBot.Kit;

namespace MeetingBot.Agendas;

/// <summary>A timetable that is pasted without a word is offered to be put on the agenda.</summary>
public sealed class PastedTimetableTests
{
    private const string Page = """
            • 9:00 AM 9:30 AM

              Introduction

              What we did, and what we shall do.

            • 9:30 AM 10:30 AM
              Round-table: what the sites do
            • 10:30 AM 11:00 AM
              Coffee break 30m
        """;

    [Theory]
    [InlineData("10:30 Coffee\n11:00 Tokens\n12:00 Lunch", 3)]
    [InlineData("Introduction 10m\nTokens 30 min\nAOB 5m", 3)]
    [InlineData("Introduction - 10 min\nTokens - 30 min\nAny other business - 5 min", 3)]
    [InlineData("1. Introduction (10m)\n2. Tokens (30m, Luna)\n3. AOB (5m)\n4. Closing", 4)]
    [InlineData("Agenda:\n10:30 Coffee\n11:00 Tokens\n12:00 Lunch", 3)]
    [InlineData("Agenda\n- Introduction 10m\n- Tokens 30m\n- AOB 5m", 3)]
    [InlineData("Agenda for Monday\n10:30-11:00 Coffee\n11:00-12:00 Tokens\n12:00-13:00 Lunch", 3)]
    [InlineData(Page, 3)]
    public async Task Timetable_IsOffered_AndPutOnByTheButton(string pasted, int items)
    {
        using var room = await Room.InMeeting();
        Assert.StartsWith($"This looks like an agenda of {items} items: put it on?", await room.Says("Luna", pasted), StringComparison.Ordinal);
        Assert.Empty((await room.Overview()).Agenda);

        var button = Assert.Single(room.Transcript[^1].Card!.AllButtons());
        var answer = await room.Press("Luna", button);
        Assert.StartsWith("Added 1. ", answer!.Text, StringComparison.Ordinal);
        Assert.Equal(items, (await room.Overview()).Agenda.Length);
        Assert.Contains("Already there", (await room.Press("Mara", button))!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I waited 10m\nthen we talked")]
    [InlineData("10:30 Coffee\n11:00 Tokens")]
    [InlineData("ML - it takes 10 min\nDC - it takes 20 min\nDK - it takes 30 min")]
    [InlineData("ACTION: Luna to talk for 10m\nACTION: Tom to talk for 10m\nACTION: Noor to talk for 10m")]
    [InlineData("The first was late by 10 min\nThe second was late, and we had to wait for it the whole morning.\nThe third came.\nThat was 5 min")]
    public async Task OtherLines_AreLeftAlone(string pasted)
    {
        using var room = await Room.InMeeting();
        Assert.DoesNotContain("looks like an agenda", await room.Says("Luna", pasted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereItMayBeTalk_OnlyWhoAsksIsOffered()
    {
        using var room = new Room();
        var pasted = room.Message("Luna", "10:30 Coffee\n11:00 Tokens\n12:00 Lunch") with { Bare = false };
        Assert.Equal("", await room.Hears(pasted));
        Assert.StartsWith("This looks like an agenda of 3 items", await room.Hears(pasted with { DeliveryId = "x", Bare = true, Addressed = true }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongTimetable_IsToldHowToBePutOn()
    {
        using var room = new Room();
        var lines = Enumerable.Range(1, 30).Select(n => $"Item {n} {new string('界', 280)} 5m");
        var said = await room.Says("Luna", string.Join('\n', lines));
        Assert.Contains("send it again behind \"agenda add\"", said, StringComparison.Ordinal);
        Assert.All(room.Transcript, message => Assert.True(message.Card is null));
    }
}
