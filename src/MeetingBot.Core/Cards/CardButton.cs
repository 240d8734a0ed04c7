using System.Collections.Immutable;

namespace MeetingBot.Cards;

/// <summary>
/// A button: a verb of the command table and ids, never trust. Who presses is known from the channel, and what
/// they may do is checked at the turn.
/// </summary>
/// <param name="Title">What it says; makes sense alone.</param>
/// <param name="Verb">The words of a command form, such as <c>agenda next</c>.</param>
/// <param name="Data">Ids that go back with the press, beside the card's inputs.</param>
/// <param name="SendsInputs">Whether the card's inputs go with the press (and must be valid).</param>
/// <param name="Link">For a button that opens a page: its address; then there is no verb.</param>
public sealed record CardButton(
    string Title,
    string Verb,
    ImmutableSortedDictionary<string, string> Data,
    ButtonStyle Style = ButtonStyle.Normal,
    bool SendsInputs = false,
    Uri? Link = null)
{
    public static CardButton Press(string title, string verb, params (string Key, string Value)[] data) =>
        new(title, verb, data.ToImmutableSortedDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal));

    public static CardButton Open(string title, Uri link) =>
        new(title, "", ImmutableSortedDictionary<string, string>.Empty, Link: link);
}

/// <summary>Weight of a button.</summary>
public enum ButtonStyle { Normal, Primary, Danger }
