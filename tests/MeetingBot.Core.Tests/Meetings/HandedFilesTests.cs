using System.Text;
using MeetingBot.Conversations;
using MeetingBot.Kit;
using MeetingBot.Meetings.Documents;
using MeetingBot.Meetings.Feeds;

namespace MeetingBot.Meetings;

/// <summary>Minutes and reports as files: who asks is told their address, and the platform reads the file by it.</summary>
public sealed class HandedFilesTests
{
    [Fact]
    public async Task MinutesAsAFile_GoToWhoAsksAlone_AndAreTheWholeText()
    {
        using var room = await Room.InMeeting("Budget");
        await room.Says("Luna", "note: tokens <live> an hour & more");
        Assert.StartsWith(
            "I have sent you the file, for you alone.", await room.Says("Luna", "/minutes file"), StringComparison.Ordinal);
        var sent = room.Bot.Channel.Sent.Select(one => one.Message).Last(message => message.File is not null);
        Assert.Equal((Room.Who("Luna").Key, "minutes-1.md"), (sent.Recipient?.Key, sent.File!.Name));
        Assert.Contains("https://", sent.Text, StringComparison.Ordinal);

        var file = Encoding.UTF8.GetString((await Read(room, sent.File.Reference))!.Value.Span);
        Assert.DoesNotContain("<live>", file, StringComparison.Ordinal);
        Assert.Contains("an hour", file, StringComparison.Ordinal);
        Assert.StartsWith("# ", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/minutes file 7")]
    [InlineData("/minutes file 0")]
    public async Task MeetingThatWasNot_HasNoFile(string typed)
    {
        using var room = await Room.InMeeting("Budget");
        await room.Says("Luna", typed);
        Assert.DoesNotContain(room.Bot.Channel.Sent, one => one.Message.File is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("minutes")]
    [InlineData("minutes/")]
    [InlineData("minutes/none/1")]
    [InlineData("minutes/../1")]
    [InlineData("report/")]
    [InlineData("report/none")]
    [InlineData("other/none/1")]
    public async Task ReferenceThatLeadsNowhere_IsNoFile(string reference)
    {
        using var room = await Room.InMeeting("Budget");
        Assert.Null(await Read(room, reference));
        Assert.Null(await Read(room, reference + new string('x', 500)));
    }

    [Fact]
    public async Task FilesOfAForgottenGroup_AreNoMore()
    {
        using var room = await Room.InMeeting("Budget");
        await room.Says("Luna", "/minutes file");
        var reference = room.Bot.Channel.Sent.Select(one => one.Message.File).OfType<FileOffer>().Last().Reference;
        Assert.NotNull(await Read(room, reference));
        await room.Says("Mara", "/meeting end");
        await room.Says("Mara", "/forget everything really");
        await room.Advance(1);
        Assert.Empty(room.Table.Under(room.Partition, "line"));
        Assert.Null(await Read(room, reference));
    }

    private static ValueTask<ReadOnlyMemory<byte>?> Read(Room room, string reference) => new HandedFiles(
        new CalendarFiles(room.Bot.Calendars.CalendarAsync, room.Time),
        new MinutesFiles(room.Table, room.Bot.Views.MinutesAsync, room.Time, room.Bot.Options),
        null).ReadAsync(reference, CancellationToken.None);
}
