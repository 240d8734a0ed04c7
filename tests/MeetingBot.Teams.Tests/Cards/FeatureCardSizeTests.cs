using FsCheck;
using FsCheck.Fluent;
using MeetingBot.Cards;
using MeetingBot.Teams.Cards;

namespace MeetingBot.Teams.Tests.Cards;

/// <summary>In place of a card one card alone can stand: what the features show fits, whatever was typed.</summary>
public sealed class FeatureCardSizeTests
{
    private static readonly string[] Dear =
        ["<", "`", "\"", "'", "+", "&a", "{", "\\!", "\u8B70", "\u0301", "\u3000", "\uE000", "\U0001F600", "a", "10% & <b> "];

    public static TheoryData<string, int> Texts
    {
        get
        {
            var texts = new TheoryData<string, int>();
            foreach (var part in Dear)
                foreach (var length in (int[])[12, 40, 90, 180, 300, 8_000]) texts.Add(part, length);
            return texts;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void EveryCard_FitsIntoOneMessage(string part, int length)
    {
        var text = string.Concat(Enumerable.Repeat(part, length / part.Length));

        Assert.All(FeatureCards.All(text), sample => Assert.True(
            CardSize.Bytes(sample.Card) <= CardSize.MaxBytes, $"{sample.Name}: {CardSize.Bytes(sample.Card)} bytes"));
    }

    [Fact]
    public void NoText_TakesMoreRoomThanIsEstimated() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), (NonNull<string> typed) =>
    {
        var text = typed.Get;
        // A heading that could begin a list is kept from it by one more character.
        return Grown(new CardText(text), new CardText("")) <= CardRoom.Bytes(text)
            && Grown(new CardHeading(text), new CardHeading("")) <= CardRoom.Bytes(text) + 3;
    }).Check(Config.QuickThrowOnFailure.WithReplay(20250627, 1));

    [Fact]
    public void NoCharacter_TakesMoreRoomThanIsEstimated()
    {
        // Twice and before a letter, where most of it could be markup.
        var larger = Enumerable.Range(0, char.MaxValue + 1).Select(c => $"a{(char)c}a {(char)c}").Where(text =>
            Grown(new CardText(text), new CardText("")) > CardRoom.Bytes(text)
            || Grown(new CardHeading(text), new CardHeading("")) > CardRoom.Bytes(text));

        Assert.Empty(larger.Select(text => $"U+{(int)text[1]:X4}"));
    }

    private static int Grown(CardElement full, CardElement empty) => CardSize.Bytes(full) - CardSize.Bytes(empty);
}
