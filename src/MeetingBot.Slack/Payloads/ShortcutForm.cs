using MeetingBot.Cards;
using MeetingBot.Slack.Blocks;

namespace MeetingBot.Slack.Payloads;

/// <summary>What a shortcut does, and asks before it.</summary>
/// <param name="Input">The field in which the command takes what is typed.</param>
internal sealed record ShortcutForm(string Verb, string Input, string Title, string Label)
{
    private const int Most = 3_000;

    /// <summary>The form in which is said what is meant.</summary>
    /// <param name="text">What stands in it, as much as fits; null for nothing.</param>
    public Card Card(string? text = null) => new(
        Title,
        [
            new TextInput(
                Input, Label, Required: true, Error: "It needs some words.", Value: text is null ? null : Beginning(text),
                MaxLength: Most, Multiline: true),
        ],
        [CardButton.Press("Save", Verb) with { SendsInputs = true, Style = ButtonStyle.Primary }]);

    // As Slack counts it: a text that is too long for its field by one sign would not stand in it at all.
    private static string Beginning(string text) => ShownText.Pieces(ShownText.Plain(text), Most).FirstOrDefault("");
}
