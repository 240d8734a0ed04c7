using MeetingBot.Kit;

namespace MeetingBot.Actions;

public sealed class CloseSeveralTests
{
    [Theory]
    [InlineData("done 3, 6", "3 6")]
    [InlineData("done 3 4", "3 4")]
    [InlineData("done 3-5", "3 4 5")]
    [InlineData("done #3 and #4", "3 4")]
    [InlineData("done 1, 3-4 and 6.", "1 3 4 6")]
    [InlineData("done actions 3 and 4", "3 4")]
    [InlineData("/done 5-99", "5 6")]
    [InlineData("close action 3, 4", "3 4")]
    public async Task Numbers_AreAllClosed_AndOpenedAgain(string said, string numbers)
    {
        using var room = await Room.InMeeting();
        await Six(room);
        var told = string.Join("; ", numbers.Split(' ').Select(n => $"{n}. Luna: do {n}"));
        Assert.Equal("Done: " + told, await room.Says("Mara", said));
        Assert.Equal(6 - numbers.Split(' ').Length, (await room.Overview()).OpenActions.Length);

        var reopen = "/reopen " + string.Concat(said.SkipWhile(c => !char.IsAsciiDigit(c)));
        Assert.Equal("Open again: " + told, await room.Says("Mara", reopen));
        Assert.Equal(6, (await room.Overview()).OpenActions.Length);
    }

    [Fact]
    public async Task WhatBecameOfEachNumber_IsTold()
    {
        using var room = await Room.InMeeting();
        await Six(room);
        await room.Says("Mara", "done 4");
        Assert.Equal(
            "Done: 3. Luna: do 3. Action 4 was done already (Mara). There is no action 9.",
            await room.Says("Tom", "done 3, 4, 9"));
        Assert.Equal(
            "Open again: 3. Luna: do 3. Action 5 is open. There is no action 9.",
            await room.Says("Tom", "reopen 3, 5, 9"));
        Assert.Equal(
            "Action 4 was done already (Mara). There is no action 9. To see the open ones: /actions",
            await room.Says("Tom", "done 4 9"));
        Assert.Equal("There is no action 8. There is no action 9. To see the open ones: /actions", await room.Says("Tom", "done 8 and 9"));
    }

    [Fact]
    public async Task TooManyAtOnce_AreRefused()
    {
        using var room = await Room.InMeeting();
        await room.Says("Luna", string.Join('\n', Enumerable.Range(1, 60).Select(n => $"ACTION: Luna to do {n}")));
        Assert.Contains("up to 50", await room.Says("Mara", "done 1-60"), StringComparison.Ordinal);
        Assert.All(room.Table.Under(room.Partition, "action"), row => Assert.True(ActionRows.Read(row).Open));
    }

    private static async Task Six(Room room) =>
        await room.Says("Luna", string.Join('\n', Enumerable.Range(1, 6).Select(n => $"ACTION: Luna to do {n}")));
}
