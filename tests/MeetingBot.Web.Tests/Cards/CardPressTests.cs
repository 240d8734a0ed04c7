using MeetingBot.Cards;
using MeetingBot.Web.Cards;
using MeetingBot.Web.Tests.Hosts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MeetingBot.Web.Tests.Cards;

public sealed class CardPressTests
{
    [Theory]
    [MemberData(nameof(Hostile.Data), MemberType = typeof(Hostile))]
    public void Button_IsReadBackAsWritten(string text)
    {
        var button = CardButton.Press("Save", "agenda & next", ("item", text), (text, "1")) with { SendsInputs = true };
        var press = CardPress.Read(CardPress.Write(button))!;
        Assert.Equal((button.Verb, true), (press.Verb, press.SendsInputs));
        Assert.Equal(button.Data, press.Data);
    }

    [Theory]
    [InlineData("")]
    [InlineData("save")]
    [InlineData("verb=")]
    [InlineData("inputs=1&.item=3")]
    public void OtherText_IsNoPress(string value) => Assert.Null(CardPress.Read(value));

    [Fact]
    public void TooMuch_IsNoPress()
    {
        Assert.Null(CardPress.Read("verb=a&.x=" + new string('x', 8000)));
        Assert.Null(CardPress.Read("verb=" + new string('x', 101)));
        Assert.Null(CardPress.Read("verb=a" + string.Concat(Enumerable.Range(0, 100).Select(i => $"&.k{i}=1"))));
    }

    [Fact]
    public void Fields_AreTheInputsAndTheButtonsOwnDataOverThem()
    {
        var form = new FormCollection(new Dictionary<string, StringValues>
        {
            ["field.days"] = new(["mon", "wed"]),
            ["field.item"] = "99",
            ["field.text"] = "a\r\nb",
            ["post"] = "0000000001",
        });
        var button = CardButton.Press("Save", "save", ("item", "3"));
        var with = CardFields.Merge(CardPress.Read(CardPress.Write(button with { SendsInputs = true }))!, form)!;
        Assert.Equal(("mon,wed", "3", "a\nb", 3), (with["days"], with["item"], with["text"], with.Count));
        var without = CardFields.Merge(CardPress.Read(CardPress.Write(button))!, form)!;
        Assert.Equal("3", Assert.Single(without).Value);
    }

    [Fact]
    public void TooLongAnInput_IsNotTaken()
    {
        var form = new FormCollection(new Dictionary<string, StringValues> { ["field.x"] = new string('x', 20_001) });
        var press = CardPress.Read(CardPress.Write(CardButton.Press("Save", "save") with { SendsInputs = true }))!;
        Assert.Null(CardFields.Merge(press, form));
    }
}
