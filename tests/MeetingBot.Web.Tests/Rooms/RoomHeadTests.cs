using MeetingBot.Web.Rooms;

namespace MeetingBot.Web.Tests.Rooms;

public sealed class RoomHeadTests
{
    [Fact]
    public void ChangedSince_GivesEachPostOnceByItsLastChange()
    {
        var head = RoomHead.New("e").Changed("1").Changed("2").Changed("1").Changed("3");
        Assert.Equal(["2", "1", "3"], head.ChangedSince(new RoomMark("e", 0))!);
        Assert.Equal(["1", "3"], head.ChangedSince(new RoomMark("e", 2))!);
        Assert.Empty(head.ChangedSince(head.Mark)!);
    }

    [Fact]
    public void ChangedSince_IsUnknownForAnotherEpochOrTooLongAgo()
    {
        var head = RoomHead.New("e");
        for (var i = 0; i < RoomHead.MaxRecent + 1; i++) head = head.Changed("1");
        Assert.Null(head.ChangedSince(new RoomMark("e", 0)));
        Assert.NotNull(head.ChangedSince(new RoomMark("e", 1)));
        Assert.Null(head.ChangedSince(new RoomMark("other", 5)));
        Assert.Null(head.ChangedSince(new RoomMark("e", 1000)));
    }

    [Theory]
    [InlineData("abc-12", "abc", 12)]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 0)]
    [InlineData("abc--1", "abc-", 1)]
    [InlineData("abc-x", "", 0)]
    [InlineData("-5", "", 0)]
    public void Mark_IsReadBack_OrNone(string text, string epoch, long change) =>
        Assert.Equal(new RoomMark(epoch, change), RoomMark.Parse(text));
}
