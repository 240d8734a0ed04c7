using System.Collections.Immutable;

namespace MeetingBot.Cards;

public sealed class CardRoomTests
{
    private static readonly ImmutableArray<string> Items =
        [.. Enumerable.Range(0, 60).Select(n => $"{n} " + new string(n % 7 == 0 ? '<' : 'a', n % 7 * 20 + 30))];

    [Fact]
    public void Pages_ShowEveryItemOnce_InOrder_AndFit()
    {
        var shown = new List<string>();
        var more = true;
        for (var number = 0; more; number++)
        {
            var page = CardRoom.Page(Items, number, CardRoom.Bytes, most: 10, room: 500, out more);
            Assert.InRange(page.Length, 1, 10);
            Assert.InRange(page.Sum(CardRoom.Bytes), 1, 500);
            shown.AddRange(page);
        }
        Assert.Equal(Items, shown);
    }

    [Fact]
    public void ItemLargerThanAPage_HasAPageOfItsOwn()
    {
        var page = CardRoom.Page(["small", new string('<', 100), "small"], 1, CardRoom.Bytes, 10, 50, out var more);

        Assert.Equal(100, Assert.Single(page).Length);
        Assert.True(more);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(int.MaxValue)]
    public void PageBeyondTheLast_IsEmpty(int page)
    {
        Assert.Empty(CardRoom.Page(Items, page, CardRoom.Bytes, 10, 500, out var more));
        Assert.False(more);
    }

    [Fact]
    public void Last_KeepsTheOrder() =>
        Assert.Equal("c d", string.Join(' ', CardRoom.Last(["a", "b", "c", "d"], CardRoom.Bytes, 3, 2)));
}
