using MeetingBot.Cards;

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

    private static string Beginning(string text) =>
        text.Length <= Most ? text : text[..(char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most)];
}
