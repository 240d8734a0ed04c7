using System.Text;
using System.Text.Unicode;
using MeetingBot.Conversations;
using MeetingBot.Kit;

namespace MeetingBot.Tables;

public sealed class RowsTests
{
    [Theory]
    [InlineData("\u8B70\u4E8B\u9332", 9)]
    [InlineData("\u00E9t\u00E9", 5)]
    [InlineData("<&>'", 4)]
    public void Letters_AreWrittenAsTheyAre(string name, int bytes) =>
        Assert.Equal(bytes, Written(name).Length - Written("").Length);

    [Theory]
    [InlineData("\uD800 half of a pair \uDC00")]
    [InlineData("\"quoted\" \\ \u0000\u001F\u007F\u2028\uFFFE")]
    public void AnyText_IsUtf8Json_WithoutControls(string name)
    {
        var row = new Row("p", "r", GroupRows.Member(Room.Who("Luna") with { Name = name }).Data, "e");

        Assert.True(Utf8.IsValid(row.Data.Span));
        Assert.False(row.Data.Span.ContainsAnyInRange((byte)0, (byte)0x1F));
        Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)), GroupRows.ReadMember(row).Name);
    }

    private static ReadOnlyMemory<byte> Written(string name) =>
        GroupRows.Member(new Person("web", "", "luna", "-" + name)).Data;
}
