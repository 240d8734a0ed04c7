using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeetingBot.Cards;
using MeetingBot.Slack.Blocks;
using MeetingBot.Teams.Tests.Cards;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>What was drawn is read back as what it was; what was not drawn is read as nothing.</summary>
public sealed class BlockKitPressTests
{
    public static TheoryData<string> Texts => HostileTexts.Names;

    [Theory]
    [MemberData(nameof(Texts))]
    public void EveryButton_IsReadBackAsItself(string text) => Assert.All(SampleCards.All(HostileTexts.All[text]), sample =>
    {
        var drawn = RenderedBlocks.Of(sample.Card).Where(part => part.Drawn is JsonArray)
            .SelectMany(part => RenderedBlocks.Elements(part.Drawn.AsArray()))
            .Where(element => (string?)element["type"] == "button" && element["url"] is null)
            .Select(element => BlockKitPress.Read(Json(element), null))
            .Where(press => press.Form is null)
            .ToList();
        Assert.All(drawn, press => Assert.Null(press.Problem));
        // What a form takes along is pressed there; the others are all in the messages, with all their data.
        var buttons = sample.Card.AllButtons().Where(button => button.Link is null).ToList();
        Assert.All(drawn, press => Assert.Contains(buttons, button => button.Verb == press.Verb
            && press.Fields.All(field => button.Data.TryGetValue(field.Key, out var value) && value == field.Value)));
    });

