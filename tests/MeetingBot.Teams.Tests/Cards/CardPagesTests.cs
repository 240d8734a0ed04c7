using System.Collections.Immutable;
using MeetingBot.Cards;
using MeetingBot.Teams.Cards;

namespace MeetingBot.Teams.Tests.Cards;

public sealed class CardPagesTests
{
    private static readonly CardButton Save = CardButton.Press("Save", "save") with { SendsInputs = true };

    [Fact]
    public void CardThatFits_IsLeftAlone()
    {
        var card = new Card("Title", [new CardText("Text")], [Save], Save);
        Assert.Same(card, Assert.Single(CardPages.Split(card)));
    }

    [Fact]
    public void LongText_GoesOnInTheNextCard_WithoutLoss()
    {
        var text = string.Concat(Enumerable.Range(0, 9000).Select(i => $"word{i} "));
        var pages = Pages(new Card("Minutes", new CardText(text, TextTone.Subtle)));

        Assert.True(pages.Length is 3 or 4 or 5, $"{pages.Length} cards");
        Assert.Equal($"Minutes (1 of {pages.Length})", pages[0].Title);
        Assert.Equal(text, string.Concat(pages.SelectMany(p => p.Body).Cast<CardText>().Select(t => t.Text)));
        Assert.All(pages.SelectMany(p => p.Body).Cast<CardText>(), t =>
        {
            Assert.Equal(TextTone.Subtle, t.Tone);
            Assert.EndsWith(" ", t.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void TextWithoutSpaces_IsPartedBetweenCharacters()
    {
        var text = string.Concat(Enumerable.Repeat("\U0001F469\u200D\U0001F467", 3000));
        var parts = Pages(new Card("Title", new CardText(text))).SelectMany(p => p.Body).Cast<CardText>().ToArray();

        Assert.Equal(text, string.Concat(parts.Select(p => p.Text)));
        Assert.All(parts, part => Assert.StartsWith("\U0001F469", part.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void LongTable_RepeatsItsHeader()
    {
        var rows = Enumerable.Range(0, 400).Select(i => ImmutableArray.Create($"{i}", $"Item {i}")).ToImmutableArray();
        var pages = Pages(new Card("Agenda", new CardTable(["No.", "Title"], rows)));
        var tables = pages.SelectMany(p => p.Body).Cast<CardTable>().ToArray();

        Assert.True(pages.Length > 1);
        Assert.All(tables, table => Assert.Equal("No. Title", string.Join(' ', table.Headers)));
        Assert.Equal(rows.Select(r => r[1]), tables.SelectMany(t => t.Rows).Select(r => r[1]));
    }

    [Fact]
    public void EveryElement_IsPartedWithoutLoss()
    {
        var text = string.Concat(Enumerable.Repeat("words and words ", 2500));
        var card = new Card(
            "Title", new CardHeading(text), new CardFacts([new(text, "x"), new("y", text)]),
            new CardTable(["A", "B"], [[text, "c"]]), new CardColumns([[new CardText(text)], [new CardText("z")]]));
        var shown = Pages(card).SelectMany(p => CardTexts.Shown(p with { Title = "" }));

        Assert.Equal(5 * 2500 * 2, string.Concat(shown).Split("words").Length - 1);
    }

    [Fact]
    public void InputsAndButtons_StandTogetherInTheLastCard()
    {
        var input = new TextInput("words", "Words");
        var text = new CardText(new string('a', 40_000));
        var pages = Pages(new Card("Form", [input, text, new CardButtons([Save])], [Save], Save));

        Assert.True(pages.Length > 1);
        Assert.All(pages[..^1], page => Assert.Empty(page.Buttons));
        Assert.All(pages[..^1], page => Assert.All(page.Body, e => Assert.IsType<CardText>(e)));
        Assert.Contains(input, pages[^1].Body);
        Assert.IsType<CardButtons>(pages[^1].Body[^1]);
        Assert.Equal(Save, Assert.Single(pages[^1].Buttons));
        Assert.All(pages, page => Assert.Null(page.Refresh));
    }

    [Fact]
    public void Heading_GoesAlongWithWhatItHeads()
    {
        var text = new CardText(new string('a', 20_000));
        var pages = Pages(new Card("Title", text, new CardHeading("Second"), text));

        Assert.Equal([typeof(CardText)], pages[0].Body.Select(e => e.GetType()));
        Assert.Equal([typeof(CardHeading), typeof(CardText)], pages[1].Body.Select(e => e.GetType()));
    }

    [Fact]
    public void TitleTooLongForOneCard_IsWholeInTheBody()
    {
        var title = string.Concat(Enumerable.Repeat("title ", 6000));
        var pages = Pages(new Card(title));

        Assert.StartsWith("title title", pages[0].Title, StringComparison.Ordinal);
        Assert.Equal(title, string.Concat(pages.SelectMany(p => p.Body).Cast<CardText>().Select(t => t.Text)));
    }

    [Fact]
    public void MarksPiledUponOneCharacter_AreParted()
    {
        var text = "a" + new string('\u0301', 30_000);
        var pages = Pages(new Card(text, new CardText(text)));
        Assert.Equal(text + text, string.Concat(pages.SelectMany(p => p.Body).Cast<CardText>().Select(t => t.Text)));
    }

    [Fact]
    public void InputsThatFitNoCard_AreRefused_WithoutTheirText()
    {
        var choices = Enumerable.Range(0, 1000).Select(i => new Choice($"{i}", $"Secret name of person {i}"));
        var card = new Card("Form", [new ChoiceInput("who", "Who?", [.. choices])], [Save]);

        var refusal = Assert.Throws<CardTooLargeException>(() => CardPages.Split(card));
        Assert.Contains("inputs and buttons", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", refusal.Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<Card> Pages(Card card)
    {
        var pages = CardPages.Split(card);
        Assert.All(pages, page => Assert.InRange(CardSize.Bytes(page), 1, CardSize.MaxBytes));
        return pages;
    }
}
