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

    private static JsonElement Json(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;
}
