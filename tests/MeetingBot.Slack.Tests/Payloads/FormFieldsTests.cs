using System.Text;
using MeetingBot.Slack.Payloads;

namespace MeetingBot.Slack.Tests.Payloads;

public sealed class FormFieldsTests
{
    [Theory]
    [InlineData("text=hello", "hello")]
    [InlineData("text=", "")]
    [InlineData("text", "")]
    [InlineData("text=a+b%2Bc%20d", "a b+c d")]
    [InlineData("text=%C3%A9t%C3%A9+%F0%9F%8E%89", "été 🎉")]
    [InlineData("text=été", "été")]
    [InlineData("text=a=b", "a=b")]
    [InlineData("%74ext=x", "x")]
    [InlineData("&&text=x&", "x")]
    [InlineData("text=50%", "50%")]
    [InlineData("text=%zz%4", "%zz%4")]
    [InlineData("text=%FF", "%FF")]
    [InlineData("text=%26a%3D1", "&a=1")]
    [InlineData("a=1&text=x&b=2", "x")]
    public void A_field_is_read_as_it_was_typed(string form, string text) => Assert.Equal(text, Parse(form)!["text"]);

    [Theory]
    [InlineData("text=a&text=b")]
    [InlineData("text=a&TEXT=b")]
    [InlineData("text=a&%74ext=b")]
    [InlineData("text&text")]
    public void A_field_that_is_there_twice_makes_it_none(string form) => Assert.Null(Parse(form));

    [Fact]
    public void A_name_has_one_writing() => Assert.False(Parse("Text=a")!.ContainsKey("text"));

    [Fact]
    public void Bytes_that_are_no_text_are_no_form() => Assert.Null(FormFields.Parse(new byte[] { (byte)'a', (byte)'=', 0xFF }));

    [Fact]
    public void Nothing_is_a_form_without_fields() => Assert.Empty(Parse("")!);

    [Fact]
    public void Fields_and_names_are_bounded()
    {
        static string Many(int count) => string.Join('&', Enumerable.Range(0, count).Select(i => $"f{i}=1"));
        Assert.Equal(100, Parse(Many(100))!.Count);
        Assert.Null(Parse(Many(101)));
        Assert.NotNull(Parse(new string('n', 2_048) + "=1"));
        Assert.Null(Parse(new string('n', 2_049) + "=1"));
    }

    private static IReadOnlyDictionary<string, string>? Parse(string form) => FormFields.Parse(Encoding.UTF8.GetBytes(form));
}
