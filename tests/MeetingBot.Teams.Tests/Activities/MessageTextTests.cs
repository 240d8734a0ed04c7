using System.Diagnostics;
using System.Text.Json.Nodes;
using MeetingBot.Conversations;
using MeetingBot.Meetings.Dates;
using static MeetingBot.Teams.Support.SampleActivity;

namespace MeetingBot.Teams.Activities;

public sealed class MessageTextTests
{
    private static readonly JsonObject Bot = Mention(BotId, "MeetingBot", "<at>MeetingBot</at>");

    private static IncomingMessage Said(string text, string format, params JsonNode?[] entities) =>
        Translated.To<IncomingMessage>(Message(text, "groupChat")
            .With("textFormat", format)
            .With("entities", new JsonArray([.. entities.Select(e => e?.DeepClone())])));

    [Theory]
    [InlineData("<at>MeetingBot</at> agenda", "agenda")]
    [InlineData("<at>MeetingBot</at>&nbsp;agenda", "agenda")]
    [InlineData("<at>MeetingBot</at>&nbsp; &nbsp;agenda\n", "agenda")]
    [InlineData("<AT>meetingbot</AT> agenda", "agenda")]
    [InlineData("agenda <at>MeetingBot</at>", "agenda")]
    [InlineData("note <at>MeetingBot</at> this", "note this")]
    [InlineData("note<at>MeetingBot</at> this", "note this")]
    [InlineData("<at>MeetingBot</at><at>MeetingBot</at> agenda", "agenda")]
    [InlineData("<at>MeetingBot</at>\u00A0agenda", "agenda")]
    [InlineData("<at>MeetingBot</at>\nnote: one\nnote: two", "note: one\nnote: two")]
    [InlineData("<at>MeetingBot</at> one\r\ntwo\rthree", "one\ntwo\nthree")]
    public void OwnMention_IsRemovedAndLineBreaksKept(string text, string expected)
    {
        var said = Said(text, "plain", Bot);

        Assert.Equal(expected, said.Text);
        Assert.True(said.Addressed);
        Assert.True(said.Bare);
        Assert.Empty(said.Mentioned);
    }

    public static TheoryData<string> Pieces =>
        ["a\n", "@", "<at>", "<at>Luna</at>", "<at>MeetingBot</at> ", "<", "&", "&lt;", "&#1", "&nbsp;", " ", "\r", "1", "* "];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void TextOfAMebibyte_IsReadAtOnce(string piece)
    {
        var text = "x" + string.Concat(Enumerable.Repeat(piece, 1024 * 1024 / piece.Length));
        foreach (var format in new[] { "xml", "plain" })
        {
            var watch = Stopwatch.StartNew();
            Said(text, format, Bot, Mention("29:luna", "Luna", "<at>Luna</at>"), Mention("29:a", "a", piece));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed} for {format}");
        }
    }

    [Fact]
    public void TextThatOnlyLooksLikeAMention_StaysText()
    {
        var said = Said("<at>MeetingBot</at> agenda", "plain");

        Assert.Equal("<at>MeetingBot</at> agenda", said.Text);
        Assert.False(said.Addressed);
    }

    [Fact]
    public void MentionOfSomebodyNamedAsTheBot_IsNotTheBot()
    {
        var said = Said(
            "<at>MeetingBot</at> agenda", "plain", Mention("29:mallory", "MeetingBot", "<at>MeetingBot</at>"));

        Assert.Equal("@MeetingBot agenda", said.Text);
        Assert.False(said.Addressed);
        Assert.Equal("29:mallory", Assert.Single(said.Mentioned).Id);
    }

    [Fact]
    public void OthersMentions_ComeInTheOrderOfTheText()
    {
        var said = Said(
            "<at>MeetingBot</at> action <at>Bo</at> and <at>Ada</at>: share",
            "plain",
            Mention("29:ada", "Ada", "<at>Ada</at>"), Bot, Mention("29:bo", "Bo", "<at>Bo</at>"));

        Assert.Equal("action @Bo and @Ada: share", said.Text);
        Assert.Equal(["29:bo", "29:ada"], said.Mentioned.Select(p => p.Id));
    }

    [Fact]
    public void MentionWithATextThatNoNameHas_IsNotSearchedFor()
    {
        var words = "<at>" + new string('a', 200) + "</at>";

        Assert.Equal(words + " hello", Said(words + " hello", "plain", Mention("29:ada", "Ada", words)).Text);
    }

    [Fact]
    public void TwoPeopleOfOneName_AreTwoPeople()
    {
        var said = Said(
            "<at>Ada</at> and <at>Ada</at>", "plain",
            Mention("29:ada-1", "Ada", "<at>Ada</at>"), Mention("29:ada-2", "Ada", "<at>Ada</at>"));

        Assert.Equal(["29:ada-1", "29:ada-2"], said.Mentioned.Select(p => p.Id));
    }

    [Fact]
    public void MentionedTeamsAndBots_AreNamedButAreNobody()
    {
        var said = Said(
            "<at>General</at> <at>Other</at>", "plain",
            Mention("19:x@thread.tacv2", "General", "<at>General</at>"),
            Mention("28:other", "Other", "<at>Other</at>"));

        Assert.Equal("@General @Other", said.Text);
        Assert.Empty(said.Mentioned);
    }

    [Fact]
    public void MentionWithoutAName_IsCalledAsItIsWritten()
    {
        var said = Said("ask <at>A &amp; B</at>", "xml", Mention("29:ab", null, "<at>A &amp; B</at>"));

        Assert.Equal("ask @A & B", said.Text);
    }

    [Theory]
    [InlineData("R&amp;D &lt;plan&gt;&nbsp;x", "R&D <plan> x")]
    [InlineData("<p>one</p><p>two<br/>three</p>", "one\ntwo\nthree")]
    [InlineData("a < b and <b>bold</b> &amp;lt;", "a < b and bold &lt;")]
    [InlineData("<", "<")]
    [InlineData("<b", "<b")]
    public void Xml_IsDecodedOnce(string text, string expected) => Assert.Equal(expected, Said(text, "xml").Text);

    [Theory]
    [InlineData("R&amp;D &lt;plan&gt;")]
    [InlineData("&nbsp;")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("=cmd()|'/c calc'!A1")]
    [InlineData("\u202Eevil")]
    public void Plain_IsTakenAsTyped(string text) => Assert.Equal(text, Said(text, "plain").Text);

    [Fact]
    public void HostileMarkup_TakesNoLongerThanItsLength()
    {
        var text = string.Concat(Enumerable.Repeat("<a", 400_000));

        Assert.Equal(text, Said(text, "xml").Text);
    }

    [Fact]
    public void UnknownEntities_AreIgnoredWhateverTheyHold()
    {
        var said = Said("hello", "plain",
            JsonNode.Parse("""{"text":{"a":1},"mentioned":[1],"timezone":5,"type":"https://schema.org/Message"}"""));

        Assert.Equal("hello", said.Text);
    }
}
