using MeetingBot.Kit;

namespace MeetingBot.Conversations;

/// <summary>A command whose words are in another order is understood; one with a slip is told the right example.</summary>
public sealed class WordOrderTests
{
    [Theory]
    [InlineData("/poll 1 guests Carla Dorn", "/poll guests 1 Carla Dorn")]
    [InlineData("/poll #1 guests Carla Dorn", "/poll guests 1 Carla Dorn")]
    [InlineData("/poll 1: guests Carla Dorn", "/poll guests 1 Carla Dorn")]
    [InlineData("poll 1 guests Carla Dorn", "/poll guests 1 Carla Dorn")]
    [InlineData("/polls close 1", "/poll close 1")]
    [InlineData("/poll 1 close", "/poll close 1")]
    [InlineData("/poll 1 results", "/poll results 1")]
    [InlineData("/poll 1 add Thu 10 July 15:00", "/poll add 1 Thu 10 July 15:00")]
    [InlineData("/polls vote 1 yes, no", "/poll vote 1 yes, no")]
    [InlineData("/agenda 1 drop", "/agenda drop 1")]
    [InlineData("/agenda 2 move first", "/agenda move 2 first")]
    [InlineData("/actions edit 1 @Luna", "/action edit 1 @Luna")]
    [InlineData("/action 1 edit @Luna", "/action edit 1 @Luna")]
    [InlineData("/action 1 change owner to @Luna", "/action edit 1 owner: @Luna")]
    [InlineData("/action 1 update by Friday", "/action edit 1 by Friday")]
    [InlineData("/poll 1 results.", "/poll results 1")]
    [InlineData("/poll 1 close.", "/poll close 1")]
    public async Task OtherOrder_IsUnderstood(string typed, string meant) => Assert.Equal(await Said(meant), await Said(typed));

    [Theory]
    [InlineData("change the password policy")]
    [InlineData("edit the whole document")]
    [InlineData("update the web page")]
    [InlineData("change owners of the dataset by hand")]
    public async Task VerbOfAnAction_IsWhatIsToBeDone(string text) =>
        Assert.StartsWith($"Changed: 1. Tom: {text} (was ", await Said("/action 1 " + text), StringComparison.Ordinal);

    [Theory]
    [InlineData("/poll guets 1", "guests", "/poll guests 1")]
    [InlineData("/poll guets 1 Carla Dorn", "guests", "/poll guests 1 Carla Dorn")]
    [InlineData("/poll clsoe 1", "close", "/poll close 1")]
    [InlineData("/poll exten 1 until Friday noon", "extend", "/poll extend 1 until Friday noon")]
    public async Task Slip_IsToldTheRightExample(string typed, string word, string example)
    {
        var said = await Said(typed);
        Assert.Contains($"Did you mean \"poll {word}\"", said, StringComparison.Ordinal);
        Assert.EndsWith("For example: " + example, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/poll 3 new rooms? | yes | no")]
    [InlineData("/poll \"Dates\" 3 July 16:00, 4 July 16:00")]
    [InlineData("/poll June 30 16:00, July 1 16:00")]
    public async Task Question_StaysAQuestion(string typed)
    {
        using var room = new Room();
        await room.Says("Mara", typed);
        Assert.Single(room.Table.Under(room.Partition, "poll"));
    }

    [Theory]
    [InlineData("the poll 3 close friends made")]
    public async Task Talk_StaysTalk(string said) => Assert.Equal("", await Said(said));

    private static async Task<string> Said(string typed)
    {
        using var room = new Room();
        await room.Says("Mara", "agenda add Welcome 5m\nTokens 10m");
        await room.Says("Mara", "/action Tom to write");
        await room.Says("Mara", "/poll \"When\" Tue 1 July 10:00, Wed 2 July 10:00");
        await room.Says("Tom", "/agenda");
        return await room.Says("Mara", typed);
    }
}
