using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MeetingBot.Cards;
using MeetingBot.Teams.Tests.Cards;

namespace MeetingBot.Slack.Tests.Blocks;

/// <summary>Cards of any elements with any texts, as large as features make them and larger.</summary>
internal static class ArbitraryCards
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(HostileTexts.All.Values.ToArray()),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Choose(0, 4_000).SelectMany(length => Gen.Elements("a", "<", "word ", "\U0001F600", "\n")
            .Select(part => string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1))[..length])));

    private static readonly Gen<string> Short = Text.Select(text => text.Length <= 60 ? text : text[..60]);

    private static readonly Gen<string> Id = Gen.Choose(0, 9).Select(number => $"f{number}");

    private static readonly Gen<CardButton> Button =
        from title in Text
        from sends in Gen.Elements(true, false)
        from style in Gen.Elements(ButtonStyle.Normal, ButtonStyle.Primary, ButtonStyle.Danger)
        from value in Short
        select CardButton.Press(title, "agenda next", ("item", value)) with { SendsInputs = sends, Style = style };

    private static readonly Gen<CardElement> Shown = Gen.OneOf(
        Text.Select(text => (CardElement)new CardHeading(text)),
        from text in Text from tone in Gen.Elements(Enum.GetValues<TextTone>()) select (CardElement)new CardText(text, tone),
        Many(from name in Text from value in Text select new CardFact(name, value), 5).Select(facts => (CardElement)new CardFacts(facts)),
        from width in Gen.Choose(1, 22)
        from rows in Many(Many(Short, width, width), 120)
        from head in Many(Short, width, width)
        select (CardElement)new CardTable(head, rows),
        Text.Select(text => (CardElement)new CardImage(new Uri("https://cards.example/clock.png"), text)),
        Many(Button, 4).Select(buttons => (CardElement)new CardButtons(buttons)));

    private static readonly Gen<CardElement> Input = Gen.OneOf(
        from id in Id from label in Short from value in Text from long_ in Gen.Choose(-5, 8_000)
        select (CardElement)new TextInput(id, label, Value: value, Placeholder: value, MaxLength: long_),
        from id in Id from label in Short from value in Text
        select (CardElement)new TextInput(id, label, Value: value, Placeholder: label, Suggests: "zones"),
        from id in Id from label in Short from value in Gen.Choose(-9, 9) select (CardElement)new NumberInput(id, label, true, label, value, 0, 5),
        from id in Id from label in Short from value in Text select (CardElement)new DateInput(id, label, Value: value),
        from id in Id
        from label in Short
        from titles in Many(Short, 30)
        from open in Gen.Elements(true, false)
        from multiple in Gen.Elements(true, false)
        select (CardElement)new ChoiceInput(
            id, label, [.. titles.Select((title, i) => new Choice($"c{i}", title))], Value: "c1,c2", Open: open, Multiple: multiple));

    /// <summary>Without inputs, in columns too.</summary>
    public static readonly Gen<Card> WithoutInputs =
        from title in Text
        from body in Many(Shown, 6)
        from columns in Many(Many(Shown, 2), 2)
        from buttons in Many(Button, 6)
        select new Card(title, [.. body, new CardColumns(columns)], buttons);

    /// <summary>With up to three inputs.</summary>
    public static readonly Gen<Card> WithInputs =
        from card in WithoutInputs
        from inputs in Many(Input, 3)
        select card with { Body = [.. card.Body, .. inputs] };

    private static Gen<ImmutableArray<T>> Many<T>(Gen<T> one, int most, int least = 0) =>
        Gen.Choose(least, most).SelectMany(count => one.ArrayOf(count)).Select(items => items.ToImmutableArray());
}