    [Fact]
    public void InputsGoWithTheButtonThatSendsThem_AndNotWithAnother()
    {
        var card = new Card(
            "Form", [new TextInput("text", "Text"), new DateInput("day", "Day"), new ChoiceInput("pick", "Pick", [new("a", "A"), new("b", "B")], Multiple: true)],
            [
                CardButton.Press("Send", "note", ("group", "g1")) with { SendsInputs = true },
                CardButton.Press("Other", "agenda", ("group", "g1")),
            ]);
        var state = JsonDocument.Parse("""
            {"values":{
              "b1":{"text":{"type":"plain_text_input","value":"typed <&> \ud83d\ude00"}},
              "b2":{"day":{"type":"datepicker","selected_date":"2025-07-11"}},
              "b3":{"pick":{"type":"checkboxes","selected_options":[{"value":"a"},{"value":"b"}]}}}}
            """).RootElement;
        var buttons = RenderedBlocks.Messages(card).SelectMany(RenderedBlocks.Elements).ToList();

        var sent = BlockKitPress.Read(Json(buttons.Single(button => (string?)button["text"]!["text"] == "Send")), state);
        Assert.Equal("note", sent.Verb);
        Assert.Equal(
            new Dictionary<string, string> { ["group"] = "g1", ["text"] = "typed <&> \U0001F600", ["day"] = "2025-07-11", ["pick"] = "a,b" },
            sent.Fields.ToDictionary());

        var other = BlockKitPress.Read(Json(buttons.Single(button => (string?)button["text"]!["text"] == "Other")), state);
        Assert.Equal(ImmutableDictionary<string, string>.Empty.Add("group", "g1"), other.Fields);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":"button"}""")]
    [InlineData("""{"type":"button","action_id":7,"value":"{}"}""")]
    [InlineData("""{"type":"button","action_id":"press|x|agenda","value":"{}"}""")]
    [InlineData("""{"type":"button","action_id":"press|1|agenda","value":"not json"}""")]
    [InlineData("""{"type":"button","action_id":"press|1|agenda","value":"[1]"}""")]
    [InlineData("""{"type":"button","action_id":"press|1|agenda","value":"{\"a\":{\"b\":{\"c\":{\"d\":1}}}}"}""")]
    [InlineData("""{"type":"button","action_id":"press|1|agenda","value":"{\"a\":\"\\ud800\"}"}""")]
    [InlineData("""{"type":"static_select","action_id":"press|1|agenda"}""")]
    public void WhatWasNotDrawn_IsNoPress(string action)
    {
        var press = BlockKitPress.Read(JsonDocument.Parse(action).RootElement, null);
        Assert.True(press.Verb is null || press.Fields.IsEmpty, $"{press.Verb}: {string.Join(", ", press.Fields)}");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"private_metadata":""}""")]
    [InlineData("""{"private_metadata":"{"}""")]
    [InlineData("""{"private_metadata":"{\"action\":\"send|1|note\",\"value\":7}","state":{"values":[]}}""")]
    [InlineData("""{"private_metadata":"{\"action\":[]}","state":7}""")]
    public void AViewThatIsNoneOfOurs_IsNoPress(string view) =>
        Assert.True(BlockKitPress.ReadSubmission(JsonDocument.Parse(view).RootElement) is { Fields.IsEmpty: true });

    [Theory]
    [InlineData(1_000)]
    [InlineData(2_001)]
    [InlineData(8_000)]
    public void LongData_GoesWithItsOwnButton(int length)
    {
        var lines = string.Concat(Enumerable.Repeat("Opening 5m & more\n", (length / 18) + 1))[..length];
        var card = new Card(
            "Put it on?", [],
            [
                CardButton.Press("Put it on", "agenda add", ("group", "g1"), ("lines", lines)),
                CardButton.Press("No", "agenda", ("group", "g1")),
            ]);
        var message = Assert.Single(RenderedBlocks.Messages(card));
        var state = Json(new JsonObject { ["values"] = Prefilled(message) });
        var presses = RenderedBlocks.Elements(message).Select(button => BlockKitPress.Read(Json(button), state)).ToList();

        Assert.Equal(["agenda add", "agenda"], presses.Select(press => press.Verb));
        Assert.Equal(lines, presses[0].Fields["lines"]);
        Assert.Equal(["group"], presses[1].Fields.Keys);
        Assert.Empty(SlackLimits.Broken(message));
    }

    [Fact]
    public void FieldsWithoutEnd_AreRefused()
    {
        var many = new JsonObject(Enumerable.Range(0, PressedFields.MostFields + 1)
            .Select(i => KeyValuePair.Create($"b{i}", (JsonNode?)new JsonObject { [$"f{i}"] = Typed("x") })));
        var large = new JsonObject { ["b"] = new JsonObject { ["f"] = Typed(new string('x', PressedFields.MostLength + 1)) } };

        foreach (var values in (JsonObject[])[many, large])
        {
            var press = BlockKitPress.Read(Pressed("send|1|note"), Json(new JsonObject { ["values"] = values }));
            Assert.NotNull(press.Problem);
            Assert.Empty(press.Fields);
        }
    }

    [Fact]
    public void NameThatIsThereTwice_CountsLast()
    {
        var action = JsonDocument.Parse("""
            {"type":"button","action_id":"send|1|note","value":"{\"a\":\"1\",\"a\":\"2\",\"text\":\"data\"}"}
            """).RootElement;
        var state = JsonDocument.Parse("""
            {"values":{
              "b":{"text":{"type":"plain_text_input","value":"first"},"text":{"type":"plain_text_input","value":"second"}},
              "b":{"text":{"type":"plain_text_input","value":"third"}}}}
            """).RootElement;

        var press = BlockKitPress.Read(action, state);
        Assert.Equal(("2", "third"), (press.Fields["a"], press.Fields["text"]));
    }

    [Theory]
    [InlineData("""{"values":{"b":{"text":{"type":"plain_text_input","value":"\ud800"}}}}""")]
    [InlineData("""{"values":{"b":{"\ud800":{"type":"plain_text_input","value":"x"}}}}""")]
    public void HalfACharacter_IsRefused(string state) =>
        Assert.NotNull(BlockKitPress.Read(Pressed("send|1|note"), JsonDocument.Parse(state).RootElement).Problem);

    [Theory]
    [InlineData("""{"type":"plain_text_input","value":null}""", "")]
    [InlineData("""{"type":"number_input","value":"15"}""", "15")]
    [InlineData("""{"type":"datepicker","selected_date":null}""", "")]
    [InlineData("""{"type":"static_select","selected_option":null}""", "")]
    [InlineData("""{"type":"static_select","selected_option":{"value":"c1"}}""", "c1")]
    [InlineData("""{"type":"radio_buttons","selected_option":{"value":"c1"}}""", "c1")]
    [InlineData("""{"type":"checkboxes","selected_options":[]}""", "")]
    [InlineData("""{"type":"multi_static_select","selected_options":[{"value":"c1"},7,{"value":"c2"}]}""", "c1,c2")]
    [InlineData("""{"type":"users_select","selected_user":"U1"}""", null)]
    [InlineData("[]", null)]
    public void WhatIsFilledIn_IsRead(string element, string? expected) =>
        Assert.Equal(expected, InputValue.Of(JsonDocument.Parse(element).RootElement));

    /// <summary>The state of inputs that nobody changed.</summary>
    internal static JsonObject Prefilled(JsonArray blocks) => new(
        from block in blocks
        where (string?)block!["type"] == "input" && (string?)block["element"]!["type"] == "plain_text_input"
        select KeyValuePair.Create((string)block["block_id"]!, (JsonNode?)new JsonObject
        {
            [(string)block["element"]!["action_id"]!] = Typed((string?)block["element"]!["initial_value"]),
        }));

    private static JsonObject Typed(string? value) => new() { ["type"] = "plain_text_input", ["value"] = value };

    private static JsonElement Pressed(string id) => Json(new JsonObject { ["type"] = "button", ["action_id"] = id, ["value"] = "{}" });

    private static JsonElement Json(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;
}
