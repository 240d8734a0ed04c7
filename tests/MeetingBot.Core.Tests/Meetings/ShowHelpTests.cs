using MeetingBot.Kit;

namespace MeetingBot.Meetings;

/// <summary>Help has a short first page, a page a topic, and a line a command.</summary>
public sealed class ShowHelpTests
{
    [Fact]
    public async Task FirstPage_IsShort_AndNamesTheTopics()
    {
        using var room = await Room.InMeeting("Welcome 5m");
        foreach (var who in new[] { "Mara", "Luna" })
        {
            var page = await room.Says(who, "/help");
            Assert.InRange(page.Split('\n').Length, 10, 22);
            foreach (var topic in new[] { "meeting", "agenda", "minutes", "actions", "polls", "times", "group" })
                Assert.Contains($"\n• /help {topic} – ", page, StringComparison.Ordinal);
        }
        Assert.Contains("• /meeting end – ", await room.Says("Mara", "/help"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryCommand_IsInATopic()
    {
        using var room = await Room.InMeeting("Welcome 5m");
        using var idle = new Room("idle");
        var told = "";
        foreach (var topic in HelpTopic.All.Select(topic => topic.Name))
            told += await room.Says("Mara", "/help " + topic) + "\n" + await idle.Says("Mara", "/help " + topic) + "\n";
        foreach (var form in MeetingCommands.Reader.Table.Forms.Where(form => !form.Hidden && form.IsThere(room.Bot.Options)))
            Assert.Contains($"• {form.Example} – {form.Purpose}\n", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/help polls")]
    [InlineData("/help poll")]
    [InlineData("/help Polls?")]
    [InlineData("help polls")]
    public async Task Topic_TellsItsCommands(string typed)
    {
        using var room = new Room();
        var page = await room.Says("Luna", typed);
        Assert.StartsWith("Polls. You can now:\n", page, StringComparison.Ordinal);
        Assert.Contains("• /poll close 3 – closes a poll and tells its result", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/agenda", page, StringComparison.Ordinal);
        Assert.EndsWith("\nWhile a meeting runs: hands", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/help poll close", "• /poll close 3 – closes a poll and tells its result\nTyped as: /poll close [number]")]
    [InlineData("/help /undo", "• /undo – takes back what you recorded last\nTyped as: /undo")]
    [InlineData("/help close poll", "• /poll close 3 – closes a poll and tells its result\nTyped as: /poll close [number]")]
    public async Task Command_TellsHowItIsTyped(string typed, string answer)
    {
        using var room = new Room();
        Assert.Equal(answer, await room.Says("Luna", typed));
    }

    [Theory]
    [InlineData("/help foo", "foo")]
    [InlineData("/help poll closee", "poll closee")]
    public async Task WhatItDoesNotKnow_IsSaid_BeforeWhatThereIs(string typed, string named)
    {
        using var room = new Room();
        Assert.StartsWith(
            $"I know no topic and no command \"{named}\". No meeting is running. Most used now:",
            await room.Says("Luna", typed), StringComparison.Ordinal);
        Assert.StartsWith("No meeting is running.", await room.Says("Luna", "/help"), StringComparison.Ordinal);
    }

    [Fact]
    public void Group_HasOnlyWhatIsOfTheWholeGroup() => Assert.Equal(
        ["help", "link", "unlink", "me", "settings", "export", "forget"],
        MeetingCommands.Reader.Table.Forms.Where(form => !form.Hidden && HelpTopic.Of(form).Name == "group")
            .Select(form => form.Words.Split(' ')[0]).Distinct());

    [Fact]
    public async Task WhatTheOperatorHasNotSet_IsNotNamed()
    {
        using var without = new Room();
        Assert.DoesNotContain("indico", await without.Says("Mara", "/help meeting"), StringComparison.OrdinalIgnoreCase);
        using var with = new Room(indico: (new Uri("https://indico.example/"), new FakeChannel("indico")));
        Assert.Contains("• /meeting indico – ", await with.Says("Mara", "/help meeting"), StringComparison.Ordinal);
    }
}
