using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MeetingBot.Cards;

/// <summary>One element of a card. The set is closed: every renderer draws every one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CardHeading), "heading")]
[JsonDerivedType(typeof(CardText), "text")]
[JsonDerivedType(typeof(CardFacts), "facts")]
[JsonDerivedType(typeof(CardTable), "table")]
[JsonDerivedType(typeof(CardImage), "image")]
[JsonDerivedType(typeof(CardColumns), "columns")]
[JsonDerivedType(typeof(CardButtons), "buttons")]
[JsonDerivedType(typeof(TextInput), "textInput")]
[JsonDerivedType(typeof(NumberInput), "numberInput")]
[JsonDerivedType(typeof(DateInput), "dateInput")]
[JsonDerivedType(typeof(ChoiceInput), "choiceInput")]
public abstract record CardElement;

/// <summary>A heading inside the card, one level below its title.</summary>
public sealed record CardHeading(string Text) : CardElement;

/// <summary>A paragraph; line breaks are kept.</summary>
public sealed record CardText(string Text, TextTone Tone = TextTone.Normal) : CardElement;

/// <summary>How a paragraph is meant; never told by colour alone.</summary>
public enum TextTone { Normal, Strong, Subtle, Warning }

/// <summary>Names and values, one pair a line.</summary>
public sealed record CardFacts(ImmutableArray<CardFact> Facts) : CardElement;

/// <summary>One name and its value.</summary>
public sealed record CardFact(string Name, string Value);

/// <summary>A table; each row has as many cells as there are headers.</summary>
public sealed record CardTable(
    ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows) : CardElement;

/// <summary>A picture made by us: an https address, and the same in words.</summary>
public sealed record CardImage(Uri Source, string AltText) : CardElement;

/// <summary>Columns side by side; a narrow client puts them under one another.</summary>
public sealed record CardColumns(ImmutableArray<ImmutableArray<CardElement>> Columns) : CardElement;

/// <summary>A row of buttons in the body, beside what they act on.</summary>
public sealed record CardButtons(ImmutableArray<CardButton> Buttons) : CardElement;

/// <summary>An input; <paramref name="Id"/> is the field's name in the answer, <c>[a-z][a-zA-Z0-9]*</c>.</summary>
/// <param name="Error">Shown when a required input is empty or its limits are not kept.</param>
public abstract record CardInput(string Id, string Label, bool Required, string? Error) : CardElement;

/// <summary>Text, up to <paramref name="MaxLength"/> characters.</summary>
/// <param name="Suggests">
/// A list by its name, of which a client that can offers what fits; null for none. Others let anything be typed.
/// </param>
public sealed record TextInput(
    string Id, string Label, bool Required = false, string? Error = null,
    string? Value = null, string? Placeholder = null, int MaxLength = 500, bool Multiline = false,
    string? Suggests = null)
    : CardInput(Id, Label, Required, Error);

/// <summary>A whole number within bounds.</summary>
public sealed record NumberInput(
    string Id, string Label, bool Required = false, string? Error = null,
    int? Value = null, int? Min = null, int? Max = null)
    : CardInput(Id, Label, Required, Error);

/// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
public sealed record DateInput(
    string Id, string Label, bool Required = false, string? Error = null, string? Value = null)
    : CardInput(Id, Label, Required, Error);

/// <summary>One or several of the given choices; several come back joined by commas.</summary>
/// <param name="Open">Every choice is shown with its words at once, and not in a menu.</param>
public sealed record ChoiceInput(
    string Id, string Label, ImmutableArray<Choice> Choices, bool Required = false, string? Error = null,
    string? Value = null, bool Multiple = false, bool Open = false)
    : CardInput(Id, Label, Required, Error);

/// <summary>One choice; <paramref name="Value"/> holds no comma.</summary>
public sealed record Choice(string Value, string Title);
