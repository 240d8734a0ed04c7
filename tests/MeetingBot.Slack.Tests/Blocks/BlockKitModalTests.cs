using System.Text.Json;
using System.Text.Json.Nodes;
using MeetingBot.Cards;
using MeetingBot.Slack.Blocks;

namespace MeetingBot.Slack.Tests.Blocks;

public sealed class BlockKitModalTests
{
    private static readonly CardButton Save =
        CardButton.Press("Save", "note", ("group", "g1")) with { SendsInputs = true, Style = ButtonStyle.Primary };

    private static readonly TextInput Text = new("text", "Text");

    [Fact]
    public void Submission_IsReadAsThePrimaryButton_WithInputsAndOrigin()
    {
        var other = Save with { Title = "Save and next", Verb = "note next", Style = ButtonStyle.Normal };
        var view = Submitted(new Card("Note", [Text], [other, Save]), "C1/17.5", new JsonObject
        {
            ["text"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "typed" } },
        });
        var press = BlockKitPress.ReadSubmission(view);

        Assert.Equal(("note", "C1/17.5"), (press.Verb, press.Origin));
        Assert.Equal(new Dictionary<string, string> { ["group"] = "g1", ["text"] = "typed" }, press.Fields.ToDictionary());
        var button = view.GetProperty("blocks").EnumerateArray().Last().GetProperty("elements")[0];
        var pressed = BlockKitPress.Read(button, null, view.GetProperty("private_metadata").GetString());
        Assert.Equal(("note next", "C1/17.5"), (pressed.Verb, pressed.Origin));
    }

    [Fact]
    public void LongTitle_IsWholeInTheView()
    {
        var title = string.Concat(Enumerable.Repeat("title ", 100)) + "end";
        var view = RenderedBlocks.View(new Card(title, Text));

        Assert.EndsWith("\u2026", (string?)view["title"]!["text"], StringComparison.Ordinal);
        Assert.Contains(title, ShownWords.Of(view["blocks"]));
        Assert.Empty(SlackLimits.Broken(view));
    }

    [Fact]
    public void DataTooLongForTheView_GoesWithItInAField()
    {
        var lines = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"{i} line\n"));
        var card = new Card("Put it on?", [Text], [Save with { Data = Save.Data.Add("lines", lines) }]);
        var blocks = RenderedBlocks.View(card)["blocks"]!.AsArray();
        var press = BlockKitPress.ReadSubmission(Submitted(card, "C1", BlockKitPressTests.Prefilled(blocks)));

        Assert.Equal(lines, press.Fields["lines"]);
        Assert.Equal("g1", press.Fields["group"]);
    }

    [Fact]
    public void InputsWithoutAButton_CanBeClosed_AndSayNothing()
    {
        var view = Submitted(new Card("Note", Text), "C1", []);

        Assert.Equal("Done", view.GetProperty("submit").GetProperty("text").GetString());
        Assert.Equal((null, "C1", null), (BlockKitPress.ReadSubmission(view).Verb, BlockKitPress.ReadSubmission(view).Origin, BlockKitPress.ReadSubmission(view).Problem));
    }

    [Fact]
    public void Table_IsAListInAView() => Assert.Contains(
        "1 \u00B7 Opening", ShownWords.Of(RenderedBlocks.View(new Card("Agenda", new CardTable(["No.", "Title"], [["1", "Opening"]])))));

    [Fact]
    public void CardThatFitsNoView_IsRefused() => Assert.Throws<CardTooLargeException>(() =>
        BlockKitModal.Of(new Card("Title", [.. Enumerable.Range(0, 101).Select(i => new CardHeading($"{i}"))])));

    [Theory]
    [InlineData("")]
    [InlineData("no form")]
    [InlineData("AAAA")]
    [InlineData("iwGAe30D")]
    public void ValueThatIsNoForm_OpensNone(string value) => Assert.Null(BlockKitModal.OfForm(value));

    [Fact]
    public void FormThatUnfoldsWithoutEnd_OpensNone()
    {
        using var packed = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(new byte[50_000_000]);
        Assert.Null(BlockKitModal.OfForm(System.Buffers.Text.Base64Url.EncodeToString(packed.ToArray())));
    }

    [Theory]
    [InlineData("""{"Title":null,"Body":[],"Buttons":[]}""")]
    [InlineData("""{"Title":"a"}""")]
    [InlineData("""{"Title":"a","Body":null,"Buttons":null}""")]
    [InlineData("""{"Title":"a","Body":[null],"Buttons":[]}""")]
    [InlineData("""{"Title":"a","Body":[{"kind":"choiceInput","Id":"a","Label":"b","Choices":[null]}],"Buttons":[]}""")]
    [InlineData("""{"Title":"a","Body":[{"kind":"facts","Facts":null}],"Buttons":[]}""")]
    [InlineData("""{"Title":"a","Body":[{"kind":"columns","Columns":[null]}],"Buttons":[null]}""")]
    [InlineData("""{"Title":"a","Body":[{"kind":"unknown"}],"Buttons":[]}""")]
    [InlineData("""{"Title":"a","Body":[],"Buttons":[{"Title":"b","Verb":"c","Data":{"d":null},"SendsInputs":true}]}""")]
    public void FormThatIsNoCard_NeverThrows(string json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(System.Text.Encoding.UTF8.GetBytes(json));
        var view = BlockKitModal.OfForm(System.Buffers.Text.Base64Url.EncodeToString(packed.ToArray()));

        if (view is { } drawn) Assert.Empty(SlackLimits.Broken(JsonNode.Parse(drawn.Span)!));
    }

    private static JsonElement Submitted(Card card, string origin, JsonObject values)
    {
        var view = JsonNode.Parse(BlockKitModal.Of(card, origin).Span)!.AsObject();
        view["state"] = new JsonObject { ["values"] = values };
        return JsonDocument.Parse(view.ToJsonString()).RootElement;
    }
}
