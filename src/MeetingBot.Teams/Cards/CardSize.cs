using MeetingBot.Cards;

namespace MeetingBot.Teams.Cards;

/// <summary>
/// How large a card is. Teams takes messages of up to 100 KB counted in UTF-16, and advises 80. UTF-16 takes at most
/// twice the bytes of UTF-8, so a card of 28 KiB in UTF-8 is at most 56 KiB there; the rest is for its message.
/// </summary>
public static class CardSize
{
    /// <summary>The largest card sent, in bytes of UTF-8 JSON.</summary>
    public const int MaxBytes = 28 * 1024;

    /// <summary>The size of the whole card as sent, in bytes of UTF-8 JSON.</summary>
    public static int Bytes(Card card) =>
        AdaptiveCardRenderer.Render(w => AdaptiveCardRenderer.Write(w, card)).WrittenCount;

    /// <summary>What an element adds to a card, in bytes of UTF-8 JSON; facts are several JSON objects.</summary>
    internal static int Bytes(CardElement element) => AdaptiveCardRenderer.Render(w =>
    {
        w.WriteStartArray();
        ElementWriter.Write(w, element);
        w.WriteEndArray();
    }).WrittenCount;
}
